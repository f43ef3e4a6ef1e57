/** Audio files: decoding them into signals and writing WAV. */
@NullMarked
package io.tonalyst.recording;

import org.jspecify.annotations.NullMarked;

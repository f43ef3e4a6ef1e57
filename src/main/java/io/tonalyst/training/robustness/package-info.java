/** How a model does on sound that telephones, codecs, levels and noise have changed. */
@NullMarked
package io.tonalyst.training.robustness;

import org.jspecify.annotations.NullMarked;

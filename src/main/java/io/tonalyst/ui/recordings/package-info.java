/** The Recordings workspace: waveform, spectrogram and prediction panes on one time axis. */
@NullMarked
package io.tonalyst.ui.recordings;

import org.jspecify.annotations.NullMarked;

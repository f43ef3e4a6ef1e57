/**
 * Sound as arrays of samples and what is computed from it: resampling, spectra, features,
 * summaries.
 */
@NullMarked
package io.tonalyst.signal;

import org.jspecify.annotations.NullMarked;

/** Data to try the product with, made from seeds: a call log and synthetic calls. */
@NullMarked
package io.tonalyst.samples;

import org.jspecify.annotations.NullMarked;

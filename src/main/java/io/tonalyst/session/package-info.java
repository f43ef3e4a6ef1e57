/**
 * The work on a set of recordings as one file: which they are, what a person says of them, and what
 * was looked at. Holds no sound. Kept while the program runs, and found again after a crash.
 */
@NullMarked
package io.tonalyst.session;

import org.jspecify.annotations.NullMarked;

/**
 * Cancellable background work with progress, the rule that only the newest request counts, and
 * files that are written whole or not at all.
 */
@NullMarked
package io.tonalyst.work;

import org.jspecify.annotations.NullMarked;

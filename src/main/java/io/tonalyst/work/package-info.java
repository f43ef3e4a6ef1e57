/** Cancellable background work with progress, and the rule that only the newest request counts. */
@NullMarked
package io.tonalyst.work;

import org.jspecify.annotations.NullMarked;

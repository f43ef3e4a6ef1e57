/**
 * Recordings and the calls of a log they belong to: found by agent and start or by path, and what
 * was measured in them put beside the call.
 */
@NullMarked
package io.tonalyst.join;

import org.jspecify.annotations.NullMarked;

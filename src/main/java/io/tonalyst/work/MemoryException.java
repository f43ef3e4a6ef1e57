// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.work;

/**
 * The memory of the program did not suffice for some work; everything else goes on. The message
 * says so in general, and not which work it was.
 */
public final class MemoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MemoryException(OutOfMemoryError cause) {
        super(Failures.sentence(cause), cause);
    }
}

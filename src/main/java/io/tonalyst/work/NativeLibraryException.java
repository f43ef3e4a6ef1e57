// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.work;

import org.jspecify.annotations.Nullable;

/** Native code cannot be loaded; the message is one sentence that says where to look. */
public final class NativeLibraryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NativeLibraryException(String name, @Nullable Throwable cause) {
        super(
                """
                The native code of %s cannot be loaded; it is unpacked into .javacpp of your home \
                folder, which needs 500 MB of room and must be writable."""
                        .formatted(name),
                cause);
    }
}

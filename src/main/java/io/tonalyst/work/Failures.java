// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.work;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.concurrent.CompletionException;

/** What a person is told of a failure. */
public final class Failures {
    private Failures() {}

    /**
     * The message of a failure, which is one sentence where the project's own code threw it; a
     * sentence that points to the log for failures without a message.
     */
    public static String sentence(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        if (cause instanceof FileSystemException file) {
            return ofFile(file);
        }
        if (cause instanceof OutOfMemoryError) {
            return """
                    The memory of the program, %d MiB, did not suffice; close other recordings, or \
                    start it with more, such as TONALYST_JAVA_OPTIONS=-Xmx4g."""
                    .formatted(Runtime.getRuntime().maxMemory() >> 20);
        }
        if (cause instanceof LinkageError) {
            return """
                    A part of the program cannot be loaded (%s); start it again, and install it \
                    anew if that does not help."""
                    .formatted(cause.getClass().getSimpleName());
        }
        String message = cause.getMessage();
        return message == null || message.isBlank()
                ? "Something went wrong (%s); the log of the program has the details."
                        .formatted(cause.getClass().getSimpleName())
                : message;
    }

    /** The messages of the file system are no sentences, and often only the name of the file. */
    private static String ofFile(FileSystemException failure) {
        String name = failure.getFile() == null ? "A file" : failure.getFile();
        return switch (failure) {
            case NoSuchFileException gone -> name + " does not exist or cannot be made there.";
            case AccessDeniedException denied ->
                    name + " may not be read or written: check its permissions.";
            default ->
                    failure.getReason() == null
                            ? name + " cannot be read or written: check where it lies."
                            : name
                                    + " cannot be read or written: "
                                    + failure.getReason().toLowerCase(Locale.ROOT)
                                    + ".";
        };
    }
}

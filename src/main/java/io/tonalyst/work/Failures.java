// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.work;

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
        String message = cause.getMessage();
        return message == null || message.isBlank()
                ? "Something went wrong (%s); the log of the program has the details."
                        .formatted(cause.getClass().getSimpleName())
                : message;
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** A file could not be read as a table; the message is one sentence for the user. */
public final class TableException extends Exception {
    private static final long serialVersionUID = 1L;

    public TableException(String sentence) {
        super(sentence);
    }

    public TableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** One sentence for a failure of the file system while {@code name} was read. */
    public static TableException of(String name, IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing ->
                    new TableException("There is no file " + name + ".", missing);
            case AccessDeniedException denied ->
                    new TableException(name + " may not be read.", denied);
            default ->
                    new TableException(
                            "%s could not be read to its end: %s."
                                    .formatted(
                                            name,
                                            failure.getMessage() == null
                                                    ? "it is damaged"
                                                    : failure.getMessage()),
                            failure);
        };
    }
}

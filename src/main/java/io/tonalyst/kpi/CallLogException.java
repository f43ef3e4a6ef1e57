// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import io.tonalyst.kpi.table.TableException;

/** A call log or series could not be read; the message is one sentence for the user. */
public final class CallLogException extends Exception {
    private static final long serialVersionUID = 1L;

    public CallLogException(String sentence) {
        super(sentence);
    }

    public CallLogException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The same sentence for a file that is no table. */
    public static CallLogException of(TableException failure) {
        return new CallLogException(String.valueOf(failure.getMessage()), failure);
    }
}

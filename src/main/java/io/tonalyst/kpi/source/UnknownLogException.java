// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.source;

import io.tonalyst.kpi.table.Quote;
import io.tonalyst.kpi.table.TableSample;

/** A table whose columns nobody has said the meaning of; the message is one sentence. */
public final class UnknownLogException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient TableSample sample;

    public UnknownLogException(TableSample sample) {
        super(
                "%s is no call log of a known kind (its columns are %s): import it and say what they mean."
                        .formatted(
                                sample.file(), Quote.of(String.join(", ", sample.columns()), 120)));
        this.sample = sample;
    }

    /** What was seen of the file. */
    public TableSample sample() {
        return sample;
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui;

import io.tonalyst.work.CancelToken;

/** The status bar as workspaces see it. All methods may be called from any thread. */
public interface StatusReporter {
    /** Shows one sentence until the next. */
    void say(String sentence);

    /** Shows a problem in one sentence; it stays until dismissed. */
    void problem(String sentence);

    /**
     * Shows a running job with progress and a cancel button until its fraction reaches 1.
     *
     * @param job a name that identifies the job
     * @param fraction share done, 0 to 1, NaN when unknown; 1 removes the job
     */
    void progress(String job, double fraction, CancelToken cancel);
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui;

import io.tonalyst.work.CancelToken;
import java.util.List;

/**
 * A status bar that remembers what it was told.
 *
 * @param said receives the sentences
 * @param problems receives the problems
 */
public record RememberedStatus(List<String> said, List<String> problems) implements StatusReporter {
    @Override
    public void say(String sentence) {
        said.add(sentence);
    }

    @Override
    public void problem(String sentence) {
        problems.add(sentence);
    }

    @Override
    public void progress(String job, double fraction, CancelToken cancel) {}
}

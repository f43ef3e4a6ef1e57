// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.library;

import java.nio.file.Path;
import java.util.List;

/** Shows recordings where they can be seen and heard. */
public interface RecordingViews {
    /** Opens recordings; one that is open already comes to the front. */
    void open(List<Path> recordings);

    /** Opens a recording where it is angriest. */
    void openAtAngriest(Path recording);
}

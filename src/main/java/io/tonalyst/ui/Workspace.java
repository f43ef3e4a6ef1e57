// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;

/** One of the main areas of the window. All methods on the FX thread. */
public interface Workspace extends AutoCloseable {
    /** Name on its tab. */
    String title();

    /** Its content, the same node on every call. */
    Node view();

    /** Whether it opens files such as this one, judged by the name alone. */
    boolean accepts(Path file);

    /** Opens dropped or chosen files in the background; problems are reported, not thrown. */
    void open(List<Path> files);

    /** Called when another workspace comes to the front: playback pauses. */
    void deactivate();

    /** Stops playback and background work. */
    @Override
    void close();
}

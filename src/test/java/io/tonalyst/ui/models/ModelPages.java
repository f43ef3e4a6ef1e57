// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.emotion.ModelException;
import java.nio.file.Path;

/** Reads all that the pages on a model show, for tests elsewhere. */
public final class ModelPages {
    private ModelPages() {}

    /**
     * Reads the folder of a model.
     *
     * @throws ModelException with one sentence, if there is no readable manifest
     */
    public static void read(Path folder) throws ModelException {
        ModelReportReader.read(folder);
    }
}

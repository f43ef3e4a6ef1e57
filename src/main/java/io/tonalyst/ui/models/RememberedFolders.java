// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import java.nio.file.Path;
import java.util.List;

/** The corpus folders the Data page was pointed at, kept from one start to the next. */
public interface RememberedFolders {
    /** Those of last time, whether they still exist or not; empty at first. */
    List<Path> get();

    void set(List<Path> folders);
}

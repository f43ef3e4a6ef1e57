// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import java.util.ArrayList;
import java.util.List;

/**
 * What is kept from one start to the next.
 *
 * @param dark whether the dark theme is chosen
 * @param width of the window, in pixels
 * @param height of the window, in pixels
 * @param recentFiles newest first, at most {@value #MAX_RECENT}
 * @param corpusFolders where the corpora lie that the Models page shows examples of
 */
record Settings(
        boolean dark,
        double width,
        double height,
        List<String> recentFiles,
        List<String> corpusFolders) {
    static final int MAX_RECENT = 12;
    static final Settings DEFAULT = new Settings(false, 1400, 900, List.of(), List.of());

    Settings {
        width = within(width, 640, 8000);
        height = within(height, 480, 8000);
        recentFiles = List.copyOf(recentFiles.subList(0, Math.min(MAX_RECENT, recentFiles.size())));
        corpusFolders = List.copyOf(corpusFolders);
    }

    private static double within(double value, double min, double max) {
        return Double.isNaN(value) ? min : Math.clamp(value, min, max);
    }

    Settings withDark(boolean chosen) {
        return new Settings(chosen, width, height, recentFiles, corpusFolders);
    }

    Settings withSize(double newWidth, double newHeight) {
        return new Settings(dark, newWidth, newHeight, recentFiles, corpusFolders);
    }

    Settings withCorpusFolders(List<String> folders) {
        return new Settings(dark, width, height, recentFiles, folders);
    }

    /** Puts a file at the head of the recent files. */
    Settings withRecent(String file) {
        List<String> files = new ArrayList<>(recentFiles);
        files.remove(file);
        files.addFirst(file);
        return new Settings(dark, width, height, files, corpusFolders);
    }
}

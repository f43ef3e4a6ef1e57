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
 * @param motion how much may move
 */
record Settings(
        boolean dark,
        double width,
        double height,
        List<String> recentFiles,
        List<String> corpusFolders,
        Motion motion) {
    static final int MAX_RECENT = 12;
    static final Settings DEFAULT =
            new Settings(false, 1400, 900, List.of(), List.of(), Motion.SYSTEM);

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
        return new Settings(chosen, width, height, recentFiles, corpusFolders, motion);
    }

    Settings withMotion(Motion chosen) {
        return new Settings(dark, width, height, recentFiles, corpusFolders, chosen);
    }

    Settings withSize(double newWidth, double newHeight) {
        return new Settings(dark, newWidth, newHeight, recentFiles, corpusFolders, motion);
    }

    Settings withCorpusFolders(List<String> folders) {
        return new Settings(dark, width, height, recentFiles, folders, motion);
    }

    /** Puts a file at the head of the recent files. */
    Settings withRecent(String file) {
        List<String> files = new ArrayList<>(recentFiles);
        files.remove(file);
        files.addFirst(file);
        return new Settings(dark, width, height, files, corpusFolders, motion);
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import java.nio.file.Path;

/**
 * Knows where the models of this installation lie.
 *
 * @param home folder that holds {@code models/}
 */
public record ModelLocator(Path home) {
    /** Folder name of the model the product ships. */
    public static final String SHIPPED = "emotion-cnn-3";

    /** The installation that the system property {@code tonalyst.home} names; else this folder. */
    public static ModelLocator ofInstallation() {
        return new ModelLocator(Path.of(System.getProperty("tonalyst.home", "")).toAbsolutePath());
    }

    /** The folder of the shipped model, whether it exists or not. */
    public Path shipped() {
        return home.resolve("models").resolve(SHIPPED);
    }
}

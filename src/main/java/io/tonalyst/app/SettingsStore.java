// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tonalyst.work.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the settings in one JSON file; a damaged or missing file means the defaults. */
final class SettingsStore {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);

    private final JsonMapper json =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private final Path file;

    SettingsStore(Path file) {
        this.file = file;
    }

    /** The file of the person who runs the program. */
    static SettingsStore ofUser() {
        return new SettingsStore(
                Path.of(System.getProperty("user.home", "."), ".tonalyst", "settings.json"));
    }

    /** What the file may hold: any of it can be missing. */
    private record Stored(
            @JsonProperty("dark") @Nullable Boolean dark,
            @JsonProperty("width") @Nullable Double width,
            @JsonProperty("height") @Nullable Double height,
            @JsonProperty("recentFiles") @Nullable List<String> recentFiles,
            @JsonProperty("corpusFolders") @Nullable List<String> corpusFolders,
            @JsonProperty("motion") @Nullable Motion motion) {}

    Settings load() {
        if (!Files.isRegularFile(file)) {
            return Settings.DEFAULT;
        }
        try {
            Stored stored = json.readValue(file.toFile(), Stored.class);
            Settings d = Settings.DEFAULT;
            return new Settings(
                    stored.dark() == null ? d.dark() : stored.dark(),
                    stored.width() == null ? d.width() : stored.width(),
                    stored.height() == null ? d.height() : stored.height(),
                    stored.recentFiles() == null ? d.recentFiles() : stored.recentFiles(),
                    stored.corpusFolders() == null ? d.corpusFolders() : stored.corpusFolders(),
                    stored.motion() == null ? d.motion() : stored.motion());
        } catch (IOException | RuntimeException e) {
            LOG.warn("The settings in {} could not be read; the defaults are used", file, e);
            return Settings.DEFAULT;
        }
    }

    /** Writes the settings whole or not at all; a failure is logged, for nothing depends on it. */
    void save(Settings settings) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var stored =
                    new Stored(
                            settings.dark(),
                            settings.width(),
                            settings.height(),
                            settings.recentFiles(),
                            settings.corpusFolders(),
                            settings.motion());
            WholeFile.write(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(stored));
        } catch (IOException e) {
            LOG.warn("The settings could not be saved to {}", file, e);
        }
    }
}

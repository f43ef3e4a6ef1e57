// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {
    @TempDir private Path folder;

    @Test
    void givesBackWhatWasSaved() {
        var store = new SettingsStore(folder.resolve("deep/settings.json"));
        Settings settings =
                new Settings(
                        true,
                        1234,
                        777,
                        List.of("a.wav", "b.csv"),
                        List.of("corpora"),
                        Motion.REDUCED);
        store.save(settings);
        assertThat(store.load()).isEqualTo(settings);
    }

    @Test
    void fallsBackToTheDefaultsWhenDamagedOrMissing() throws Exception {
        Path file = folder.resolve("settings.json");
        assertThat(new SettingsStore(file).load()).isEqualTo(Settings.DEFAULT);
        Files.writeString(file, "{\"dark\": tru");
        assertThat(new SettingsStore(file).load()).isEqualTo(Settings.DEFAULT);
        Files.writeString(file, "{\"dark\": true, \"unknown\": 1}");
        assertThat(new SettingsStore(file).load()).isEqualTo(Settings.DEFAULT.withDark(true));
    }

    @Test
    void keepsTheNewestFilesFirstAndOnlySoMany() {
        Settings settings = Settings.DEFAULT;
        for (int i = 0; i < 20; i++) {
            settings = settings.withRecent("file" + i);
        }
        settings = settings.withRecent("file15");
        assertThat(settings.recentFiles())
                .hasSize(Settings.MAX_RECENT)
                .startsWith("file15", "file19", "file18")
                .doesNotHaveDuplicates();
    }

    @Test
    void keepsTheWindowWithinReason() {
        Settings settings = Settings.DEFAULT.withSize(Double.NaN, 1e9);
        assertThat(settings.width()).isEqualTo(640);
        assertThat(settings.height()).isEqualTo(8000);
    }
}

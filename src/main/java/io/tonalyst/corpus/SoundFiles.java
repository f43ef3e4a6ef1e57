// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which files can be clips, told from how their names end. */
final class SoundFiles {
    private static final Set<String> SOUND =
            Set.of(
                    "wav", "wave", "mp3", "m4a", "mp4", "aac", "ogg", "oga", "opus", "flac", "amr",
                    "aif", "aiff", "au", "wma", "gsm", "webm", "mka", "caf", "mov", "mkv");

    private SoundFiles() {}

    /** The form a file has by its name; empty if it is neither sound nor image, or hidden. */
    static Optional<ClipKind> kind(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (name.startsWith(".")) {
            return Optional.empty();
        }
        if (ending.equals("png")) {
            return Optional.of(ClipKind.LOG_MEL);
        }
        return SOUND.contains(ending) ? Optional.of(ClipKind.AUDIO) : Optional.empty();
    }
}

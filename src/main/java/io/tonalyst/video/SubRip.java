// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.video;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Captions in the SubRip format (.srt), which players load beside a film of the same name. */
public final class SubRip {
    private SubRip() {}

    /**
     * One caption.
     *
     * @param from seconds from the start of the film
     * @param to seconds, above {@code from}
     * @param text what is shown, in one or more lines
     */
    public record Caption(double from, double to, String text) {
        public Caption {
            if (!(from >= 0 && to > from)) {
                throw new IllegalArgumentException("Not a span: " + from + " to " + to);
            }
        }
    }

    /** Where players look for the captions of a film. */
    public static Path beside(Path film) {
        String name = String.valueOf(film.getFileName());
        return film.resolveSibling(name.replaceFirst("(?i)\\.mp4$", "") + ".srt");
    }

    /** The file's text; captions are numbered from 1, times rounded to milliseconds. */
    public static String text(List<Caption> captions) {
        var text = new StringBuilder();
        for (int i = 0; i < captions.size(); i++) {
            Caption caption = captions.get(i);
            text.append(i + 1)
                    .append('\n')
                    .append(time(caption.from()))
                    .append(" --> ")
                    .append(time(caption.to()))
                    .append('\n')
                    .append(plain(caption.text()))
                    .append("\n\n");
        }
        return text.toString();
    }

    /** An empty line ends a caption, and an arrow between times begins one. */
    private static String plain(String text) {
        return text.strip().replaceAll("\\R\\s*", "\n").replace("-->", "->");
    }

    private static String time(double seconds) {
        long millis = Math.round(seconds * 1000);
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d,%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                millis % 1000);
    }
}

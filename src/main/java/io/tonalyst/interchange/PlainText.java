// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.interchange;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.review.Reviewed;

/** Makes text from anywhere harmless in the formats it is embedded in. */
final class PlainText {
    /** What stands for a stretch in which a person hears no speech. */
    static final String NO_SPEECH = "no speech";

    private PlainText() {}

    /** The emotion of a segment after corrections, that there is no speech, or else a word. */
    static String emotion(Reviewed r, String without) {
        return r.isSilent() ? NO_SPEECH : r.emotion().map(Emotion::key).orElse(without);
    }

    /**
     * One line that every format can carry: control characters and line ends become blanks, halves
     * of surrogate pairs and what XML 1.0 cannot hold are left out.
     */
    static String line(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        c -> {
                            if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
                                clean.append(' ');
                            } else if (!isLoneSurrogate(c) && (c & 0xfffe) != 0xfffe) {
                                clean.appendCodePoint(c);
                            }
                        });
        return clean.toString().strip();
    }

    /** Text between tags or in a quoted attribute of HTML and XML. */
    static String html(String text) {
        return line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /**
     * A cell of CSV (RFC 4180). Spreadsheets run what begins like a formula, so such text gets an
     * apostrophe before it (OWASP, CSV injection).
     */
    static String csv(String text) {
        String clean = line(text);
        String safe =
                !clean.isEmpty() && "=+-@|%".indexOf(clean.charAt(0)) >= 0 ? "'" + clean : clean;
        return safe.matches("[^,;\"]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}

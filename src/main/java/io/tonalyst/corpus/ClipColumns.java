// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which field of a row holds what; names are compared without case and blanks, others ignored. */
final class ClipColumns {
    static final String PATH = "path";
    static final String CLIP = "clip";
    static final String LABEL = "label";
    static final String SPEAKER = "speaker";
    static final String START = "start";
    static final String END = "end";
    static final String CHANNEL = "channel";
    static final String CORPUS = "corpus";
    static final String RECORDING = "recording";

    private final Map<String, Integer> places = new HashMap<>();
    private final int size;

    /**
     * @throws CorpusException if there is no column for the clips or none for their labels
     */
    ClipColumns(Path file, List<String> header) throws CorpusException {
        size = header.size();
        for (int i = 0; i < size; i++) {
            places.putIfAbsent(header.get(i).toLowerCase(Locale.ROOT).strip(), i);
        }
        if (!(has(PATH) || has(CLIP)) || !has(LABEL)) {
            throw new CorpusException(
                    file
                            + " needs the columns path,label,speaker in its first line (for a folder"
                            + " of images clip,label,speaker,corpus); it reads \""
                            + quote(String.join(",", header))
                            + "\".");
        }
    }

    boolean has(String column) {
        return places.containsKey(column);
    }

    /** Number of columns. */
    int size() {
        return size;
    }

    /** The text of a column, empty where the table lacks it. */
    String of(List<String> fields, String column) {
        Integer place = places.get(column);
        return place == null ? "" : fields.get(place);
    }

    /** Text of a file as it can stand in a sentence. */
    static String quote(String text) {
        String visible = text.replaceAll("[\\p{Cntrl}\\uFFFD]+", "?");
        return visible.length() <= 120 ? visible : visible.substring(0, 120) + "...";
    }
}

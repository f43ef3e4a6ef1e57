// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.emotion.Emotion;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The scored clips of a protocol, one a row of {@code PROTOCOL.csv}: what every figure follows
 * from. Columns are found by their names, so that further ones do no harm.
 */
public final class EvaluationRows {
    private static final List<String> NAMES = List.of("clip", "corpus", "speaker", "fold", "label");

    private final List<ScoredClip> clips;

    private EvaluationRows(List<ScoredClip> clips) {
        this.clips = clips;
    }

    /**
     * Reads all rows of a file.
     *
     * @throws IOException with one sentence, if it cannot be read or is no file of scored clips
     */
    public static EvaluationRows read(Path csv) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(csv)) {
            int[] columns = columns(csv, String.valueOf(in.readLine()).split(",", -1));
            List<ScoredClip> clips = new ArrayList<>();
            int number = 2;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                clips.add(clip(csv, number++, line.split(",", -1), columns));
            }
            return new EvaluationRows(clips);
        }
    }

    private static int[] columns(Path csv, String[] header) throws IOException {
        List<String> names = new ArrayList<>(NAMES);
        Emotion.ALL.forEach(emotion -> names.add("p_" + emotion.key()));
        List<String> found = List.of(header);
        int[] columns = names.stream().mapToInt(found::indexOf).toArray();
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] < 0) {
                throw new IOException(
                        csv + " holds no scored clips: it has no column " + names.get(i) + ".");
            }
        }
        return columns;
    }

    private static ScoredClip clip(Path csv, int number, String[] cells, int[] columns)
            throws IOException {
        try {
            float[] p = new float[Emotion.ALL.size()];
            for (int k = 0; k < p.length; k++) {
                p[k] = Float.parseFloat(cells[columns[NAMES.size() + k]]);
            }
            return new ScoredClip(
                    cells[columns[0]],
                    cells[columns[1]],
                    cells[columns[2]],
                    Integer.parseInt(cells[columns[3]]),
                    Emotion.valueOf(cells[columns[4]].toUpperCase(Locale.ROOT)),
                    p);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IOException("Line " + number + " of " + csv + " is no scored clip.", e);
        }
    }

    /** Number of rows. */
    public int size() {
        return clips.size();
    }

    /** Titles of the corpora that have rows, in order of their first row. */
    public List<String> corpora() {
        return clips.stream().map(ScoredClip::corpus).distinct().toList();
    }

    /** Titles of the corpora with rows in a fold, in order of their first row. */
    public List<String> corpora(int fold) {
        return clips.stream()
                .filter(clip -> clip.fold() == fold)
                .map(ScoredClip::corpus)
                .distinct()
                .toList();
    }

    /**
     * How confidence and accuracy go together, over all rows.
     *
     * @param temperatures by fold; a fold without one counts as not scaled
     */
    public Reliability reliability(Map<Integer, Double> temperatures) {
        return reliability(temperatures, clip -> true);
    }

    /** The same over the rows of one corpus; all 0 if it has none. */
    public Reliability reliability(Map<Integer, Double> temperatures, String corpus) {
        return reliability(temperatures, clip -> clip.corpus().equals(corpus));
    }

    private Reliability reliability(
            Map<Integer, Double> temperatures, Predicate<ScoredClip> which) {
        return Reliability.of(clips.stream().filter(which).toList(), temperatures);
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.corpus.Clip;
import io.tonalyst.corpus.Fold;
import io.tonalyst.emotion.Emotion;
import io.tonalyst.work.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The files of a protocol: {@code PROTOCOL.json} with the figures, {@code PROTOCOL.csv} with one
 * row a scored clip, {@code PROTOCOL-splits.csv} with the part each clip had in each fold.
 */
public final class EvaluationFiles {
    private static final String CLIPS_HEADER =
            "clip,corpus,speaker,fold,label,"
                    + Emotion.ALL.stream()
                            .map(e -> "p_" + e.key())
                            .collect(Collectors.joining(","));

    private static final String SPLITS_HEADER = "clip,fold,role";
    private static final int FIXED_COLUMNS = 5;

    private final Path folder;
    private final String protocol;

    EvaluationFiles(Path folder, Protocol protocol) {
        this(folder, protocol.key());
    }

    /**
     * @param folder of the evaluation files of a model
     * @param protocol key of the protocol
     */
    public EvaluationFiles(Path folder, String protocol) {
        this.folder = folder;
        this.protocol = protocol;
    }

    boolean exist() {
        return Files.isRegularFile(json());
    }

    /**
     * Writes all three.
     *
     * @param report record of the figures, all of which follow from the scored clips
     */
    public void write(Record report, List<ScoredClip> scored, List<Fold> folds) throws IOException {
        WholeFile.write(clips(), clipRows(scored));
        WholeFile.write(splits(), splitRows(folds));
        JsonFiles.write(json(), report);
    }

    EvaluationReport readReport() throws IOException {
        return readReport(EvaluationReport.class);
    }

    /** The figures as they were written. */
    public <T extends Record> T readReport(Class<T> type) throws IOException {
        return JsonFiles.read(json(), type);
    }

    /** The scored clips as they were written. */
    public List<ScoredClip> readClips() throws IOException {
        List<String> lines = Files.readAllLines(clips());
        if (lines.isEmpty() || !lines.get(0).equals(CLIPS_HEADER)) {
            throw new IOException(clips() + " is not a file of scored clips.");
        }
        List<ScoredClip> scored = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            float[] p = new float[Emotion.ALL.size()];
            for (int k = 0; k < p.length; k++) {
                p[k] = Float.parseFloat(cells[FIXED_COLUMNS + k]);
            }
            scored.add(
                    new ScoredClip(
                            cells[0],
                            cells[1],
                            cells[2],
                            Integer.parseInt(cells[3]),
                            Emotion.valueOf(cells[4].toUpperCase(Locale.ROOT)),
                            p));
        }
        return scored;
    }

    private Path json() {
        return folder.resolve(protocol + ".json");
    }

    private Path clips() {
        return folder.resolve(protocol + ".csv");
    }

    private Path splits() {
        return folder.resolve(protocol + "-splits.csv");
    }

    private static String clipRows(List<ScoredClip> scored) {
        var text = new StringBuilder(CLIPS_HEADER).append('\n');
        for (ScoredClip clip : scored) {
            text.append(clip.clip()).append(',').append(clip.corpus()).append(',');
            text.append(clip.speaker()).append(',').append(clip.fold()).append(',');
            text.append(clip.label().key());
            for (float p : clip.probabilities()) {
                text.append(',').append(p);
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String splitRows(List<Fold> folds) {
        var text = new StringBuilder(SPLITS_HEADER).append('\n');
        for (Fold fold : folds) {
            rows(text, fold.train(), fold.index(), "train");
            rows(text, fold.validation(), fold.index(), "validation");
            rows(text, fold.test(), fold.index(), "test");
        }
        return text.toString();
    }

    private static void rows(StringBuilder text, List<Clip> clips, int fold, String role) {
        for (Clip clip : clips) {
            text.append(clip.id()).append(',').append(fold).append(',').append(role).append('\n');
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tonalyst.reference.ReferenceReport.FoldRun;
import io.tonalyst.training.EvaluationFiles;
import io.tonalyst.training.JsonFiles;
import io.tonalyst.training.ScoredClip;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The evaluation of the reference networks in {@code models/} is what its files say. */
class ReferenceEvaluationTest {
    private static final Path MODELS = Path.of("models");

    @ParameterizedTest
    @CsvSource({
        "FEATURES,LEAKY",
        "FEATURES,CLIP",
        "FEATURES,SPEAKER",
        "FRAMES,LEAKY",
        "FRAMES,CLIP",
        "FRAMES,SPEAKER"
    })
    void theFiguresFollowFromTheScoredRowsAndTheSplits(
            ReferencePipeline pipeline, ReferenceProtocol protocol) throws Exception {
        Path folder = MODELS.resolve(pipeline.folder());
        assumeThat(folder.resolve("evaluation/" + protocol.key() + ".json"))
                .as("run: tonalyst reference --pipeline %s --protocol %s", pipeline, protocol)
                .exists();
        var files = new EvaluationFiles(folder.resolve("evaluation"), protocol.key());
        ReferenceReport written = files.readReport(ReferenceReport.class);
        List<ScoredClip> scored = files.readClips();
        Map<Integer, Map<String, List<String>>> roles = roles(folder, protocol);
        List<FoldRun> runs = new ArrayList<>();
        for (ReferenceReport.OfFold fold : written.folds()) {
            List<String> train = roles.get(fold.fold()).get("train");
            List<String> test = roles.get(fold.fold()).get("test");
            assertThat(scored.stream().filter(c -> c.fold() == fold.fold()).map(ScoredClip::clip))
                    .containsExactlyInAnyOrderElementsOf(test)
                    .doesNotHaveDuplicates();
            // All copies of a clip are learned from where the splits name whole clips.
            int copies = protocol == ReferenceProtocol.LEAKY ? 1 : pipeline.variants().size();
            Set<String> heard =
                    new HashSet<>(
                            train.stream().map(id -> speakerOf(ReferenceRow.clipOf(id))).toList());
            runs.add(
                    new FoldRun(
                            copies * train.size(),
                            RowSplit.siblingShare(train, test),
                            RowSplit.share(
                                    test.stream()
                                            .map(id -> speakerOf(ReferenceRow.clipOf(id)))
                                            .toList(),
                                    heard),
                            fold.last()));
        }

        ReferenceReport computed =
                ReferenceReport.of(protocol, written.recipe(), written.clips(), runs, scored);

        assertThat(JsonFiles.text(computed)).isEqualTo(JsonFiles.text(written));
        assertThat(ReferenceSummary.read(pipeline, folder).protocols().get(protocol.key()))
                .isEqualTo(ReferenceRunner.outcome(computed));
    }

    @Test
    void onlyTheLeakyProtocolHasCopiesOnBothSides() throws Exception {
        for (LeakageTable.Row row : LeakageTable.read(MODELS).rows()) {
            switch (row.protocol()) {
                case LEAKY -> assertThat(row.siblingShare()).isCloseTo(0.984, within(0.005));
                case CLIP -> assertThat(row.siblingShare()).isZero();
                case SPEAKER -> {
                    assertThat(row.siblingShare()).isZero();
                    assertThat(row.speakerShare()).isZero();
                }
            }
        }
    }

    @Test
    void theSecondNotebooksFigureComesFromItsSplit() throws Exception {
        List<LeakageTable.Row> rows =
                LeakageTable.read(MODELS).rows().stream()
                        .filter(r -> r.pipeline() == ReferencePipeline.FRAMES)
                        .toList();

        assumeThat(rows)
                .as("run: tonalyst reference --pipeline frames under all protocols")
                .hasSize(ReferenceProtocol.values().length);
        assertThat(rows.getFirst().accuracy()).isGreaterThanOrEqualTo(0.9);
        assertThat(rows.getLast().accuracy()).isLessThan(rows.getFirst().accuracy() - 0.2);
    }

    @Test
    void theDocumentShowsTheTable() throws Exception {
        assertThat(Files.readString(Path.of("docs/leakage.md")))
                .as("print it with: tonalyst reference --table --out models")
                .contains(LeakageText.markdown(LeakageTable.read(MODELS)));
    }

    private static Map<Integer, Map<String, List<String>>> roles(
            Path folder, ReferenceProtocol protocol) throws Exception {
        Map<Integer, Map<String, List<String>>> roles = new HashMap<>();
        Path file = folder.resolve("evaluation").resolve(protocol.key() + "-splits.csv");
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] cells = line.split(",");
            roles.computeIfAbsent(Integer.parseInt(cells[1]), f -> new HashMap<>())
                    .computeIfAbsent(cells[2], r -> new ArrayList<>())
                    .add(cells[0]);
        }
        return roles;
    }

    /** The speaker, as the names of the clips of the three corpora tell it. */
    private static String speakerOf(String clip) {
        return switch (clip.charAt(0)) {
            case '0' -> "RAVDESS-" + clip.substring(clip.length() - 2);
            case 'O' -> "TESS-OAF";
            case 'Y' -> "TESS-YAF";
            default -> "SAVEE-" + clip.substring(0, 2);
        };
    }
}

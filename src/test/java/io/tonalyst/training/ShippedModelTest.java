// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.emotion.ModelManifest;
import io.tonalyst.emotion.Sha256;
import io.tonalyst.emotion.dl4j.Dl4jEmotionModel;
import io.tonalyst.signal.LogMel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The model in {@code models/} is what its files say. */
class ShippedModelTest {
    private static final Path FOLDER = Path.of("models/emotion-cnn-3");

    @Test
    void everyFileIsTheOneTheManifestNames() throws Exception {
        Map<String, String> hashes = ModelManifest.read(FOLDER).sha256();

        assertThat(hashes)
                .containsKeys(
                        "network-0.fb",
                        "network-1.fb",
                        "telephone-0.fb",
                        "telephone-1.fb",
                        "history.json",
                        "MODEL-CARD.md",
                        "evaluation/clip.json",
                        "evaluation/clip.csv",
                        "evaluation/clip-splits.csv",
                        "evaluation/speaker.json",
                        "evaluation/speaker.csv",
                        "evaluation/speaker-splits.csv",
                        "evaluation/corpus.json",
                        "evaluation/corpus.csv",
                        "evaluation/corpus-splits.csv",
                        "evaluation/robustness.json",
                        "evaluation/robustness.csv");
        for (var entry : hashes.entrySet()) {
            assertThat(Sha256.of(FOLDER.resolve(entry.getKey())))
                    .as(entry.getKey())
                    .isEqualTo(entry.getValue());
        }
        assertThat(Files.size(FOLDER.resolve("network-0.fb"))).isLessThan(10_000_000);
    }

    @Test
    void loadsAndPredicts() throws Exception {
        float[] db = new float[150 * LogMel.BANDS];
        java.util.Arrays.fill(db, -30);

        var told = Dl4jEmotionModel.load(FOLDER).predict(List.of(new LogMel(150, db)));

        assertThat(told.get(0).confidence()).isBetween(0.125f, 1f);
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void theFiguresFollowFromTheScoredClips(Protocol protocol) throws Exception {
        var files = new EvaluationFiles(FOLDER.resolve("evaluation"), protocol);
        EvaluationReport written = files.readReport();
        var runs =
                written.folds().stream()
                        .map(
                                f ->
                                        new EvaluationReport.FoldRun(
                                                f.train(),
                                                f.validation(),
                                                f.keptEpochs(),
                                                f.calibration()))
                        .toList();

        EvaluationReport computed =
                EvaluationReport.of(protocol, written.recipe(), runs, files.readClips());

        assertThat(JsonFiles.text(computed)).isEqualTo(JsonFiles.text(written));
        assertThat(written.overall().accuracy())
                .isGreaterThan(protocol == Protocol.CORPUS ? 0.2 : 0.5);
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void noClipIsTestedTwiceAndNoneIsLearnedFrom(Protocol protocol) throws Exception {
        List<ScoredClip> scored =
                new EvaluationFiles(FOLDER.resolve("evaluation"), protocol).readClips();
        Map<String, ScoredClip> byClip = new HashMap<>();
        scored.forEach(
                clip -> assertThat(byClip.put(clip.fold() + " " + clip.clip(), clip)).isNull());
        Map<String, String> speakerOf = new HashMap<>();
        scored.forEach(clip -> speakerOf.put(clip.clip(), clip.speaker()));
        Map<Integer, Map<String, Set<String>>> roles = new HashMap<>();
        for (String line :
                Files.readAllLines(FOLDER.resolve("evaluation/" + protocol.key() + "-splits.csv"))
                        .stream()
                        .skip(1)
                        .toList()) {
            String[] cells = line.split(",");
            roles.computeIfAbsent(Integer.parseInt(cells[1]), f -> new HashMap<>())
                    .computeIfAbsent(cells[2], r -> new HashSet<>())
                    .add(cells[0]);
        }
        Set<String> tested = new HashSet<>();
        roles.forEach(
                (fold, parts) -> {
                    parts.get("test").forEach(clip -> tested.add(fold + " " + clip));
                    assertThat(parts.get("train")).doesNotContainAnyElementsOf(parts.get("test"));
                    assertThat(parts.get("validation"))
                            .doesNotContainAnyElementsOf(parts.get("test"))
                            .doesNotContainAnyElementsOf(parts.get("train"));
                    if (protocol != Protocol.CLIP) {
                        assertThat(speakers(speakerOf, parts.get("train")))
                                .doesNotContainAnyElementsOf(
                                        speakers(speakerOf, parts.get("test")));
                    }
                });
        assertThat(byClip.keySet()).isEqualTo(tested);
    }

    private static Set<String> speakers(Map<String, String> speakerOf, Collection<String> ids) {
        Set<String> speakers = new HashSet<>();
        for (String id : ids) {
            String speaker = speakerOf.get(id);
            assertThat(speaker).as("every clip is tested in some fold: %s", id).isNotNull();
            speakers.add(speaker);
        }
        return speakers;
    }
}

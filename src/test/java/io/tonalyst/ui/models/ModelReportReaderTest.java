// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.emotion.ModelException;
import io.tonalyst.emotion.ModelLocator;
import io.tonalyst.training.Protocol;
import io.tonalyst.training.RunLog;
import io.tonalyst.training.TinyEvaluation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelReportReaderTest {
    private static final Path SHIPPED = ModelLocator.ofInstallation().shipped();

    @TempDir private Path folder;

    @BeforeEach
    void copyManifest() throws Exception {
        Files.copy(SHIPPED.resolve("model.json"), folder.resolve("model.json"));
        Files.createDirectories(folder.resolve("evaluation"));
    }

    @Test
    void theFolderOfAModelIsReadWhole() throws Exception {
        TinyEvaluation.write(folder.resolve("evaluation"), Protocol.CLIP);
        TinyEvaluation.write(folder.resolve("evaluation"), Protocol.SPEAKER);
        Files.copy(SHIPPED.resolve("MODEL-CARD.md"), folder.resolve("MODEL-CARD.md"));
        Files.copy(SHIPPED.resolve("history.json"), folder.resolve("history.json"));
        Files.write(folder.resolve("network-0.fb"), new byte[1000]);

        ModelReport report = ModelReportReader.read(folder);

        assertThat(report.problems()).isEmpty();
        assertThat(report.evaluations())
                .extracting(Evaluation::key)
                .containsExactly("speaker", "clip");
        Evaluation expected = report.expected().orElseThrow();
        assertThat(expected.key()).isEqualTo("speaker");
        assertThat(expected.folds())
                .extracting(Evaluation.Part::name)
                .containsExactly("Fold 1", "Fold 2");
        assertThat(expected.reliability()).containsOnlyKeys("All clips", "RAVDESS", "SAVEE");
        assertThat(expected.reliability().get("All clips").eceBefore())
                .isCloseTo(expected.confidence().orElseThrow().eceBefore(), within(1e-9));
        assertThat(report.histories().getFirst().name()).startsWith("Shipped");
        assertThat(report.card().section("What it is for"))
                .anyMatch(text -> text.contains("must not be used"));
        assertThat(report.bytes()).isGreaterThan(1000);
    }

    @Test
    void whatChangedSoundDoesIsReadAndTold() throws Exception {
        write(
                "robustness.json",
                "{\"corpora\":[\"TESS\"],\"clips\":100,\"conditions\":["
                        + "{\"key\":\"clean\",\"description\":\"As recorded\",\"accuracy\":0.9,"
                        + "\"uar\":0.8,\"lost\":0.0},"
                        + "{\"key\":\"gsm\",\"description\":\"GSM\",\"accuracy\":0.8,"
                        + "\"uar\":0.7,\"lost\":10.0}]}");
        var robustness = ModelReportReader.read(folder).robustness().orElseThrow();
        var chart = new RobustnessChart("Lost", robustness.conditions().subList(1, 2));
        assertThat(chart.readout(0))
                .isEqualTo(
                        "GSM: accuracy 80.0 %, UAR 70.0 %, −10.0 points against the sound as it is.");
        assertThat(RobustnessChart.points(0)).isEqualTo("0.0");

        write("robustness.json", "{\"corpora\":");
        ModelReport damaged = ModelReportReader.read(folder);
        assertThat(damaged.robustness()).isEmpty();
        assertThat(damaged.problems()).anyMatch(p -> p.contains("'tonalyst robustness'"));
    }

    @Test
    void furtherProtocolsAndFieldsAreShownAndOtherFilesPassedOver() throws Exception {
        String figures =
                "{\"clips\":2,\"accuracy\":0.5,\"uar\":0.5,\"macroF1\":0.4,\"new\":1,"
                        + "\"classes\":{\"sad\":{\"clips\":2,\"precision\":1,\"recall\":0.5,\"f1\":0.6}},"
                        + "\"confusion\":[[0,0,0,0,0,0,0,0]]}";
        write(
                "corpus.json",
                "{\"protocol\":\"corpus\",\"seeds\":[1,2],\"overall\":"
                        + figures
                        + ",\"corpora\":{\"TESS\":"
                        + figures
                        + "},\"folds\":[{\"fold\":0,\"new\":true,\"figures\":"
                        + figures
                        + "}]}");
        write("leaky.json", "{\"overall\":" + figures + "}");
        write("robustness.json", "{\"corpora\":[],\"clips\":0,\"conditions\":[]}");

        Files.writeString(
                folder.resolve("evaluation/corpus.csv"),
                """
                clip,corpus,speaker,fold,label,p_neutral,p_calm,p_happy,p_sad,p_angry,p_fear,\
                p_disgust,p_surprise
                OAF_back_sad,TESS,TESS-OAF,0,sad,0.1,0,0,0.9,0,0,0,0
                """);

        ModelReport report = ModelReportReader.read(folder);

        assertThat(report.problems()).isEmpty();
        assertThat(report.evaluations())
                .extracting(Evaluation::key)
                .containsExactly("corpus", "leaky");
        Evaluation corpus = report.evaluations().getFirst();
        assertThat(corpus.folds())
                .extracting(Evaluation.Part::name)
                .containsExactly("Tested on TESS");
        assertThat(corpus.confidence()).isEmpty();
        assertThat(corpus.reliability()).containsOnlyKeys("All clips", "TESS");
        assertThat(report.evaluations().getLast().isLeaky()).isTrue();
        assertThat(report.expected()).contains(corpus);
    }

    @Test
    void aDamagedFileCostsOnlyItselfAndIsNamed() throws Exception {
        write("clip.json", "{\"overall\": {\"confusion\": [");
        Files.writeString(folder.resolve("history.json"), "[1, 2");
        Files.writeString(folder.resolve("data.json"), "{");
        Files.writeString(
                folder.resolve(RunLog.FILE), "{\"id\":\"a\",\"purpose\":\"search\"}\nx\n");

        ModelReport report = ModelReportReader.read(folder);

        assertThat(report.evaluations()).isEmpty();
        assertThat(report.histories()).isEmpty();
        assertThat(report.data()).isEmpty();
        assertThat(report.problems())
                .hasSize(3)
                .anyMatch(p -> p.contains("clip.json"))
                .anyMatch(p -> p.contains("history.json"));
        assertThat(report.runs().runs()).hasSize(1);
        assertThat(report.runs().problems()).hasSize(1);
    }

    @Test
    void membersAndRunsUnderWayHaveCurvesOfTheirOwn() throws Exception {
        String epochs =
                "[{\"epoch\":1,\"validationLoss\":2.0},{\"epoch\":2,\"validationLoss\":1.0},"
                        + "{\"epoch\":3,\"validationLoss\":1.5}]";
        Files.writeString(folder.resolve("history.json"), epochs);
        Files.writeString(
                folder.resolve("history-members.json"),
                "{\"a\":" + epochs + ",\"b\":{\"best\":3,\"history\":" + epochs + "}}");
        Path run = Files.createDirectories(folder.resolve("runs/speaker/fold-0"));
        Files.writeString(
                run.resolve("state.json"),
                "{\"fingerprint\":\"x\",\"finished\":false,\"best\":2,\"history\":" + epochs + "}");
        List<String> problems = new ArrayList<>();

        List<TrainingHistory> histories =
                new HistoryReader(folder, problems)
                        .read(io.tonalyst.emotion.ModelManifest.read(folder));

        assertThat(problems).isEmpty();
        assertThat(histories)
                .extracting(TrainingHistory::name)
                .containsExactly("Shipped", "Members, a", "Members, b", "Run speaker/fold-0");
        assertThat(histories).extracting(TrainingHistory::best).endsWith(2, 3, 2);
    }

    @Test
    void aFolderWithoutManifestIsToldInOneSentence() {
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> ModelReportReader.read(folder.resolve("none")))
                .withMessageContaining("model.json is missing");
    }

    private void write(String name, String json) throws Exception {
        Files.writeString(folder.resolve("evaluation").resolve(name), json);
    }
}

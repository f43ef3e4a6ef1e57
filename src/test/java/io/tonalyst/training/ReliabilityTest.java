// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReliabilityTest {
    @TempDir private Path folder;

    @Test
    void theErrorOfTheBinsIsTheOneTheEvaluationStates() throws Exception {
        TinyEvaluation.write(folder, Protocol.SPEAKER);
        EvaluationReport report = new EvaluationFiles(folder, Protocol.SPEAKER).readReport();
        Map<Integer, Double> temperatures = new HashMap<>();
        report.folds().forEach(f -> temperatures.put(f.fold(), f.calibration().temperature()));
        EvaluationRows rows = EvaluationRows.read(folder.resolve("speaker.csv"));

        Reliability all = rows.reliability(temperatures);

        assertThat(all.eceBefore()).isCloseTo(report.confidence().eceBefore(), within(1e-9));
        assertThat(all.eceAfter()).isCloseTo(report.confidence().eceAfter(), within(1e-9));
        assertThat(all.clips()).isEqualTo(rows.size()).isEqualTo(report.overall().clips());
        for (List<Reliability.Bin> bins : List.of(all.before(), all.after())) {
            assertThat(bins).hasSize(Reliability.BINS);
            assertThat(bins.stream().mapToInt(Reliability.Bin::clips).sum()).isEqualTo(all.clips());
            assertThat(bins)
                    .filteredOn(b -> b.clips() > 0)
                    .allSatisfy(b -> assertThat(b.confidence()).isBetween(b.from(), b.to() + 1e-7));
        }
        int sum = 0;
        for (String corpus : rows.corpora()) {
            sum += rows.reliability(temperatures, corpus).clips();
        }
        assertThat(sum).isEqualTo(all.clips());
    }

    @Test
    void columnsAreFoundByNameAndAFoldWithoutTemperatureIsNotScaled() throws Exception {
        Path csv = folder.resolve("clip.csv");
        Files.writeString(
                csv,
                """
                seed,clip,corpus,speaker,fold,label,p_neutral,p_calm,p_happy,p_sad,p_angry,p_fear,\
                p_disgust,p_surprise
                1,a,SAVEE,SAVEE-DC,0,happy,0.1,0,0.9,0,0,0,0,0
                2,b,SAVEE,SAVEE-DC,7,sad,0.1,0,0.9,0,0,0,0,0
                """);

        Reliability reliability = EvaluationRows.read(csv).reliability(Map.of(0, 2.0));

        assertThat(reliability.after().get(13).clips()).isEqualTo(2);
        assertThat(reliability.after().get(13).accuracy()).isEqualTo(0.5);
        assertThat(reliability.after().get(13).gap()).isCloseTo(-0.4, within(1e-6));
        // 0.81 / (0.81 + 0.01) lies in the last bin, 0.9 stays
        assertThat(reliability.before().get(14).clips()).isEqualTo(1);
        assertThat(reliability.before().get(13).clips()).isEqualTo(1);
    }

    @Test
    void whatIsNoFileOfScoredClipsIsToldInOneSentence() throws Exception {
        Path csv = folder.resolve("clip.csv");
        Files.writeString(csv, "name,label\n");
        assertThatIOException()
                .isThrownBy(() -> EvaluationRows.read(csv))
                .withMessageContaining("no column clip");
        TinyEvaluation.write(folder, Protocol.CLIP);
        String header = Files.readAllLines(csv).getFirst();
        Files.writeString(csv, header + "\na,TESS,x,0,happy,0.5\n");
        assertThatIOException()
                .isThrownBy(() -> EvaluationRows.read(csv))
                .withMessageContaining("Line 2");
    }
}

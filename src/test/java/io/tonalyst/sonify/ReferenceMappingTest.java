// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tonalyst.SharedMaterial;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.kpi.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The VolaPhone mappings, against the notes of the notebooks and against values worked out here.
 */
class ReferenceMappingTest {
    @ParameterizedTest
    @CsvSource({
        "aht_simple_900, AHT, 900, false",
        "aht_varied_900, AHT, 900, true",
        "fcr_simple_75, FCR, 75, false",
        "fcr_varied_75, FCR, 75, true"
    })
    void notesAreThoseOfTheNotebooks(String key, Measure measure, double threshold, boolean varied)
            throws IOException {
        Path csv = SharedMaterial.require("golden/kpi/agent-32400-2017-01.csv");
        Path golden = SharedMaterial.require("golden/kpi/reference-notes.json");
        var mapping = varied ? new Mapping.ReferenceVaried() : new Mapping.ReferenceSimple();
        var score = SonificationScore.of(goldenSeries(csv, measure), threshold, mapping);

        JsonNode expected = new ObjectMapper().readTree(golden.toFile()).get(key);
        var wanted = new ArrayList<List<Integer>>();
        expected.forEach(n -> wanted.add(List.of(n.get(0).asInt(), n.get(1).asInt())));
        assertThat(notes(score)).hasSize(23).isEqualTo(wanted);
    }

    @Test
    void simpleAhtSoundsAnOctaveHigherFromTheThresholdOn() {
        var series = Months.of(Measure.AHT, 899.9, 900, 1200);
        assertThat(notes(SonificationScore.of(series, 900, new Mapping.ReferenceSimple())))
                .containsExactly(List.of(60, 64), List.of(72, 127), List.of(72, 127));
    }

    @Test
    void variedAhtCutsOffFractions() {
        // 48 + 6 * 450 / 900 = 51; 48 + 5.99 = 53; 72 + 24 * 100 / 300 = 80; the longest 72 + 24.
        var series = Months.of(Measure.AHT, 450, 899, 900, 1000, 1200);
        assertThat(notes(SonificationScore.of(series, 900, new Mapping.ReferenceVaried())))
                .containsExactly(
                        List.of(51, 100),
                        List.of(53, 100),
                        List.of(72, 100),
                        List.of(80, 100),
                        List.of(96, 100));
    }

    @Test
    void variedAhtWhoseLongestIsTheThresholdStaysAtC5() {
        var series = Months.of(Measure.AHT, 0, 900);
        assertThat(notes(SonificationScore.of(series, 900, new Mapping.ReferenceVaried())))
                .containsExactly(List.of(48, 100), List.of(72, 100));
    }

    @Test
    void variedFcrFallsTowardsTheThresholdFromBothSides() {
        // 96 - 24 * 50 / 75 = 80; 60 - 12 * 10 / 25 = 55.2
        var series = Months.of(Measure.FCR, 0, 50, 75, 85, 100);
        assertThat(notes(SonificationScore.of(series, 75, new Mapping.ReferenceVaried())))
                .containsExactly(
                        List.of(96, 96),
                        List.of(80, 96),
                        List.of(60, 64),
                        List.of(55, 64),
                        List.of(48, 64));
    }

    @Test
    void fcrThresholdAtTheEndsOfTheScaleHasNotesToo() {
        var series = Months.of(Measure.FCR, 0, 100);
        var varied = new Mapping.ReferenceVaried();
        assertThat(notes(SonificationScore.of(series, 100, varied)))
                .containsExactly(List.of(96, 96), List.of(60, 64));
        assertThat(notes(SonificationScore.of(series, 0, varied)))
                .containsExactly(List.of(60, 64), List.of(48, 64));
    }

    @Test
    void eachDayWithCallsLastsOneBeatAndDaysWithoutAreSkipped() {
        var series = Months.of(Measure.AHT, 500, Double.NaN, Double.NaN, 700, 800);
        var score = SonificationScore.of(series, 900, new Mapping.ReferenceSimple());
        assertThat(score.notes())
                .extracting(ScoreEvent.Note::start)
                .containsExactly(0L, 24_000L, 48_000L);
        assertThat(score.frames()).isEqualTo(72_000);
        assertThat(score.days().apply(0.5)).isEqualTo(3);
        assertThat(score.days().apply(0.25)).isEqualTo(1.5);
        assertThat(score.events()).hasSize(3);
    }

    @Test
    void theMappingIsToldInOneSentence() {
        var varied = new Mapping.ReferenceVaried();
        assertThat(SonificationScore.of(Months.of(Measure.AHT, 500), 900, varied).sentence())
                .isEqualTo(
                        "VolaPhone reference mapping: AHT below 900 s sounds between C3 and F3, at"
                                + " or above it between C5 and C7, higher where worse; each day with"
                                + " calls lasts one beat of 500 ms, days without calls are skipped.");
        assertThat(SonificationScore.of(Months.of(Measure.FCR, 80), 75, varied).sentence())
                .contains("FCR at or above 75 % sounds between C3 and C4, below it between");
    }

    private static List<List<Integer>> notes(SonificationScore score) {
        return score.notes().stream()
                .map(note -> List.of((int) note.pitch(), note.velocity()))
                .toList();
    }

    private static KpiSeries goldenSeries(Path csv, Measure measure) throws IOException {
        double[] values = new double[31];
        java.util.Arrays.fill(values, Double.NaN);
        for (String line : Files.readAllLines(csv).subList(1, 24)) {
            String[] cells = line.split(",");
            double aht = Double.parseDouble(cells[3]);
            double fcr = 100.0 * Integer.parseInt(cells[2]) / Integer.parseInt(cells[1]);
            int day = Integer.parseInt(cells[0].substring(8));
            values[day - 1] = measure == Measure.AHT ? aht : fcr;
        }
        return Months.of(measure, values);
    }
}

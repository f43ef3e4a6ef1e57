// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.training.Figures;
import io.tonalyst.training.Reliability;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What charts say and where their items lie; drawing is looked at in {@link ChartPaintTest}. */
class ChartsTest {
    private static final double W = 500;
    private static final double H = 400;

    @Test
    void everyCellOfAMatrixIsFoundAtItsPlaceAndSaysItsCounts() {
        MatrixChart matrix = MatrixChart.confusion("m", figures(), true);

        assertThat(matrix.items()).isEqualTo(64);
        assertThat(matrix.stride()).isEqualTo(8);
        assertFindsAllItems(matrix);
        int sadAsCalm = Emotion.SAD.ordinal() * 8 + Emotion.CALM.ordinal();
        assertThat(matrix.readout(sadAsCalm))
                .isEqualTo(
                        "Acted sad, told calm: 3 of 12 clips, 25.0 % of those acted sad,"
                                + " 100.0 % of those told calm.");
        assertThat(matrix.cells().get(sadAsCalm).text()).isEqualTo("25");
        assertThat(MatrixChart.confusion("m", figures(), false).cells().get(sadAsCalm).text())
                .isEqualTo("3");
        assertThat(matrix.readout(0)).contains("No clip here was acted neutral");
    }

    @Test
    void aBinOfAReliabilityDiagramSaysCountsAndGap() {
        List<Reliability.Bin> bins = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            bins.add(
                    new Reliability.Bin(
                            i / 15.0, (i + 1) / 15.0, i == 9 ? 40 : 0, i == 9 ? 0.64 : 0, 0.5));
        }
        var chart = new ReliabilityChart("r", bins, 0.14);

        assertFindsAllItems(chart);
        assertThat(chart.readout(9))
                .isEqualTo(
                        "Confidence 60.0 % to 66.7 %: 40 clips, mean confidence 64.0 %, accuracy"
                                + " 50.0 %, gap −14.0 points.");
        assertThat(chart.readout(0)).endsWith("no clips.");
    }

    @Test
    void histogramsShareOneAxis() {
        var chart =
                new HistogramChart(
                        "h",
                        0.25,
                        List.of(
                                new HistogramChart.Panel("RAVDESS", List.of(0, 3, 1)),
                                new HistogramChart.Panel("TESS", List.of(7))));

        assertThat(chart.stride()).isEqualTo(3);
        assertThat(chart.readout(1)).isEqualTo("RAVDESS, 0.25 s to 0.50 s: 3 of 4 clips.");
        assertThat(chart.readout(5)).as("beyond the longest").contains("0 of 7 clips");
        assertFindsAllItems(chart);
    }

    @Test
    void theSpreadSaysMeanAndDeviation() {
        var chart =
                new SpreadChart(
                        "s",
                        List.of(
                                new SpreadChart.Part("Fold 1", 0.5, 0.6),
                                new SpreadChart.Part("Fold 2", 0.6, 0.64)));

        assertThat(chart.readout(0))
                .isEqualTo("Fold 1: accuracy 50.0 %; mean 55.0 % ± 7.1 points.");
        assertThat(chart.readout(3)).startsWith("Fold 2: UAR 64.0 %; mean 62.0 % ± 2.8");
    }

    private static void assertFindsAllItems(Chart chart) {
        var found = new java.util.HashSet<Integer>();
        for (double x = 0; x < W; x += 2) {
            for (double y = 0; y < H; y += 2) {
                int item = chart.itemAt(x, y, W, H);
                assertThat(item).isLessThan(chart.items());
                if (item != Chart.NONE) {
                    found.add(item);
                }
            }
        }
        assertThat(found).hasSize(chart.items());
    }

    /** Twelve sad clips, three of them told calm. */
    static Figures figures() {
        int[][] confusion = new int[8][8];
        confusion[Emotion.SAD.ordinal()][Emotion.SAD.ordinal()] = 9;
        confusion[Emotion.SAD.ordinal()][Emotion.CALM.ordinal()] = 3;
        return new Figures(
                12,
                0.75,
                0.75,
                0.8,
                Map.of("sad", new Figures.OfClass(12, 1, 0.75, 0.86)),
                confusion);
    }
}

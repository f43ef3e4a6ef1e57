// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.corpus.Clip;
import io.tonalyst.corpus.ClipKind;
import io.tonalyst.corpus.Corpus;
import io.tonalyst.emotion.Emotion;
import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.export.PngExport;
import io.tonalyst.signal.LogMel;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import io.tonalyst.training.Ablation;
import io.tonalyst.training.Confidence;
import io.tonalyst.training.EpochRecord;
import io.tonalyst.training.Reliability;
import io.tonalyst.ui.Palette;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartPaintTest {
    private static final int W = 420;
    private static final int H = 300;

    @BeforeAll
    static void startToolkit() {
        HeadlessToolkit.start();
    }

    static Stream<Chart> charts() {
        List<Reliability.Bin> bins = new ArrayList<>();
        List<Confidence.Coverage> coverage = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            bins.add(new Reliability.Bin(i / 15.0, (i + 1) / 15.0, i, (i + 0.5) / 15, i / 20.0));
            coverage.add(new Confidence.Coverage((i + 1) / 15.0, 0.95 - i * 0.03));
        }
        var epochs = new ArrayList<EpochRecord>();
        for (int e = 1; e <= 5; e++) {
            epochs.add(new EpochRecord(e, 2.0 / e, 0.1 * e, 2.2 / e, 0.09 * e, 0.1, 1e-3 / e, 1));
        }
        var runs =
                List.of(
                        new TrainingHistory("one", epochs, 4),
                        new TrainingHistory("two", epochs.subList(0, 3), 3));
        return Stream.of(
                MatrixChart.confusion("matrix", ChartsTest.figures(), true),
                BarsChart.percent(
                        "bars",
                        List.of("a", "b"),
                        List.of(new BarsChart.Row("x", List.of(0.5, 0.25), "x is half"))),
                new DeltaChart(
                        "delta",
                        List.of(
                                new Ablation(
                                        "mixup 1 → 0",
                                        List.of("p"),
                                        List.of("r", "s"),
                                        0.5,
                                        0.5,
                                        -0.02,
                                        -0.03,
                                        0.01,
                                        0.1))),
                new ReliabilityChart("reliability", bins, 0.1),
                new SpreadChart(
                        "spread",
                        List.of(
                                new SpreadChart.Part("Fold 1", 0.5, 0.6),
                                new SpreadChart.Part("Fold 2", 0.6, 0.64))),
                new CoverageChart(
                        "coverage",
                        List.of(
                                new CoverageChart.Line(
                                        "Speaker", new Confidence(0.1, 0.05, coverage, 0.7, 0.8)))),
                new HistoryChart(HistoryChart.Measure.LOSS, runs),
                new HistoryChart(HistoryChart.Measure.RATE, runs),
                new HistogramChart(
                        "histogram",
                        0.25,
                        List.of(new HistogramChart.Panel("TESS", List.of(1, 4, 2)))),
                ExampleChart.of(example()));
    }

    private static Example example() {
        float[] tone = new float[16_000];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (float) Math.sin(2 * Math.PI * 440 * i / 16_000) * i / tone.length;
        }
        float[] db = new float[63 * LogMel.BANDS];
        Arrays.fill(db, -60);
        for (int t = 0; t < 63; t++) {
            db[t * LogMel.BANDS + 20] = 0;
        }
        return new Example(
                new Clip(
                        "DC_a01",
                        Corpus.SAVEE,
                        "SAVEE-DC",
                        Emotion.ANGRY,
                        Path.of("DC_a01.wav"),
                        ClipKind.AUDIO),
                new LogMel(63, db),
                Optional.of(new Signal(new SampleRate(16_000), tone)));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void isDrawnInBothThemesAndShowsWhatIsMarked(Chart chart) throws Exception {
        for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
            int[] plain = pixels(chart, palette, Chart.NONE);
            int[] again = pixels(chart, palette, Chart.NONE);
            int[] marked = pixels(chart, palette, chart.items() / 2);

            assertThat(again).as("the same state gives the same picture").isEqualTo(plain);
            assertThat(Arrays.stream(plain).distinct().count()).isGreaterThan(5);
            assertThat(marked).as("the marked item is emphasised").isNotEqualTo(plain);
            int background = argb(palette.background());
            assertThat(Arrays.stream(plain).filter(p -> p == background).count())
                    .as("it has the background of its theme")
                    .isPositive();
        }
        for (int item = 0; item < chart.items(); item++) {
            assertThat(chart.readout(item)).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void isDrawnInASmallPlaceToo(Chart chart) throws Exception {
        WritableImage image =
                HeadlessToolkit.call(
                        () ->
                                PngExport.paint(
                                        (g, w, h) -> chart.paint(g, w, h, Palette.LIGHT, 0),
                                        60,
                                        40,
                                        1,
                                        Color.WHITE));

        assertThat(image.getWidth()).isEqualTo(60);
    }

    @Test
    void barsEndAtTheirValue() throws Exception {
        var chart =
                BarsChart.percent(
                        "bars",
                        List.of("a"),
                        List.of(new BarsChart.Row("x", List.of(0.5), "half")));
        WritableImage image = paint(chart, Palette.LIGHT, Chart.NONE);
        PixelReader pixels = image.getPixelReader();
        int bar = argb(Palette.LIGHT.data());
        int y = H / 2 + 30;
        int width = 0;
        for (int x = 0; x < W; x++) {
            width += pixels.getArgb(x, y) == bar ? 1 : 0;
        }

        // 74 pixels are left of the axis, 52 right of it
        assertThat((double) width)
                .isCloseTo((W - 74 - 52) / 2.0, org.assertj.core.api.Assertions.within(2.0));
    }

    private static WritableImage paint(Chart chart, Palette palette, int marked) throws Exception {
        return HeadlessToolkit.call(
                () ->
                        PngExport.paint(
                                (g, w, h) -> chart.paint(g, w, h, palette, marked),
                                W,
                                H,
                                1,
                                palette.background()));
    }

    private static int[] pixels(Chart chart, Palette palette, int marked) throws Exception {
        int[] argb = new int[W * H];
        paint(chart, palette, marked)
                .getPixelReader()
                .getPixels(
                        0,
                        0,
                        W,
                        H,
                        javafx.scene.image.PixelFormat.getIntArgbInstance(),
                        argb,
                        0,
                        W);
        return argb;
    }

    private static int argb(Color colour) {
        return 0xff000000
                | (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }
}

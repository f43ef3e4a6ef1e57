// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.export.PngExport;
import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.CallLogReader;
import io.tonalyst.kpi.DaySums;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.KpiQuery;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.MeasureFormula;
import io.tonalyst.kpi.explore.FigureTable;
import io.tonalyst.kpi.overview.Granularity;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.kpi.explore.Plot;
import io.tonalyst.video.VideoFormat;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.image.Image;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every chart at every moment: where things are, what they are called, and that pictures agree. */
class ChartsTest {
    private static final double W = 1000;
    private static final double H = 640;

    @TempDir Path folder;

    private CallLog log;
    private DaySums sums;

    @BeforeEach
    void read() throws Exception {
        HeadlessToolkit.start();
        var text =
                new StringBuilder(
                        "Agent_ID,Call_Date,Talk_Time,After_Call_Work_Time,Queue_Time,"
                                + "Call_resolution_ID,Call_Type_ID,Plan_ID,Emotion\n");
        for (int i = 0; i < 4000; i++) {
            int agent = 100 + i % 7;
            // Agent 103 rests in February; agent 106 gets slower day by day.
            LocalDate day = LocalDate.of(2017, 1, 1).plusDays(i * 13 % 90);
            boolean rests = agent == 103 && day.getMonthValue() == 2;
            int slower = agent == 106 ? 10 * day.getDayOfYear() : 0;
            if (!rests) {
                text.append(
                        "%d,%s 00:00:00,%d,%d,%d,Resolution%d,Type10,P,%s\n"
                                .formatted(
                                        agent,
                                        day,
                                        300 + 50 * (agent - 100) + i * 37 % 200 + slower,
                                        i % 100,
                                        i % 50,
                                        1 + i % 3,
                                        i % 4 == 0 ? "anger" : "neutral"));
            }
        }
        Path file = Files.writeString(folder.resolve("log.csv"), text);
        log = CallLogReader.read(file, new CancelToken(), ProgressSink.NONE).log();
        sums = DaySums.of(log, CallFilter.NONE);
    }

    private static BubbleSpec bubbles(int trail, Integer... chosen) {
        return new BubbleSpec(
                Measure.AHT,
                Measure.FCR,
                Measure.CALLS,
                Measure.ANGRY,
                Definition.STANDARD,
                trail,
                Set.of(chosen));
    }

    private ChartRequest request(ChartView view, Granularity by, MultiplesOrder order) {
        return new ChartRequest(
                view,
                List.of(101, 103, 106),
                YearMonth.of(2017, 2),
                Measure.AHT,
                Definition.STANDARD,
                Double.NaN,
                by,
                bubbles(6, 101),
                order,
                0);
    }

    private TimedChart chart(ChartView view) {
        return Charts.of(sums, request(view, Granularity.WEEK, MultiplesOrder.AGENT));
    }

    private List<TimedChart> charts(DaySums of) {
        var charts = new ArrayList<TimedChart>();
        for (ChartView view : ChartView.values()) {
            boolean periods = view == ChartView.BUBBLES || view == ChartView.MULTIPLES;
            for (Granularity by :
                    periods ? Granularity.values() : new Granularity[] {Granularity.DAY}) {
                charts.add(Charts.of(of, request(view, by, MultiplesOrder.WORST)));
            }
        }
        return charts;
    }

    @Test
    void everyChartDrawsAtAnySizeAndMomentWithAndWithoutData() throws Exception {
        DaySums none = DaySums.of(log, CallFilter.NONE.between(LocalDate.of(2030, 1, 1), null));
        for (DaySums of : List.of(sums, none)) {
            for (TimedChart chart : charts(of)) {
                for (double position : new double[] {-1, 3.4, 1e6}) {
                    for (double[] size : new double[][] {{500, 320}, {40, 30}}) {
                        assertThat(
                                        colours(
                                                image(
                                                        chart.at(position),
                                                        size[0],
                                                        size[1],
                                                        Palette.DARK)))
                                .as(chart.title())
                                .isGreaterThan(1);
                    }
                }
            }
        }
    }

    @Test
    void aMomentIsOnePictureAndAnotherMomentAnother() throws Exception {
        for (ChartView view : ChartView.values()) {
            TimedChart chart = chart(view);
            double moment = chart.steps() * 0.6;
            assertThat(pixels(chart.at(moment)))
                    .as(view.title())
                    .isEqualTo(pixels(chart(view).at(moment)))
                    .isNotEqualTo(pixels(chart.at(0)));
        }
    }

    @Test
    void itemsAreTheRowsOfTheTableAndAreReadOut() {
        for (TimedChart chart : charts(sums)) {
            for (double position : new double[] {0, chart.steps() / 2.0, chart.steps() - 1.0}) {
                Plot plot = chart.at(position);
                FigureTable table = chart.table(position);
                assertThat(table.rows()).as(chart.title()).hasSize(plot.items());
                for (int item = 0; item < plot.items(); item++) {
                    assertThat(plot.readout(item)).endsWith(".").doesNotContain("NaN");
                }
                assertThat(plot.itemAt(-9, -9, W, H)).isEqualTo(Plot.NONE);
            }
            assertThat(chart.stepTitle(0)).isNotBlank();
        }
    }

    @Test
    void bubblesStandWhereTheirFiguresAreOnAxesThatStay() {
        var chart = new BubbleChart(sums, Granularity.MONTH, bubbles(3));
        assertThat(chart.steps()).isEqualTo(3);
        var formula = MeasureFormula.of(Measure.AHT, Definition.STANDARD, CallFilter.NONE, log);
        for (int month = 0; month < 3; month++) {
            var plot = (BubblePlot) chart.at(month);
            for (int item = 0; item < plot.items(); item++) {
                var calls = log.calls(100 + item, YearMonth.of(2017, 1 + month));
                if (calls.isEmpty()) {
                    assertThat(plot.x(item, W)).isNaN();
                    continue;
                }
                double value = formula.estimate(log.totals(calls)).value();
                double share =
                        (value - chart.xAxis().low())
                                / (chart.xAxis().high() - chart.xAxis().low());
                assertThat((plot.x(item, W) - 76) / (W - 76 - 150)).isCloseTo(share, within(1e-9));
                assertThat(plot.itemAt(plot.x(item, W), plot.y(item, H), W, H))
                        .isNotEqualTo(Plot.NONE);
            }
        }
        var before = (BubblePlot) chart.at(1);
        var after = (BubblePlot) chart.at(2);
        var between = (BubblePlot) chart.at(1.25);
        assertThat(between.x(0, W))
                .isCloseTo(0.75 * before.x(0, W) + 0.25 * after.x(0, W), within(1e-9));
        assertThat(((BubblePlot) chart.at(0.5)).x(3, W))
                .as("before a gap a bubble stays")
                .isEqualTo(((BubblePlot) chart.at(0)).x(3, W));
    }

    @Test
    void theAreaOfABubbleIsItsFigure() {
        var chart = new BubbleChart(sums, Granularity.WEEK, bubbles(0));
        var plot = (BubblePlot) chart.at(4);
        var one = chart.bubbles().get(0).size().of(4);
        var other = chart.bubbles().get(5).size().of(4);
        double areas = Math.pow(plot.radius(0, W, H) / plot.radius(5, W, H), 2);
        assertThat(areas).isCloseTo(one / other, within(1e-9));
    }

    @Test
    void aCalendarFindsTheDayUnderThePointerAndSaysWhatItIs() {
        var chart = (CalendarChart) chart(ChartView.CALENDAR);
        Plot plot = chart.at(1e6);
        var found = new HashSet<Integer>();
        for (double y = 60; y < H - 40; y += 3) {
            for (double x = 5; x < W; x += 3) {
                found.add(plot.itemAt(x, y, W, H));
            }
        }
        assertThat(found).contains(0, 31, 58, 89).hasSize(91);
        assertThat(chart.date(31)).isEqualTo(LocalDate.of(2017, 2, 1));
        assertThat(chart.itemOf(LocalDate.of(2017, 3, 1))).isEqualTo(59);
        KpiSeries january =
                KpiSeries.of(
                        log,
                        new KpiQuery(101, YearMonth.of(2017, 1), Measure.AHT, Definition.STANDARD));
        FigureTable table = chart.table(0);
        for (var point : january.points()) {
            int day = chart.itemOf(point.date());
            assertThat(table.rows().get(day)).contains(point.value(), point.calls());
            assertThat(plot.readout(day))
                    .contains(String.format(Locale.ROOT, "AHT %.1f s", point.value()))
                    .contains(point.calls() + " calls");
        }
    }

    @Test
    void smallMultiplesAreSorted() {
        for (MultiplesOrder order : MultiplesOrder.values()) {
            TimedChart chart =
                    Charts.of(sums, request(ChartView.MULTIPLES, Granularity.WEEK, order));
            List<Object> agents =
                    chart.table(0).rows().stream().<Object>map(row -> row.getFirst()).toList();
            switch (order) {
                case AGENT, BEST -> assertThat(agents).startsWith("100");
                case WORST, WORSENING -> assertThat(agents).startsWith("106");
                case UNSTEADY -> assertThat(agents).contains("106");
                case CALLS -> assertThat(agents).endsWith("103");
            }
        }
    }

    @Test
    void theTrendOfASmallMultipleIsItsSlope() {
        var chart =
                (MultiplesChart)
                        Charts.of(
                                sums,
                                request(
                                        ChartView.MULTIPLES,
                                        Granularity.DAY,
                                        MultiplesOrder.AGENT));
        assertThat(chart.shown().get(6).change()).as("ten seconds a day").isBetween(850.0, 930.0);
        assertThat(chart.shown().get(0).change()).isBetween(-50.0, 50.0);
    }

    @Test
    void comparedAgentsAreThoseOfTheLineOnOneAxis() {
        var chart = (CompareChart) chart(ChartView.COMPARE);
        assertThat(chart.steps()).isEqualTo(28);
        assertThat(chart.series()).hasSize(3);
        for (int line = 0; line < 3; line++) {
            for (int day = 0; day < 28; day++) {
                var point = chart.series().get(line).point(LocalDate.of(2017, 2, 1 + day));
                assertThat(chart.value(line, day))
                        .isEqualTo((Double) point.map(p -> p.value()).orElse(Double.NaN));
            }
        }
        assertThat(chart.readout(3)).contains("103 no calls").contains("101 ").contains("106 ");
        assertThat(chart.title()).isEqualTo("Agents 101, 103, 106, February 2017, AHT");
        var plot = (ComparePlot) chart.at(10);
        for (int day = 0; day < 28; day++) {
            assertThat(plot.itemAt(plot.x(day, W), 300, W, H)).isEqualTo(day);
        }
    }

    @Test
    void aFilmEndsWithTheWholeChartAndHasEveryPicture() throws Exception {
        TimedChart chart =
                Charts.of(
                        sums, request(ChartView.BUBBLES, Granularity.MONTH, MultiplesOrder.AGENT));
        ChartFilm film = ChartFilm.silent(chart);
        assertThat(film.position().applyAsDouble(0)).isZero();
        assertThat(chart.clamp(film.position().applyAsDouble(1e6))).isEqualTo(2);
        Path file = folder.resolve("film.mp4");
        long pictures =
                film.write(
                        file,
                        new VideoFormat("small", 320, 180, 10),
                        Palette.LIGHT,
                        new CancelToken(),
                        ProgressSink.NONE);
        assertThat(pictures).isEqualTo(31);
        assertThat(Files.size(file)).isGreaterThan(1000);
    }

    private static Image image(Plot plot, double width, double height, Palette palette)
            throws Exception {
        return HeadlessToolkit.call(
                () ->
                        PngExport.paint(
                                plot.painter(palette), width, height, 1, palette.background()));
    }

    private static List<Integer> pixels(Plot plot) throws Exception {
        Image image = image(plot, 640, 400, Palette.LIGHT);
        var all = new ArrayList<Integer>();
        for (int y = 0; y < 400; y += 2) {
            for (int x = 0; x < 640; x += 2) {
                all.add(image.getPixelReader().getArgb(x, y));
            }
        }
        return all;
    }

    private static long colours(Image image) {
        var seen = new HashSet<Integer>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                seen.add(image.getPixelReader().getArgb(x, y));
            }
        }
        return seen.size();
    }
}

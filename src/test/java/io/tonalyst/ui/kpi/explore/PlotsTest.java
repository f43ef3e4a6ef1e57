// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.export.PngExport;
import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.explore.Breakdown;
import io.tonalyst.kpi.explore.Distribution;
import io.tonalyst.kpi.explore.Figure;
import io.tonalyst.kpi.overview.Granularity;
import io.tonalyst.kpi.overview.Overview;
import io.tonalyst.kpi.overview.OverviewQuery;
import io.tonalyst.kpi.source.LogOpener;
import io.tonalyst.kpi.source.MappingStore;
import io.tonalyst.kpi.source.Presets;
import io.tonalyst.ui.Palette;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.scene.image.Image;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The charts draw at any size, with much and with no data, and find what is pointed at. */
class PlotsTest {
    private static final CallFilter NOTHING =
            CallFilter.NONE.between(LocalDate.of(2030, 1, 1), null);

    @TempDir Path folder;

    private CallLog log;

    @BeforeEach
    void read() throws Exception {
        HeadlessToolkit.start();
        var text =
                new StringBuilder(
                        "Agent_ID,Call_Date,Talk_Time,After_Call_Work_Time,Queue_Time,"
                                + "Call_resolution_ID,Call_Type_ID,Plan_ID,Emotion\n");
        for (int i = 0; i < 3000; i++) {
            text.append(
                    "%d,%s 00:00:00,%d,%d,%d,Resolution%d,Type%d0,P,%s\n"
                            .formatted(
                                    100 + i % 60,
                                    LocalDate.of(2017, 1, 1).plusDays(i % 100),
                                    i * 37 % 1500,
                                    i % 300,
                                    i % 50,
                                    1 + i % 3,
                                    1 + i % 5,
                                    i % 4 == 0 ? "anger" : "neutral"));
        }
        Path file = Files.writeString(folder.resolve("log.csv"), text);
        log =
                new LogOpener(new MappingStore(folder.resolve("mappings"), new Presets()))
                        .open(file, new CancelToken(), ProgressSink.NONE)
                        .log();
    }

    @Test
    void everyChartDrawsAtAnySizeWithAndWithoutData() throws Exception {
        for (CallFilter filter : List.of(CallFilter.NONE, NOTHING)) {
            for (Plot plot : plots(filter)) {
                for (double[] size : new double[][] {{1280, 720}, {300, 220}, {60, 40}}) {
                    for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
                        Image image = image(plot, size[0], size[1], palette);
                        assertThat(colours(image)).as(plot.title()).isGreaterThan(1);
                    }
                }
            }
        }
    }

    @Test
    void theSameChartIsTheSamePicture() throws Exception {
        for (Plot plot : plots(CallFilter.NONE)) {
            Image one = image(plot, 640, 400, Palette.LIGHT);
            Image other = image(plot, 640, 400, Palette.LIGHT);
            for (int y = 0; y < 400; y += 3) {
                for (int x = 0; x < 640; x += 3) {
                    assertThat(one.getPixelReader().getArgb(x, y))
                            .isEqualTo(other.getPixelReader().getArgb(x, y));
                }
            }
        }
    }

    @Test
    void pointingFindsAnItemThatCanBeReadOut() {
        List<Plot> plots = plots(CallFilter.NONE);
        // the log's calls have no recordings, so measured emotions have nothing to point at
        assertThat(plots.stream().filter(p -> p.items() > 0).count())
                .isGreaterThan(plots.size() / 2);
        for (Plot plot : plots) {
            int item = plot.itemAt(400, 300, 1280, 720);
            if (plot.items() == 0) {
                assertThat(item).as(plot.title()).isEqualTo(Plot.NONE);
                continue;
            }
            assertThat(item).as(plot.title()).isBetween(0, plot.items() - 1);
            for (int i = 0; i < plot.items(); i++) {
                assertThat(plot.readout(i)).endsWith(".").doesNotContain("NaN");
            }
            assertThat(plot.itemAt(-5, -5, 1280, 720)).isEqualTo(Plot.NONE);
        }
    }

    private List<Plot> plots(CallFilter filter) {
        var plots = new ArrayList<Plot>();
        for (Figure figure : Set.of(Figure.CALLS, Figure.ANGRY, Figure.HANDLE, Figure.RATING)) {
            plots.add(
                    new BarPlot(Breakdown.of(log, CallDimension.AGENT, figure, filter), "formula"));
        }
        plots.add(new HistogramPlot(Distribution.of(log, Figure.TALK, filter), "formula"));
        for (Measure measure : Measure.values()) {
            Overview made =
                    Overview.of(
                            log,
                            new OverviewQuery(
                                    measure,
                                    Definition.STANDARD,
                                    filter,
                                    Granularity.DAY,
                                    OptionalDouble.empty()));
            made.agents().stream().limit(1).forEach(a -> plots.add(new TrendPlot(made, a)));
        }
        return plots;
    }

    private static Image image(Plot plot, double width, double height, Palette palette)
            throws Exception {
        return HeadlessToolkit.call(
                () ->
                        PngExport.paint(
                                plot.painter(palette), width, height, 1, palette.background()));
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

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.export.HeadlessToolkit;
import io.tonalyst.export.PngExport;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.KpiPoint;
import io.tonalyst.kpi.KpiQuery;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.kpi.Measure;
import io.tonalyst.ui.Palette;
import java.nio.file.Path;
import java.time.YearMonth;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MotionChartPainterTest {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 480;

    @TempDir static Path folder;
    private static MotionFrame whole;

    @BeforeAll
    static void readLog() throws Exception {
        HeadlessToolkit.start();
        var query = new KpiQuery(32400, YearMonth.of(2017, 1), Measure.AHT, Definition.STANDARD);
        var series = KpiSeries.of(SampleLog.read(folder).log(), query);
        whole = new MotionFrame(series, 900, 30);
    }

    @Test
    void theThresholdRunsAcrossThePlotAtItsHeight() throws Exception {
        Image image = paint(whole, Palette.LIGHT);
        var layout = MotionChartPainter.layout(whole, WIDTH, HEIGHT);
        int y = (int) Math.floor(layout.y(900));
        int coloured = 0;
        for (int x = (int) layout.left(); x < layout.right(); x++) {
            coloured += isNear(image, x, y, Palette.LIGHT.threshold(), 0.1) ? 1 : 0;
        }
        // Dashed 7 on, 5 off.
        assertThat(coloured / (layout.right() - layout.left())).isBetween(0.45, 0.7);
    }

    @Test
    void eachDayWithCallsHasItsPointAtItsPlace() throws Exception {
        Image image = paint(whole, Palette.LIGHT);
        var layout = MotionChartPainter.layout(whole, WIDTH, HEIGHT);
        for (KpiPoint point : whole.series().points()) {
            int day = point.date().getDayOfMonth() - 1;
            Color wanted =
                    day == 30
                            ? Palette.LIGHT.accent()
                            : whole.breaches(point.value())
                                    ? Palette.LIGHT.threshold()
                                    : Palette.LIGHT.data();
            boolean found =
                    isNear(image, (int) layout.x(day), (int) layout.y(point.value()), wanted, 0.05);
            assertThat(found).as("point of %s", point.date()).isTrue();
        }
    }

    @Test
    void nothingIsDrawnBeyondTheMomentOfTheData() throws Exception {
        // The same data-free picture to the right of the moment, whatever the data would be.
        double moment = 13.4;
        var frame = whole.at(moment);
        Image image = paint(frame, Palette.LIGHT);
        var layout = MotionChartPainter.layout(frame, WIDTH, HEIGHT);
        // The label of the current day may stand to its right.
        int from = (int) layout.x(frame.currentDay()) + 190;
        for (int x = from; x < layout.right(); x++) {
            for (int y = (int) layout.top() + 1; y < layout.bottom() - 1; y++) {
                assertThat(isNear(image, x, y, Palette.LIGHT.data(), 0.2))
                        .as("data at %d, %d", x, y)
                        .isFalse();
            }
        }
        for (double day = 14; day < 31; day++) {
            KpiPoint point = frame.point((int) day);
            if (point != null && layout.x(day) > from) {
                assertThat(
                                isNear(
                                        image,
                                        (int) layout.x(day),
                                        (int) layout.y(point.value()),
                                        Palette.LIGHT.background(),
                                        0.15))
                        .isTrue();
            }
        }
    }

    @Test
    void theSameFrameIsTheSamePicture() throws Exception {
        Image one = paint(whole.at(10.25), Palette.DARK);
        Image two = paint(whole.at(10.25), Palette.DARK);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertThat(one.getPixelReader().getArgb(x, y))
                        .isEqualTo(two.getPixelReader().getArgb(x, y));
            }
        }
    }

    @Test
    void theLabelStaysInThePlotAndOffItsPoint() {
        var layout = MotionChartPainter.layout(whole, WIDTH, HEIGHT);
        for (int day = 0; day < 31; day++) {
            KpiPoint point = whole.point(day);
            double y = layout.y(point == null ? 1000 : point.value());
            var place = LabelPlace.of(layout, whole.at(day), day, y, 140, 42);
            assertThat(place.x()).isBetween(0.0, WIDTH - 140.0);
            assertThat(place.y()).isBetween(layout.top(), layout.bottom() - 42);
            boolean covers =
                    layout.x(day) > place.x()
                            && layout.x(day) < place.x() + 140
                            && y > place.y()
                            && y < place.y() + 42;
            assertThat(covers).as("day %d", day).isFalse();
        }
    }

    @Test
    void theTitleNamesAgentAndDay() {
        assertThat(whole.at(13.99).title()).isEqualTo("Agent 32400 - 14 January 2017");
        assertThat(whole.at(99).title()).isEqualTo("Agent 32400 - 31 January 2017");
    }

    private static Image paint(MotionFrame frame, Palette palette) throws Exception {
        return HeadlessToolkit.call(
                () ->
                        PngExport.paint(
                                new MotionChartPainter().of(frame, palette),
                                WIDTH,
                                HEIGHT,
                                1,
                                palette.background()));
    }

    private static boolean isNear(Image image, int x, int y, Color wanted, double tolerance) {
        Color found = image.getPixelReader().getColor(x, y);
        return Math.abs(found.getRed() - wanted.getRed()) <= tolerance
                && Math.abs(found.getGreen() - wanted.getGreen()) <= tolerance
                && Math.abs(found.getBlue() - wanted.getBlue()) <= tolerance;
    }
}

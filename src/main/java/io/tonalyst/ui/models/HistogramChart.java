// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.ui.Palette;
import java.util.List;
import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/**
 * Histograms of durations beside and below each other, all on one time axis; heights are shares of
 * the highest bin of each panel.
 *
 * @param binSeconds width of a bin; bin 0 begins at 0 s
 */
record HistogramChart(String name, double binSeconds, List<Panel> panels) implements Chart {
    private static final double MIN_PANEL = 210;
    private static final double HEAD = 22;
    private static final double FOOT = 20;
    private static final double SIDE = 8;

    HistogramChart {
        panels = List.copyOf(panels);
    }

    /** One histogram. */
    record Panel(String title, List<Integer> counts) {
        Panel {
            counts = List.copyOf(counts);
        }

        int clips() {
            return counts.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Where a panel lies. */
    private record Place(double x, double y, double width, double height) {}

    @Override
    public void paint(GraphicsContext g, double width, double height, Palette palette, int marked) {
        var pen = new Pen(g, palette);
        pen.clear(width, height);
        for (int i = 0; i < panels.size(); i++) {
            Place place = place(i, width, height);
            Panel panel = panels.get(i);
            var x = x(place);
            double floor = place.y() + place.height() - FOOT;
            int most = Math.max(1, panel.counts().stream().mapToInt(c -> c).max().orElse(1));
            var y = new Scale(0, most, floor, place.y() + HEAD);
            pen.text(
                    panel.title(),
                    place.x() + SIDE,
                    place.y() + 11,
                    TextAlignment.LEFT,
                    palette.text(),
                    Pen.STRONG);
            pen.mutedRight(
                    Format.count(panel.clips()) + " clips",
                    place.x() + place.width() - SIDE,
                    place.y() + 11);
            for (double tick : x.ticks(5)) {
                pen.line(x.at(tick), place.y() + HEAD, x.at(tick), floor, palette.grid());
                pen.mutedCentre(tick(tick), x.at(tick), floor + 9);
            }
            for (int bin = 0; bin < panel.counts().size(); bin++) {
                double left = x.at(bin * binSeconds);
                double top = y.at(panel.counts().get(bin));
                double w = x.at((bin + 1) * binSeconds) - left;
                pen.rect(left + 0.5, top, w - 1, floor - top, palette.data());
                if (marked == i * stride() + bin) {
                    pen.mark(left, place.y() + HEAD, w, floor - place.y() - HEAD);
                }
            }
            pen.line(x.from(), floor, x.to(), floor, palette.axis());
        }
    }

    private static String tick(double seconds) {
        return seconds == Math.rint(seconds)
                ? (int) seconds + " s"
                : String.format(Locale.ROOT, "%.1f", seconds);
    }

    private Scale x(Place place) {
        return new Scale(
                0, stride() * binSeconds, place.x() + SIDE, place.x() + place.width() - SIDE);
    }

    private Place place(int panel, double width, double height) {
        int columns =
                (int) Math.clamp(Math.floor(width / MIN_PANEL), 1, Math.max(1, panels.size()));
        columns = Math.min(columns, 4);
        int rows = (panels.size() + columns - 1) / columns;
        double w = width / columns;
        double h = height / Math.max(1, rows);
        int row = panel / columns;
        int column = panel % columns;
        return new Place(column * w, row * h, w, h);
    }

    @Override
    public int items() {
        return panels.size() * stride();
    }

    @Override
    public int stride() {
        return Math.max(1, panels.stream().mapToInt(p -> p.counts().size()).max().orElse(1));
    }

    @Override
    public int itemAt(double px, double py, double width, double height) {
        for (int i = 0; i < panels.size(); i++) {
            Place place = place(i, width, height);
            Scale x = x(place);
            boolean inside =
                    px >= x.from()
                            && px < x.to()
                            && py >= place.y()
                            && py < place.y() + place.height();
            if (inside) {
                return i * stride() + (int) Math.floor(x.value(px) / binSeconds);
            }
        }
        return NONE;
    }

    @Override
    public String readout(int item) {
        Panel panel = panels.get(item / stride());
        int bin = item % stride();
        int count = bin < panel.counts().size() ? panel.counts().get(bin) : 0;
        return "%s, %s to %s: %s of %s clips."
                .formatted(
                        panel.title(),
                        Format.seconds(bin * binSeconds),
                        Format.seconds((bin + 1) * binSeconds),
                        Format.count(count),
                        Format.count(panel.clips()));
    }
}

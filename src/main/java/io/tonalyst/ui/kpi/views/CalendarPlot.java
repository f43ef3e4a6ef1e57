// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import io.tonalyst.kpi.AxisDomain;
import io.tonalyst.ui.Palette;
import io.tonalyst.ui.kpi.explore.Pen;
import io.tonalyst.ui.kpi.explore.Plot;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * The calendar as far as a day. Days beyond the threshold have a corner, so that colour is not the
 * only cue; days without calls are empty.
 *
 * @param current the day that has been reached
 */
record CalendarPlot(CalendarChart chart, int current) implements Plot {
    private static final String WEEKDAYS = "MTWTFSS";
    private static final double SMALL = 15;
    private static final double LEGEND = 46;

    @Override
    public String title() {
        return chart.title();
    }

    @Override
    public int items() {
        return chart.days().size();
    }

    @Override
    public String readout(int item) {
        return chart.readout(item);
    }

    /** Where months and days lie. */
    private record Layout(int columns, double cell, double blockWidth, double blockHeight) {
        static final double LEFT = 12;
        static final double TOP = Pen.HEAD;
        static final double NAME = 22;
        static final double GAP = 16;
        static final double LARGEST = 54;

        /** The largest cells with which all months fit. */
        static Layout of(int months, double width, double height) {
            double inner = Math.max(1, height - TOP - LEGEND);
            Layout best = new Layout(1, 0, 0, 0);
            for (int columns = 1; columns <= months; columns++) {
                int rows = (months + columns - 1) / columns;
                double wide = ((width - 2 * LEFT + GAP) / columns - GAP) / 7;
                double high = ((inner + GAP) / rows - GAP - NAME) / 6.6;
                double cell = Math.floor(Math.min(LARGEST, Math.min(wide, high)));
                if (cell > best.cell) {
                    best = new Layout(columns, cell, 7 * cell + GAP, 6.6 * cell + NAME + GAP);
                }
            }
            return best.cell > 0 ? best : new Layout(months, 1, 7 + GAP, 6.6 + NAME + GAP);
        }

        double left(int month) {
            return LEFT + month % columns * blockWidth;
        }

        double top(int month) {
            return TOP + Math.floorDiv(month, columns) * blockHeight;
        }

        double x(int month, int weekday) {
            return left(month) + weekday * cell;
        }

        double y(int month, int week) {
            return top(month) + NAME + 0.6 * cell + week * cell;
        }
    }

    /** Which week row of its month a day lies in. */
    private static int week(YearMonth month, int dayOfMonth) {
        int offset = month.atDay(1).getDayOfWeek().getValue() - 1;
        return (offset + dayOfMonth - 1) / 7;
    }

    @Override
    public void paint(GraphicsContext g, double width, double height, Palette palette, int marked) {
        var pen = new Pen(g, palette);
        pen.heading(width, height, title(), chart.formula().text() + chart.note());
        var layout = Layout.of(chart.months(), width, height);
        int day = 0;
        for (int m = 0; m < chart.months(); m++) {
            YearMonth month = chart.from().plusMonths(m);
            names(pen, layout, m, month);
            for (int d = 1; d <= month.lengthOfMonth(); d++, day++) {
                double x = layout.x(m, month.atDay(d).getDayOfWeek().getValue() - 1);
                double y = layout.y(m, week(month, d));
                cell(pen, x, y, layout.cell(), day, d);
            }
        }
        outline(pen, layout, current, palette.accent(), 2);
        outline(pen, layout, marked, palette.text(), 2);
        legend(pen, width, height);
    }

    private static void names(Pen pen, Layout layout, int m, YearMonth month) {
        Color muted = pen.palette().mutedText();
        String name = layout.cell() * 7 < 100 ? Dates.brief(month) : Dates.month(month);
        pen.strong(
                name,
                layout.left(m),
                layout.top(m),
                TextAlignment.LEFT,
                VPos.TOP,
                pen.palette().text());
        if (layout.cell() >= SMALL) {
            for (int i = 0; i < 7; i++) {
                pen.text(
                        WEEKDAYS.substring(i, i + 1),
                        layout.x(m, i) + layout.cell() / 2,
                        layout.y(m, 0) - 2,
                        TextAlignment.CENTER,
                        VPos.BOTTOM,
                        muted);
            }
        }
    }

    private void cell(Pen pen, double x, double y, double size, int item, int dayOfMonth) {
        CalendarChart.Day day = chart.days().get(item);
        Palette palette = pen.palette();
        double inner = Math.max(1, size - (size >= 8 ? 2 : 1));
        Color ink = palette.mutedText();
        if (item > current || day.totals() == null) {
            if (size >= 8) {
                pen.frame(x, y, inner - 1, inner - 1, palette.grid());
            }
        } else if (!day.isKnown()) {
            pen.rect(x, y, inner, inner, palette.surface());
            pen.line(x, y + inner - 1, x + inner - 1, y, palette.axis());
        } else {
            double share = chart.domain().share(day.estimate().value());
            pen.rect(x, y, inner, inner, Scale.colour(share));
            ink = Scale.ink(share);
            if (chart.isBreach(day)) {
                double corner = Math.max(3, inner * 0.34);
                pen.corner(x + inner, y, corner, ink);
            }
        }
        if (size >= 19) {
            boolean large = size >= 40;
            pen.text(
                    Integer.toString(dayOfMonth),
                    large ? x + 4 : x + inner / 2,
                    large ? y + 3 : y + inner / 2,
                    large ? TextAlignment.LEFT : TextAlignment.CENTER,
                    large ? VPos.TOP : VPos.CENTER,
                    ink);
            if (large && item <= current && day.isKnown()) {
                pen.strong(
                        Pen.plain(Math.rint(day.estimate().value() * 10) / 10),
                        x + inner / 2,
                        y + inner - 5,
                        TextAlignment.CENTER,
                        VPos.BOTTOM,
                        ink);
            }
        }
    }

    private void outline(Pen pen, Layout layout, int item, Color colour, double width) {
        if (item < 0 || item >= chart.days().size()) {
            return;
        }
        var date = chart.date(item);
        YearMonth month = YearMonth.from(date);
        int m = (int) ChronoUnit.MONTHS.between(chart.from(), month);
        double size = layout.cell();
        pen.border(
                layout.x(m, date.getDayOfWeek().getValue() - 1) - 1,
                layout.y(m, week(month, date.getDayOfMonth())) - 1,
                size,
                size,
                colour,
                width);
    }

    private void legend(Pen pen, double width, double height) {
        AxisDomain domain = chart.domain();
        double top = height - 34;
        double bar = Math.min(260, Math.max(60, width - 340));
        Scale.bar(
                pen,
                12,
                top,
                bar,
                10,
                domain,
                chart.measure(),
                chart.threshold(),
                chart.isBelow(),
                chart.isAbove());
        String words = Double.isNaN(chart.threshold()) ? "" : "corner: beyond the threshold · ";
        pen.text(
                pen.fit(
                        words + "no colour: no calls · outline: the day reached",
                        Math.max(20, width - bar - 52)),
                12 + bar + 28,
                top + 5,
                TextAlignment.LEFT,
                VPos.CENTER,
                pen.palette().mutedText());
    }

    @Override
    public int itemAt(double x, double y, double width, double height) {
        var layout = Layout.of(chart.months(), width, height);
        for (int m = 0; m < chart.months(); m++) {
            double column = (x - layout.left(m)) / layout.cell();
            double row = (y - layout.y(m, 0)) / layout.cell();
            if (column >= 0 && column < 7 && row >= 0 && row < 6) {
                YearMonth month = chart.from().plusMonths(m);
                int offset = month.atDay(1).getDayOfWeek().getValue() - 1;
                int day = 7 * (int) row + (int) column - offset + 1;
                return day >= 1 && day <= month.lengthOfMonth()
                        ? chart.itemOf(month.atDay(day))
                        : NONE;
            }
        }
        return NONE;
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.training.Figures;
import io.tonalyst.ui.Palette;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * A heat map of numbered cells.
 *
 * @param rowsMean what the rows are
 * @param columnsMean what the columns are
 * @param cells row by row
 * @param diagonal whether the cells of the diagonal are the right ones and get a frame
 */
record MatrixChart(
        String name,
        String rowsMean,
        String columnsMean,
        List<String> rows,
        List<String> columns,
        List<Cell> cells,
        boolean diagonal)
        implements Chart {
    private static final double LEFT = 74;
    private static final double TOP = 44;
    private static final double MARGIN = 6;

    MatrixChart {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        cells = List.copyOf(cells);
    }

    /**
     * @param strength of its colour, 0 to 1
     * @param text in it
     */
    record Cell(double strength, String text, String readout) {}

    /**
     * A confusion matrix: rows what was acted, columns what was told.
     *
     * @param shares whether cells show the share of their row instead of clips
     */
    static MatrixChart confusion(String name, Figures figures, boolean shares) {
        int[][] counts = figures.confusion();
        int largest = Arrays.stream(counts).flatMapToInt(Arrays::stream).max().orElse(0);
        List<String> labels = Emotion.ALL.stream().map(Emotion::title).toList();
        List<Cell> cells = new ArrayList<>();
        for (int row = 0; row < counts.length; row++) {
            int acted = Arrays.stream(counts[row]).sum();
            for (int column = 0; column < counts.length; column++) {
                int count = counts[row][column];
                double share = acted == 0 ? 0 : (double) count / acted;
                double strength = shares ? share : (double) count / Math.max(1, largest);
                String text =
                        shares ? String.valueOf(Math.round(100 * share)) : Format.count(count);
                cells.add(
                        new Cell(
                                strength,
                                acted == 0 ? "" : text,
                                confusionReadout(counts, row, column, acted)));
            }
        }
        return new MatrixChart(
                name,
                "acted",
                shares ? "told as, % of the row" : "told as, clips",
                labels,
                labels,
                cells,
                true);
    }

    private static String confusionReadout(int[][] counts, int row, int column, int acted) {
        String label = Emotion.ALL.get(row).key();
        String told = Emotion.ALL.get(column).key();
        if (acted == 0) {
            return "No clip here was acted " + label + ".";
        }
        int count = counts[row][column];
        int toldAll = Arrays.stream(counts).mapToInt(r -> r[column]).sum();
        return "Acted %s, told %s: %s of %s clips, %s of those acted %s, %s of those told %s."
                .formatted(
                        label,
                        told,
                        Format.count(count),
                        Format.count(acted),
                        Format.percent((double) count / acted),
                        label,
                        toldAll == 0 ? "none" : Format.percent((double) count / toldAll),
                        told);
    }

    @Override
    public void paint(GraphicsContext g, double width, double height, Palette palette, int marked) {
        var pen = new Pen(g, palette);
        pen.clear(width, height);
        double w = cellWidth(width);
        double h = cellHeight(height);
        pen.mutedLeft(rowsMean + " ↓", 4, TOP - 14);
        pen.mutedCentre(columnsMean + " →", LEFT + columns.size() * w / 2, 9);
        for (int column = 0; column < columns.size(); column++) {
            pen.centre(
                    Pen.fit(columns.get(column), w - 2, Pen.LABEL),
                    LEFT + (column + 0.5) * w,
                    TOP - 14);
        }
        for (int row = 0; row < rows.size(); row++) {
            pen.right(
                    Pen.fit(rows.get(row), LEFT - 14, Pen.LABEL), LEFT - 8, TOP + (row + 0.5) * h);
            for (int column = 0; column < columns.size(); column++) {
                cell(g, pen, palette, row, column, w, h);
            }
        }
        if (marked >= 0 && marked < cells.size()) {
            int row = marked / columns.size();
            int column = marked % columns.size();
            pen.mark(LEFT + column * w, TOP + row * h, w, h);
        }
    }

    private void cell(
            GraphicsContext g, Pen pen, Palette palette, int row, int column, double w, double h) {
        Cell cell = cells.get(row * columns.size() + column);
        double x = LEFT + column * w;
        double y = TOP + row * h;
        // The root keeps small confusions visible; 0 stays the colour of an empty cell.
        Color colour = palette.surface().interpolate(palette.data(), Math.sqrt(cell.strength()));
        pen.rect(x + 1, y + 1, w - 2, h - 2, colour);
        if (diagonal && row == column) {
            g.setStroke(palette.axis());
            g.setLineWidth(1);
            g.strokeRect(x + 1.5, y + 1.5, w - 3, h - 3);
        }
        g.setFill(Pen.on(colour));
        pen.text(
                cell.text(),
                x + w / 2,
                y + h / 2,
                TextAlignment.CENTER,
                Pen.on(colour),
                diagonal && row == column ? Pen.STRONG : Pen.LABEL);
    }

    @Override
    public int items() {
        return cells.size();
    }

    @Override
    public int stride() {
        return columns.size();
    }

    @Override
    public int itemAt(double x, double y, double width, double height) {
        int column = (int) Math.floor((x - LEFT) / cellWidth(width));
        int row = (int) Math.floor((y - TOP) / cellHeight(height));
        boolean inside = column >= 0 && column < columns.size() && row >= 0 && row < rows.size();
        return inside ? row * columns.size() + column : NONE;
    }

    @Override
    public String readout(int item) {
        return cells.get(item).readout();
    }

    private double cellWidth(double width) {
        return (width - LEFT - MARGIN) / columns.size();
    }

    private double cellHeight(double height) {
        return (height - TOP - MARGIN) / rows.size();
    }
}

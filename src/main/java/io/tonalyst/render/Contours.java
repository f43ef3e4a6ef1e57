// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.render;

/**
 * Lines along which a field has one value (marching squares: Maple, Geometric design and space
 * planning using the marching squares and marching cube algorithms, 2003).
 */
public final class Contours {
    private Contours() {}

    /** A value at each point of a grid. */
    @FunctionalInterface
    public interface Field {
        double at(int column, int row);
    }

    /** Receives pieces of the lines, in columns and rows, broken ones included. */
    @FunctionalInterface
    public interface Receiver {
        void line(double fromColumn, double fromRow, double toColumn, double toRow);
    }

    /**
     * Finds the lines in a field. Beyond its edges everything lies below the level, so that lines
     * are closed.
     *
     * @param columns at least 1
     * @param rows at least 1
     */
    public static void trace(Field field, int columns, int rows, double level, Receiver receiver) {
        for (int c = -1; c < columns; c++) {
            for (int r = -1; r < rows; r++) {
                cell(field, columns, rows, c, r, level, receiver);
            }
        }
    }

    private static void cell(
            Field field, int columns, int rows, int c, int r, double level, Receiver receiver) {
        double[] corner = new double[4];
        int above = 0;
        for (int i = 0; i < 4; i++) {
            int column = c + (i == 1 || i == 2 ? 1 : 0);
            int row = r + (i >= 2 ? 1 : 0);
            boolean inside = column >= 0 && column < columns && row >= 0 && row < rows;
            corner[i] = inside ? field.at(column, row) - level : Double.NEGATIVE_INFINITY;
            above += corner[i] >= 0 ? 1 : 0;
        }
        if (above == 0 || above == 4) {
            return;
        }
        double[] x = new double[4];
        double[] y = new double[4];
        int crossings = 0;
        for (int i = 0; i < 4; i++) {
            double a = corner[i];
            double b = corner[(i + 1) % 4];
            if (a >= 0 == b >= 0) {
                continue;
            }
            double on = share(a, b);
            x[crossings] = Math.clamp(c + alongColumn(i, on), 0, columns - 1.0);
            y[crossings] = Math.clamp(r + alongRow(i, on), 0, rows - 1.0);
            crossings++;
        }
        for (int i = 0; i + 1 < crossings; i += 2) {
            receiver.line(x[i], y[i], x[i + 1], y[i + 1]);
        }
    }

    /** Where the level lies between two corners, 0 to 1; at the inner one at the edge. */
    private static double share(double a, double b) {
        if (Double.isInfinite(a)) {
            return 1;
        }
        return Double.isInfinite(b) ? 0 : a / (a - b);
    }

    /** Corners go round: origin, next column, next column and row, next row. */
    private static double alongColumn(int side, double on) {
        return switch (side) {
            case 0 -> on;
            case 1 -> 1;
            case 2 -> 1 - on;
            default -> 0;
        };
    }

    private static double alongRow(int side, double on) {
        return switch (side) {
            case 0 -> 0;
            case 1 -> on;
            case 2 -> 1;
            default -> 1 - on;
        };
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.kpi.KpiPoint;

/**
 * Finds the place of the current point's label: beside the point, inside the plot, and where it
 * hides the least of the line drawn so far.
 *
 * @param x left edge
 * @param y upper edge
 */
record LabelPlace(double x, double y) {
    private static final double GAP = 12;
    private static final double FAR = 60;
    private static final int SAMPLES_A_DAY = 6;

    /** A hidden point is as bad as so many hidden places of the line. */
    private static final int POINT_WEIGHT = 6;

    /**
     * @param day of the point
     * @param anchorY height of the point
     */
    static LabelPlace of(
            MotionChartLayout layout,
            MotionFrame frame,
            int day,
            double anchorY,
            double width,
            double height) {
        double x = layout.x(day);
        double[] lefts = {x + GAP, x - GAP - width};
        double above = anchorY - height - 10;
        double below = anchorY + 10;
        double[] tops = {above, below, above - FAR, below + FAR, above - 2 * FAR, below + 2 * FAR};
        LabelPlace best = new LabelPlace(layout.left(), layout.top());
        int fewest = Integer.MAX_VALUE;
        for (double top : tops) {
            for (double left : lefts) {
                boolean inside =
                        left >= layout.left()
                                && left + width <= layout.right()
                                && top >= layout.top()
                                && top + height <= layout.bottom();
                var place = new LabelPlace(left, top);
                int hidden = inside ? place.hidden(layout, frame, width, height) : 1_000_000;
                if (hidden < fewest) {
                    fewest = hidden;
                    best = place;
                }
            }
        }
        return best.within(layout, width, height);
    }

    private LabelPlace within(MotionChartLayout layout, double width, double height) {
        return new LabelPlace(
                Math.max(4, Math.min(x, layout.width() - 4 - width)),
                Math.max(layout.top() + 2, Math.min(y, layout.bottom() - height - 2)));
    }

    /** How many places along the line the label would cover. */
    private int hidden(MotionChartLayout layout, MotionFrame frame, double width, double height) {
        int count = 0;
        for (int day = 0; day <= frame.currentDay(); day++) {
            KpiPoint from = frame.point(day);
            KpiPoint to = day < frame.currentDay() ? frame.point(day + 1) : null;
            for (int i = 0; from != null && i < (to == null ? 1 : SAMPLES_A_DAY); i++) {
                double share = (double) i / SAMPLES_A_DAY;
                double value =
                        to == null
                                ? from.value()
                                : from.value() + share * (to.value() - from.value());
                double px = layout.x(day + share);
                double py = layout.y(value);
                if (px > x - 4 && px < x + width + 4 && py > y - 4 && py < y + height + 4) {
                    count += i == 0 ? POINT_WEIGHT : 1;
                }
            }
        }
        return count;
    }
}

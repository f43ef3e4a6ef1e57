// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import io.tonalyst.kpi.MeasureFormula;
import io.tonalyst.kpi.overview.Panel;

/**
 * A figure of one agent along the periods, as quick to read as a picture needs it. Between two
 * neighbouring periods it goes straight; after the last before a gap it stays.
 */
final class Track {
    private final Panel.Agent agent;
    private final double[] values;

    Track(Panel.Agent agent, MeasureFormula formula) {
        this.agent = agent;
        this.values = agent.values(formula);
    }

    /** The figures of the periods with calls. */
    double[] values() {
        return values;
    }

    /** The figure of a period; NaN where there is none. */
    double of(int period) {
        int index = agent.indexOf(period);
        return index < 0 ? Double.NaN : values[index];
    }

    /** The figure at a moment; NaN where there is none. */
    double at(double position) {
        int period = (int) Math.floor(position);
        double from = of(period);
        double share = position - period;
        if (share <= 0 || Double.isNaN(from)) {
            return from;
        }
        double to = of(period + 1);
        return Double.isNaN(to) ? from : from + share * (to - from);
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import io.tonalyst.kpi.AxisDomain;
import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.DaySums;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.MeasureFormula;
import io.tonalyst.kpi.explore.FigureTable;
import io.tonalyst.kpi.overview.Granularity;
import io.tonalyst.kpi.overview.Panel;
import io.tonalyst.ui.kpi.explore.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All agents as bubbles that move from period to period, after Hans Rosling: two measures place
 * them, a third is their area, a fourth their colour. The axes span all periods and stay as they
 * are.
 */
public final class BubbleChart implements TimedChart {
    private final Panel panel;
    private final BubbleSpec spec;
    private final String how;
    private final List<Bubble> bubbles;
    private final AxisDomain xAxis;
    private final AxisDomain yAxis;
    private final @Nullable AxisDomain colours;
    private final double largest;

    /** One agent along the periods. */
    record Bubble(Panel.Agent agent, Track x, Track y, Track size, @Nullable Track colour) {
        boolean isAt(double position) {
            return !Double.isNaN(x.at(position)) && !Double.isNaN(y.at(position));
        }
    }

    public BubbleChart(DaySums sums, Granularity granularity, BubbleSpec spec) {
        this.panel = Panel.of(sums, granularity);
        this.spec = spec;
        CallLog log = sums.log();
        CallFilter filter = sums.filter();
        Measure colour = spec.colour();
        var all = new ArrayList<Bubble>();
        for (Panel.Agent agent : panel.agents()) {
            all.add(
                    new Bubble(
                            agent,
                            track(agent, spec.x(), filter, log),
                            track(agent, spec.y(), filter, log),
                            track(agent, spec.size(), filter, log),
                            colour == null ? null : track(agent, colour, filter, log)));
        }
        bubbles = List.copyOf(all);
        xAxis = AxisDomain.covering(spec.x(), all(bubbles.stream().map(Bubble::x).toList()));
        yAxis = AxisDomain.covering(spec.y(), all(bubbles.stream().map(Bubble::y).toList()));
        List<Track> coloured = new ArrayList<>();
        for (Bubble bubble : bubbles) {
            Track track = bubble.colour();
            if (track != null) {
                coloured.add(track);
            }
        }
        colours = colour == null ? null : AxisDomain.covering(colour, all(coloured));
        largest =
                DoubleStream.of(all(bubbles.stream().map(Bubble::size).toList()))
                        .filter(Double::isFinite)
                        .max()
                        .orElse(1);
        how =
                "Across: %s. Up: %s. Area: %s. Colour: %s. A bubble is the calls of one agent in a %s."
                        .formatted(
                                spec.x().title(),
                                spec.y().title(),
                                spec.size().title(),
                                colour == null ? "none" : colour.title(),
                                granularity.key());
    }

    private Track track(Panel.Agent agent, Measure measure, CallFilter filter, CallLog log) {
        return new Track(agent, MeasureFormula.of(measure, spec.definition(), filter, log));
    }

    private static double[] all(List<Track> tracks) {
        return tracks.stream().flatMapToDouble(t -> DoubleStream.of(t.values())).toArray();
    }

    BubbleSpec spec() {
        return spec;
    }

    List<Bubble> bubbles() {
        return bubbles;
    }

    AxisDomain xAxis() {
        return xAxis;
    }

    AxisDomain yAxis() {
        return yAxis;
    }

    /** What the colours span; null with one colour. */
    @Nullable AxisDomain colours() {
        return colours;
    }

    /** The figure of the largest bubble of all periods. */
    double largest() {
        return largest > 0 ? largest : 1;
    }

    /** How it is to be read, a sentence each. */
    String how() {
        return how;
    }

    boolean isChosen(Bubble bubble) {
        return spec.chosen().contains(bubble.agent().number());
    }

    /** The number of the agent of an item. */
    public int agent(int item) {
        return bubbles.get(item).agent().number();
    }

    @Override
    public String title() {
        return "All agents: %s against %s by %s"
                .formatted(spec.y().shortTitle(), spec.x().shortTitle(), panel.granularity().key());
    }

    @Override
    public int steps() {
        return panel.periods();
    }

    @Override
    public String stepTitle(int step) {
        return Dates.period(panel.granularity(), panel.first(step));
    }

    @Override
    public double secondsPerStep() {
        return switch (panel.granularity()) {
            case DAY -> 0.1;
            case WEEK -> 0.3;
            case MONTH -> 0.8;
        };
    }

    @Override
    public Plot at(double position) {
        return new BubblePlot(this, clamp(position));
    }

    @Override
    public boolean isTableMoving() {
        return true;
    }

    @Override
    public FigureTable table(double position) {
        int period = (int) Math.floor(clamp(position));
        List<Measure> measures = measures();
        var columns = new ArrayList<String>(List.of("Agent"));
        measures.forEach(measure -> columns.add(Columns.named(measure)));
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Bubble bubble : bubbles) {
            var row = new ArrayList<@Nullable Object>(List.of(bubble.agent().title()));
            for (Measure measure : measures) {
                double value = value(bubble, measure, period);
                row.add(Double.isNaN(value) ? null : number(measure, value));
            }
            rows.add(row);
        }
        return new FigureTable(columns, rows);
    }

    /** The measures shown, each once. */
    private List<Measure> measures() {
        return Stream.of(spec.x(), spec.y(), spec.size(), spec.colour())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Object number(Measure measure, double value) {
        return measure == Measure.CALLS ? (Object) Math.round(value) : (Object) value;
    }

    private double value(Bubble bubble, Measure measure, int period) {
        Track colour = bubble.colour();
        Track track =
                measure == spec.x()
                        ? bubble.x()
                        : measure == spec.y()
                                ? bubble.y()
                                : measure == spec.size() || colour == null ? bubble.size() : colour;
        return track.of(period);
    }

    String readout(int item, double position) {
        Bubble bubble = bubbles.get(item);
        int period = (int) Math.floor(position);
        String where = "Agent " + bubble.agent().title() + ", " + stepTitle(period) + ": ";
        if (!bubble.isAt(period)) {
            return where + "no calls that record both measures.";
        }
        return where
                + measures().stream()
                        .map(m -> Columns.sentence(m, value(bubble, m, period)))
                        .collect(Collectors.joining(", "))
                + ".";
    }
}

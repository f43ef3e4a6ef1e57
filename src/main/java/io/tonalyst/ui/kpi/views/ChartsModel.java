// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.DaySums;
import io.tonalyst.kpi.LatestDaySums;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.overview.Granularity;
import io.tonalyst.time.Ticker;
import io.tonalyst.work.Failures;
import io.tonalyst.work.JobOutcome;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.LatestOnly;
import io.tonalyst.work.ProgressSink;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/**
 * Which chart is shown and of what. Belongs to the UI thread; charts are made elsewhere, only while
 * they are shown, and only the newest counts.
 */
public final class ChartsModel {
    private final ChartChoices choices;
    private final LatestDaySums sums;
    private final LatestOnly<TimedChart> computing;
    private final Stepper stepper = new Stepper(Ticker.system());
    private final ObjectProperty<ChartView> view = new SimpleObjectProperty<>(ChartView.LINE);
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.AHT);
    private final ObjectProperty<Granularity> granularity =
            new SimpleObjectProperty<>(Granularity.MONTH);
    private final ObjectProperty<Measure> x = new SimpleObjectProperty<>(Measure.AHT);
    private final ObjectProperty<Measure> y = new SimpleObjectProperty<>(Measure.FCR);
    private final ObjectProperty<Measure> size = new SimpleObjectProperty<>(Measure.CALLS);
    private final ObjectProperty<Optional<Measure>> colour =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Integer> trail = new SimpleObjectProperty<>(6);
    private final ObservableSet<Integer> chosen = FXCollections.observableSet();
    private final ObjectProperty<Optional<Integer>> second =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Integer>> third =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<MultiplesOrder> order =
            new SimpleObjectProperty<>(MultiplesOrder.AGENT);
    private final IntegerProperty page = new SimpleIntegerProperty();
    private final ReadOnlyObjectWrapper<@Nullable TimedChart> chart = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ObservableList<Measure> measures =
            FXCollections.observableArrayList(Measure.values());
    private @Nullable ChartView loaded;

    /**
     * @param choices of the workspace
     * @param sums of the log, kept for the next chart
     * @param ui the thread of this object
     */
    public ChartsModel(ChartChoices choices, LatestDaySums sums, JobRunner jobs, Executor ui) {
        this.choices = choices;
        this.sums = sums;
        this.computing = new LatestOnly<>(jobs, ui);
        choices.measure().subscribe(measure::set);
        choices.log().subscribe((before, after) -> adopt(before, after));
        for (Observable choice :
                List.of(
                        choices.log(),
                        choices.filter(),
                        choices.agent(),
                        choices.month(),
                        choices.definition(),
                        choices.threshold(),
                        view,
                        active,
                        measure,
                        granularity,
                        x,
                        y,
                        size,
                        colour,
                        trail,
                        chosen,
                        second,
                        third,
                        order,
                        page)) {
            choice.addListener(changed -> recompute());
        }
    }

    /** Agents that another log lacks are let go of, and it may have no labels to colour by. */
    private void adopt(@Nullable CallLogImport before, @Nullable CallLogImport after) {
        if (after != null && colour.get().isEmpty() && after.log().hasEmotionLabels()) {
            colour.set(Optional.of(Measure.ANGRY));
        }
        if (after != null) {
            offer(after.log());
        }
        Predicate<Integer> same =
                agent ->
                        before != null
                                && after != null
                                && after.log().hasAgent(agent)
                                && after.log()
                                        .agentCode(agent)
                                        .equals(before.log().agentCode(agent));
        chosen.removeIf(same.negate());
        second.set(second.get().filter(same));
        third.set(third.get().filter(same));
        page.set(0);
    }

    /** Offers the measures a log can have; those it lacks are let go of first. */
    private void offer(CallLog log) {
        if (!x.get().isIn(log)) {
            x.set(Measure.AHT);
        }
        if (!y.get().isIn(log)) {
            y.set(Measure.FCR);
        }
        if (!size.get().isIn(log)) {
            size.set(Measure.CALLS);
        }
        if (!measure.get().isIn(log)) {
            measure.set(Measure.AHT);
        }
        colour.set(colour.get().filter(one -> one.isIn(log)));
        // The boxes would let go of what is chosen if all were replaced.
        measures.removeIf(one -> !one.isIn(log));
        for (Measure one : Measure.values()) {
            if (one.isIn(log) && !measures.contains(one)) {
                measures.add(one);
            }
        }
    }

    /** The measures the open log can have. */
    ObservableList<Measure> measures() {
        return measures;
    }

    private void recompute() {
        CallLogImport imported = choices.log().getValue();
        Integer agent = choices.agent().get();
        YearMonth month = choices.month().get();
        ChartView wanted = view.get();
        if (imported == null
                || agent == null
                || month == null
                || !active.get()
                || wanted == ChartView.LINE) {
            computing.cancel();
            return;
        }
        ChartRequest request = request(wanted, agent, month);
        var filter = choices.filter().getValue();
        computing.request(
                (cancel, progress) -> {
                    DaySums added = sums.of(imported.log(), filter);
                    cancel.throwIfCancelled();
                    return Charts.of(added, request);
                },
                ProgressSink.NONE,
                outcome -> {
                    switch (outcome) {
                        case JobOutcome.Done<TimedChart>(TimedChart made) -> show(wanted, made);
                        case JobOutcome.Failed<TimedChart>(var cause) -> {
                            chart.set(null);
                            notice.set(Failures.sentence(cause));
                        }
                        case JobOutcome.Cancelled<TimedChart>() -> {
                            // A newer choice is already being worked out.
                        }
                    }
                });
    }

    private ChartRequest request(ChartView wanted, int agent, YearMonth month) {
        List<Integer> agents = new ArrayList<>(List.of(agent));
        second.get().ifPresent(agents::add);
        third.get().ifPresent(agents::add);
        boolean same = wanted == ChartView.COMPARE || measure.get() == choices.measure().get();
        return new ChartRequest(
                wanted,
                agents,
                month,
                wanted == ChartView.COMPARE ? choices.measure().get() : measure.get(),
                choices.definition().get(),
                same ? choices.threshold().getValue().doubleValue() : Double.NaN,
                granularity.get(),
                new BubbleSpec(
                        x.get(),
                        y.get(),
                        size.get(),
                        colour.get().orElse(null),
                        choices.definition().get(),
                        trail.get(),
                        Set.copyOf(chosen)),
                order.get(),
                page.get());
    }

    private void show(ChartView made, TimedChart value) {
        TimedChart before = chart.get();
        notice.set(value.steps() == 0 ? "No call passes the filter." : "");
        boolean other = made != loaded || before == null || before.steps() != value.steps();
        loaded = made;
        chart.set(value);
        stepper.load(value.steps(), value.secondsPerStep(), other);
    }

    /** Names an agent on the bubble chart, or no longer. */
    public void toggleChosen(int agent) {
        if (!chosen.remove(agent)) {
            chosen.add(agent);
        }
    }

    /** The agents named on the bubble chart. */
    public ObservableSet<Integer> chosen() {
        return chosen;
    }

    /** The choices of the workspace. */
    ChartChoices choices() {
        return choices;
    }

    /** An agent as people know it. */
    String agentTitle(int agent) {
        CallLogImport imported = choices.log().getValue();
        return imported == null ? Integer.toString(agent) : imported.log().agentTitle(agent);
    }

    /** The time of charts without sound. */
    public Stepper stepper() {
        return stepper;
    }

    /** The newest chart; null before the first. It may be one of the view before. */
    public ReadOnlyObjectProperty<@Nullable TimedChart> chartProperty() {
        return chart.getReadOnlyProperty();
    }

    /** One sentence on why there is nothing to show; empty otherwise. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ObjectProperty<ChartView> viewProperty() {
        return view;
    }

    /** Whether the charts are shown at all. */
    public BooleanProperty activeProperty() {
        return active;
    }

    /** The measure of calendar and small multiples; follows that of the workspace. */
    public ObjectProperty<Measure> measureProperty() {
        return measure;
    }

    public ObjectProperty<Granularity> granularityProperty() {
        return granularity;
    }

    /** Across the bubble chart. */
    public ObjectProperty<Measure> xProperty() {
        return x;
    }

    /** Up the bubble chart. */
    public ObjectProperty<Measure> yProperty() {
        return y;
    }

    /** The area of the bubbles. */
    public ObjectProperty<Measure> sizeProperty() {
        return size;
    }

    /** The colour of the bubbles; empty for one colour. */
    public ObjectProperty<Optional<Measure>> colourProperty() {
        return colour;
    }

    /** Periods a bubble draws behind it. */
    public ObjectProperty<Integer> trailProperty() {
        return trail;
    }

    /** An agent the chosen one is compared with. */
    public ObjectProperty<Optional<Integer>> secondProperty() {
        return second;
    }

    /** Another one. */
    public ObjectProperty<Optional<Integer>> thirdProperty() {
        return third;
    }

    public ObjectProperty<MultiplesOrder> orderProperty() {
        return order;
    }

    /** The page of the small multiples, from 0. */
    public IntegerProperty pageProperty() {
        return page;
    }

    /** Stops the work under way. */
    public void close() {
        computing.cancel();
        stepper.pause();
    }
}

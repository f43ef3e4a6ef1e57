// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.KpiQuery;
import io.tonalyst.kpi.Measure;
import io.tonalyst.sonify.Mapping;
import io.tonalyst.sonify.ScoreVoice;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What the analyst has chosen of a call log. The choices stay consistent: the month is one in which
 * the agent has calls, and each measure and definition keeps its own threshold. Until one is
 * entered, the VolaPhone measures have 900 s and 75 %, the real handle time the median of the
 * peers. Needs no toolkit.
 */
public final class KpiSelection {
    /** Measures that can be charted of any log. */
    public static final List<Measure> MEASURES = List.of(Measure.AHT, Measure.FCR);

    /** Speeds of the score; 1 is the mapping's own. */
    public static final List<Double> SPEEDS = List.of(0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 4.0, 8.0);

    private final Runnable changed;
    private final ObservableList<Measure> measures = FXCollections.observableArrayList(MEASURES);
    private final ObservableList<Integer> agents = FXCollections.observableArrayList();
    private final ObservableList<YearMonth> months = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Integer> agent = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable YearMonth> month = new SimpleObjectProperty<>();
    private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.AHT);
    private final ObjectProperty<Definition> definition =
            new SimpleObjectProperty<>(Definition.STANDARD);
    private final ObjectProperty<Mapping> mapping =
            new SimpleObjectProperty<>(Mapping.all().getFirst());
    private final ObjectProperty<Set<ScoreVoice>> silent = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<List<Integer>> beside = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Double> speed = new SimpleObjectProperty<>(1.0);
    private final ObjectProperty<CallFilter> filter = new SimpleObjectProperty<>(CallFilter.NONE);
    private final ReadOnlyDoubleWrapper threshold = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper thresholdProblem = new ReadOnlyStringWrapper("");
    private final Map<Graded, Double> entered = new HashMap<>();
    private @Nullable CallLog log;
    private double wanted = Double.NaN;
    private boolean settling;

    /**
     * @param changed called after every change, once the choices are consistent
     */
    public KpiSelection(Runnable changed) {
        this.changed = changed;
        adoptThreshold();
        agent.addListener((property, before, after) -> settle(this::offerMonths));
        measure.addListener((property, before, after) -> settle(this::adoptThreshold));
        definition.addListener((property, before, after) -> settle(this::adoptThreshold));
        for (var choice : List.of(month, mapping, speed, silent, filter, beside)) {
            choice.addListener((property, before, after) -> settle(() -> {}));
        }
    }

    /** Offers the agents and months of a log; keeps the agent and month it also has. */
    public void offer(CallLog newLog) {
        settle(
                () -> {
                    log = newLog;
                    filter.set(filter.get().within(newLog));
                    offerMeasures(newLog);
                    Integer kept = agent.get();
                    agents.setAll(IntStream.of(newLog.agents()).boxed().toList());
                    agent.set(kept != null && newLog.hasAgent(kept) ? kept : agents.getFirst());
                    offerMonths();
                });
    }

    /** What is asked for, or nothing before a log is open. */
    public Optional<KpiQuery> query() {
        Integer chosenAgent = agent.get();
        YearMonth chosenMonth = month.get();
        return log == null || chosenAgent == null || chosenMonth == null
                ? Optional.empty()
                : Optional.of(
                        new KpiQuery(
                                chosenAgent,
                                chosenMonth,
                                measure.get(),
                                definition.get(),
                                filter.get()));
    }

    /** Goes to a neighbouring agent; stays at the ends. */
    public void stepAgent(int by) {
        neighbour(agents, agent.get(), by).ifPresent(agent::set);
    }

    /** Goes to a neighbouring month with calls; stays at the ends. */
    public void stepMonth(int by) {
        neighbour(months, month.get(), by).ifPresent(month::set);
    }

    /** Goes to a neighbouring speed; stays at the ends. */
    public void stepSpeed(int by) {
        neighbour(SPEEDS, speed.get(), by).ifPresent(speed::set);
    }

    /**
     * Takes a threshold as typed, in the unit of the measure; a text that is none stays without
     * effect and is explained in {@link #thresholdProblemProperty}.
     */
    public void enterThreshold(String text) {
        Optional<String> problem;
        double value = Double.NaN;
        try {
            value = Double.parseDouble(text.strip().replace(",", ""));
            problem = measure.get().thresholdProblem(value);
        } catch (NumberFormatException e) {
            problem = Optional.of("The threshold has to be a number, such as 900.");
        }
        thresholdProblem.set(problem.orElse(""));
        if (problem.isEmpty() && value != threshold.get()) {
            entered.put(graded(), value);
            settle(this::adoptThreshold);
        }
    }

    /** Measures that can be charted of the open log: more when recordings are joined to it. */
    public ObservableList<Measure> measures() {
        return measures;
    }

    private void offerMeasures(CallLog newLog) {
        var there = new ArrayList<>(MEASURES);
        Measure.in(newLog).stream().filter(Measure::isMeasured).forEach(there::add);
        if (!measures.equals(there)) {
            measures.setAll(there);
        }
        if (!there.contains(measure.get())) {
            measure.set(MEASURES.getFirst());
        }
    }

    public ObservableList<Integer> agents() {
        return agents;
    }

    /** An agent as people know it: a number, a name, or both. */
    public String agentTitle(int number) {
        return log == null ? Integer.toString(number) : log.agentTitle(number);
    }

    /** Which calls count. */
    public ObjectProperty<CallFilter> filterProperty() {
        return filter;
    }

    /** Months in which the agent has calls, in order. */
    public ObservableList<YearMonth> months() {
        return months;
    }

    public ObjectProperty<@Nullable Integer> agentProperty() {
        return agent;
    }

    public ObjectProperty<@Nullable YearMonth> monthProperty() {
        return month;
    }

    public ObjectProperty<Measure> measureProperty() {
        return measure;
    }

    public ObjectProperty<Definition> definitionProperty() {
        return definition;
    }

    public ObjectProperty<Mapping> mappingProperty() {
        return mapping;
    }

    /** Voices of the score that are not heard. */
    public ObjectProperty<Set<ScoreVoice>> silentProperty() {
        return silent;
    }

    /** Agents that are heard beside the chosen one; what the log lacks of them is not. */
    public ObjectProperty<List<Integer>> besideProperty() {
        return beside;
    }

    /** Those of them that the open log has, without the chosen agent. */
    List<Integer> beside() {
        CallLog open = log;
        return open == null
                ? List.of()
                : beside.get().stream()
                        .filter(one -> open.hasAgent(one) && !one.equals(agent.get()))
                        .distinct()
                        .toList();
    }

    public ObjectProperty<Double> speedProperty() {
        return speed;
    }

    /** The threshold asked for; NaN asks for the default of the series. */
    public double wantedThreshold() {
        return wanted;
    }

    /** The threshold that was entered for the measure and definition; empty for the default. */
    OptionalDouble enteredThreshold() {
        Double value = entered.get(graded());
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Shows the threshold a default has come to. */
    void noteThreshold(double value) {
        threshold.set(value);
    }

    /** The threshold in force, in the unit of the measure. */
    public ReadOnlyDoubleProperty thresholdProperty() {
        return threshold.getReadOnlyProperty();
    }

    /** One sentence on why the last threshold typed was not taken; empty when it was. */
    public ReadOnlyStringProperty thresholdProblemProperty() {
        return thresholdProblem.getReadOnlyProperty();
    }

    /** Makes the choices consistent, then tells of the change once. */
    private void settle(Runnable change) {
        if (settling) {
            return;
        }
        settling = true;
        try {
            change.run();
        } finally {
            settling = false;
        }
        changed.run();
    }

    private void offerMonths() {
        CallLog current = log;
        Integer chosen = agent.get();
        if (current == null || chosen == null) {
            return;
        }
        YearMonth kept = month.get();
        List<YearMonth> offered = current.months(chosen);
        months.setAll(offered);
        month.set(kept != null && offered.contains(kept) ? kept : offered.getFirst());
    }

    private void adoptThreshold() {
        thresholdProblem.set("");
        wanted = entered.getOrDefault(graded(), reference());
        if (!Double.isNaN(wanted)) {
            threshold.set(wanted);
        }
    }

    /** The VolaPhone charts' threshold where it fits the definition, NaN for the peers' median. */
    private double reference() {
        boolean own = measure.get() == Measure.AHT && definition.get() == Definition.STANDARD;
        return own ? Double.NaN : measure.get().referenceThreshold().orElse(Double.NaN);
    }

    private Graded graded() {
        return new Graded(measure.get(), definition.get());
    }

    /** What a threshold is for. */
    private record Graded(Measure measure, Definition definition) {}

    private static <T> Optional<T> neighbour(List<T> items, @Nullable T of, int by) {
        int index = of == null ? -1 : items.indexOf(of);
        return index < 0
                ? Optional.empty()
                : Optional.of(items.get(Math.clamp(index + by, 0, items.size() - 1)));
    }
}

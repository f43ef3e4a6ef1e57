// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.explore;

import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.LatestDaySums;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.overview.Granularity;
import io.tonalyst.kpi.overview.Overview;
import io.tonalyst.kpi.overview.OverviewQuery;
import io.tonalyst.work.Failures;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.LatestOnly;
import io.tonalyst.work.ProgressSink;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Which measure of all agents is shown over which periods, and what comes of it. Belongs to the UI
 * thread; figures are worked out elsewhere, only while the page is shown, and only the newest
 * counts.
 */
public final class OverviewModel {
    private final ObservableValue<@Nullable CallLogImport> log;
    private final ObservableValue<CallFilter> filter;
    private final LatestDaySums sums;
    private final LatestOnly<Overview> computing;
    private final ObservableList<Measure> measures = FXCollections.observableArrayList();
    private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.AHT);
    private final ObjectProperty<Definition> definition =
            new SimpleObjectProperty<>(Definition.STANDARD);
    private final ObjectProperty<Granularity> granularity =
            new SimpleObjectProperty<>(Granularity.MONTH);
    private final ObjectProperty<@Nullable Double> target = new SimpleObjectProperty<>();
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable Overview> overview =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

    /**
     * @param log the open log; null before the first
     * @param filter which of its calls count
     * @param sums of the log, kept for the next question
     * @param ui the thread of this object
     */
    public OverviewModel(
            ObservableValue<@Nullable CallLogImport> log,
            ObservableValue<CallFilter> filter,
            LatestDaySums sums,
            JobRunner jobs,
            Executor ui) {
        this.log = log;
        this.filter = filter;
        this.sums = sums;
        this.computing = new LatestOnly<>(jobs, ui);
        log.subscribe(this::offer);
        // A target holds for one measure alone.
        measure.addListener((property, before, after) -> target.set(null));
        for (ObservableValue<?> choice :
                List.of(log, filter, measure, definition, granularity, target, active)) {
            choice.addListener((property, before, after) -> recompute());
        }
    }

    /** Offers what the log can have; a measure it lacks is let go. */
    private void offer(@Nullable CallLogImport imported) {
        List<Measure> there = imported == null ? List.of() : Measure.in(imported.log());
        if (!there.isEmpty() && !there.contains(measure.get())) {
            measure.set(Measure.AHT);
        }
        if (!measures.equals(there)) {
            measures.setAll(there);
        }
    }

    /** The measures that the log can have. */
    public ObservableList<Measure> measures() {
        return measures;
    }

    private void recompute() {
        CallLogImport imported = log.getValue();
        if (imported == null || !active.get()) {
            computing.cancel();
            return;
        }
        Double wanted = target.get();
        var query =
                new OverviewQuery(
                        measure.get(),
                        definition.get(),
                        filter.getValue(),
                        granularity.get(),
                        wanted == null ? OptionalDouble.empty() : OptionalDouble.of(wanted));
        computing.request(
                (cancel, progress) -> Overview.of(sums.of(imported.log(), query.filter()), query),
                ProgressSink.NONE,
                outcome -> outcome.settle(this::adopt, this::fail));
    }

    private void adopt(Overview made) {
        notice.set(made.agents().isEmpty() ? "No call passes the filter." : "");
        overview.set(made);
    }

    private void fail(Exception cause) {
        overview.set(null);
        notice.set(Failures.sentence(cause));
    }

    /**
     * Takes a target as typed; an empty text asks for the default.
     *
     * @return one sentence on why it was not taken; empty when it was
     */
    public Optional<String> enterTarget(String text) {
        if (text.isBlank()) {
            target.set(null);
            return Optional.empty();
        }
        try {
            double value = Double.parseDouble(text.strip().replace(",", ""));
            Optional<String> problem = measure.get().thresholdProblem(value);
            if (problem.isEmpty()) {
                target.set(value);
            }
            return problem;
        } catch (NumberFormatException e) {
            return Optional.of("The target has to be a number, such as 900.");
        }
    }

    public ObjectProperty<Measure> measureProperty() {
        return measure;
    }

    public ObjectProperty<Definition> definitionProperty() {
        return definition;
    }

    public ObjectProperty<Granularity> granularityProperty() {
        return granularity;
    }

    /** The target that was entered; null for the default. */
    public ReadOnlyObjectProperty<@Nullable Double> targetProperty() {
        return target;
    }

    /** The newest figures; null before the first. */
    public ReadOnlyObjectProperty<@Nullable Overview> overviewProperty() {
        return overview.getReadOnlyProperty();
    }

    /** One sentence on why there is nothing to show; empty otherwise. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Whether the page is shown. */
    public BooleanProperty activeProperty() {
        return active;
    }

    /** Stops the work under way. */
    public void close() {
        computing.cancel();
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.Measure;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What is chosen in the workspace, for all of its charts alike.
 *
 * @param log the open log; null before the first
 * @param threshold in the unit of the measure
 * @param goTo chooses a day of the chosen agent
 */
public record ChartChoices(
        ObservableValue<@Nullable CallLogImport> log,
        ObservableValue<CallFilter> filter,
        ObservableList<Integer> agents,
        ObjectProperty<@Nullable Integer> agent,
        ObjectProperty<@Nullable YearMonth> month,
        ObjectProperty<Measure> measure,
        ObjectProperty<Definition> definition,
        ObservableValue<Number> threshold,
        Consumer<LocalDate> goTo) {}

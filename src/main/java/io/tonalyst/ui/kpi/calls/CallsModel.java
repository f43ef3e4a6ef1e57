// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.calls;

import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.CallLogImport;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Which agent's day the page of calls shows; follows the open log and the filter. */
public final class CallsModel {
    private final ObservableValue<@Nullable CallLogImport> log;
    private final ObservableValue<CallFilter> filter;
    private final CallsPage page;
    private @Nullable Integer agent;
    private @Nullable LocalDate day;

    public CallsModel(
            ObservableValue<@Nullable CallLogImport> log,
            ObservableValue<CallFilter> filter,
            CallsPage page) {
        this.log = log;
        this.filter = filter;
        this.page = page;
        log.addListener((property, before, after) -> refresh());
        filter.addListener((property, before, after) -> refresh());
    }

    /** Shows the calls of an agent and day. */
    public void show(int newAgent, LocalDate newDay) {
        agent = newAgent;
        day = newDay;
        refresh();
    }

    /** The day that is shown. */
    public Optional<LocalDate> day() {
        return Optional.ofNullable(day);
    }

    /** The next day with calls of the agent in the same month, in a direction. */
    public Optional<LocalDate> neighbour(int by) {
        CallLogImport imported = log.getValue();
        LocalDate now = day;
        Integer whose = agent;
        if (imported == null || now == null || whose == null) {
            return Optional.empty();
        }
        CallLog calls = imported.log();
        LocalDate next = now.plusDays(by);
        while (YearMonth.from(next).equals(YearMonth.from(now))) {
            if (calls.callsOn(whose, next).length > 0) {
                return Optional.of(next);
            }
            next = next.plusDays(by);
        }
        return Optional.empty();
    }

    private void refresh() {
        CallLogImport imported = log.getValue();
        Integer whose = agent;
        LocalDate when = day;
        page.show(
                imported == null || imported.log().isGrouped() || whose == null || when == null
                        ? null
                        : DayCalls.of(imported.log(), whose, when, filter.getValue()));
    }
}

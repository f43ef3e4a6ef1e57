// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.CallTotals;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.Estimate;
import io.tonalyst.kpi.KpiQuery;
import io.tonalyst.kpi.KpiSeries;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.explore.Breakdown;
import io.tonalyst.kpi.explore.Figure;
import io.tonalyst.kpi.overview.Granularity;
import io.tonalyst.kpi.overview.Overview;
import io.tonalyst.kpi.overview.OverviewQuery;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Compares the figures of two logs of the same calls, to a billionth, in all definitions. */
final class SameFigures {
    private static final double BILLIONTH = 1e-9;
    private static final List<Measure> MEASURES =
            List.of(Measure.AHT, Measure.FCR, Measure.CALLS, Measure.ANGRY);

    private int compared;

    private SameFigures() {}

    /** Compares everything that can be asked; tells how many figures were compared. */
    static int compare(CallLog ofFile, CallLog ofDatabase) {
        return compare(ofFile, ofDatabase, filters(ofFile));
    }

    /** Compares everything that can be asked under some filters. */
    static int compare(CallLog ofFile, CallLog ofDatabase, List<CallFilter> filters) {
        var same = new SameFigures();
        assertThat(ofDatabase.months()).isEqualTo(ofFile.months());
        assertThat(ofDatabase.codes(CallDimension.AGENT))
                .isEqualTo(ofFile.codes(CallDimension.AGENT));
        assertThat(ofDatabase.recorded()).isEqualTo(ofFile.recorded());
        for (CallFilter filter : filters) {
            for (Definition definition : Definition.values()) {
                for (Measure measure : MEASURES) {
                    same.months(ofFile, ofDatabase, measure, definition, filter);
                    same.overviews(ofFile, ofDatabase, measure, definition, filter);
                }
            }
            same.explore(ofFile, ofDatabase, filter);
        }
        return same.compared;
    }

    /** None, one code of each dimension, and some days. */
    private static List<CallFilter> filters(CallLog log) {
        var filters = new ArrayList<>(List.of(CallFilter.NONE));
        for (CallDimension dimension : CallDimension.values()) {
            List<String> codes =
                    dimension == CallDimension.MEASURED ? List.of() : log.codes(dimension);
            if (!codes.isEmpty()) {
                filters.add(
                        new CallFilter(Map.of(dimension, Set.of(codes.getFirst())), null, null));
            }
        }
        YearMonth month = log.months().getFirst();
        filters.add(CallFilter.NONE.between(month.atDay(3), month.atDay(9)));
        return filters;
    }

    private void months(
            CallLog a, CallLog b, Measure measure, Definition definition, CallFilter filter) {
        YearMonth month = a.months().getFirst();
        for (String code : a.codes(CallDimension.AGENT)) {
            KpiSeries one = series(a, code, month, measure, definition, filter);
            KpiSeries other = series(b, code, month, measure, definition, filter);
            assertThat(other.points()).hasSameSizeAs(one.points());
            for (int i = 0; i < one.points().size(); i++) {
                assertThat(other.points().get(i).date()).isEqualTo(one.points().get(i).date());
                same(one.points().get(i).estimate(), other.points().get(i).estimate());
                same(one.points().get(i).totals(), other.points().get(i).totals());
            }
            same(one.total(), other.total());
            same(one.peerMedian().orElse(-1), other.peerMedian().orElse(-1));
            assertThat(other.formula()).isEqualTo(one.formula());
        }
    }

    private static KpiSeries series(
            CallLog log,
            String agent,
            YearMonth month,
            Measure measure,
            Definition definition,
            CallFilter filter) {
        return KpiSeries.of(
                log,
                new KpiQuery(log.agent(agent).orElseThrow(), month, measure, definition, filter));
    }

    private void overviews(
            CallLog a, CallLog b, Measure measure, Definition definition, CallFilter filter) {
        for (Granularity granularity : Granularity.values()) {
            var query =
                    new OverviewQuery(
                            measure, definition, filter, granularity, OptionalDouble.empty());
            Overview one = Overview.of(a, query);
            Overview other = Overview.of(b, query);
            same(one.target(), other.target());
            assertThat(other.agents().stream().map(Overview.Agent::code))
                    .containsExactlyElementsOf(
                            one.agents().stream().map(Overview.Agent::code).toList());
            for (int i = 0; i < one.agents().size(); i++) {
                Overview.Agent first = one.agents().get(i);
                Overview.Agent second = other.agents().get(i);
                same(first.standing().estimate(), second.standing().estimate());
                assertThat(second.standing().rank()).isEqualTo(first.standing().rank());
                assertThat(second.standing().verdict()).isEqualTo(first.standing().verdict());
                assertThat(second.trend().alerts()).isEqualTo(first.trend().alerts());
                assertThat(second.trend().points()).hasSameSizeAs(first.trend().points());
                for (int p = 0; p < first.trend().points().size(); p++) {
                    var here = first.trend().points().get(p);
                    var there = second.trend().points().get(p);
                    assertThat(there.label()).isEqualTo(here.label());
                    same(here.estimate(), there.estimate());
                    same(here.low(), there.low());
                }
                for (int c = 0; c < first.scorecard().size(); c++) {
                    same(first.scorecard().get(c).estimate(), second.scorecard().get(c).estimate());
                }
            }
        }
    }

    private void explore(CallLog a, CallLog b, CallFilter filter) {
        for (CallDimension by : CallDimension.values()) {
            if (by == CallDimension.MEASURED || a.codes(by).isEmpty()) {
                continue;
            }
            for (Figure figure : Figure.values()) {
                assertThat(figure.isIn(b)).as(figure.title()).isEqualTo(figure.isIn(a));
                if (!figure.isIn(a)) {
                    continue;
                }
                Breakdown one = Breakdown.of(a, by, figure, filter);
                Breakdown other = Breakdown.of(b, by, figure, filter);
                assertThat(other.groups()).hasSameSizeAs(one.groups());
                for (int i = 0; i < one.groups().size(); i++) {
                    var here = one.groups().get(i);
                    var there = other.groups().get(i);
                    assertThat(there.code()).isEqualTo(here.code());
                    assertThat(there.calls()).isEqualTo(here.calls());
                    assertThat(there.counted()).isEqualTo(here.counted());
                    same(here.estimate(), there.estimate());
                }
            }
        }
    }

    private void same(CallTotals one, CallTotals other) {
        assertThat(other.calls()).isEqualTo(one.calls());
        assertThat(other.judged()).isEqualTo(one.judged());
        assertThat(other.resolved()).isEqualTo(one.resolved());
        assertThat(other.labelled()).isEqualTo(one.labelled());
        assertThat(other.angry()).isEqualTo(one.angry());
        same(one.talkS(), other.talkS());
        same(one.holdS(), other.holdS());
        same(one.acwS(), other.acwS());
        same(one.queueS(), other.queueS());
    }

    private void same(Estimate one, Estimate other) {
        same(one.value(), other.value());
        same(one.standardError(), other.standardError());
        same(one.low(), other.low());
        same(one.high(), other.high());
    }

    private void same(double one, double other) {
        compared++;
        boolean equal =
                Double.isNaN(one)
                        ? Double.isNaN(other)
                        : Math.abs(one - other) <= BILLIONTH * Math.max(1, Math.abs(one));
        // One assertion each would take most of the time.
        if (!equal) {
            assertThat(other).isEqualTo(one);
        }
    }
}

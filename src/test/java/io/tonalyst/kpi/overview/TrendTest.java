// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.Definition;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.source.LogOpener;
import io.tonalyst.kpi.source.MappingStore;
import io.tonalyst.kpi.source.Presets;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrendTest {
    @TempDir Path folder;

    @Test
    void aSuddenRiseLiesAboveTheLimitsAndIsAnAlertOfHandleTimeAlone() throws Exception {
        int[] talk = {300, 310, 305, 295, 300, 308, 292, 301, 299, 306, 900, 303};
        Trend aht = trend(talk, Measure.AHT);
        assertThat(aht.points())
                .filteredOn(p -> p.signals().contains(Signal.ABOVE_LIMITS))
                .extracting(Trend.Point::label)
                .containsExactly("2021-03-11");
        assertThat(aht.alerts()).isEqualTo(1);
        assertThat(Signal.ABOVE_LIMITS.isAlert(Measure.FCR)).isFalse();
        assertThat(Signal.BELOW_LIMITS.isAlert(Measure.FCR)).isTrue();
        assertThat(Signal.BELOW_LIMITS.isAlert(Measure.CALLS)).isFalse();
    }

    @Test
    void eightInARowOnOneSideAreASignal() throws Exception {
        int[] talk = {
            300, 306, 301, 305, 302, 304, 300, 306, 320, 321, 322, 320, 323, 321, 320, 322
        };
        Trend aht = trend(talk, Measure.AHT);
        assertThat(aht.points())
                .filteredOn(p -> p.signals().contains(Signal.RUN_ABOVE))
                .extracting(Trend.Point::label)
                .containsExactly("2021-03-16");
        assertThat(aht.points())
                .filteredOn(p -> p.signals().contains(Signal.RUN_BELOW))
                .extracting(Trend.Point::label)
                .containsExactly("2021-03-08");
    }

    private Trend trend(int[] talk, Measure measure) throws Exception {
        var text =
                new StringBuilder(
                        "Agent_ID,Call_Date,Talk_Time,After_Call_Work_Time,Queue_Time,"
                                + "Call_resolution_ID,Call_Type_ID,Plan_ID\n");
        for (int day = 0; day < talk.length; day++) {
            text.append(
                    "7,%s 00:00:00,%d,0,1,Resolution1,T,P\n"
                            .formatted(LocalDate.of(2021, 3, 1).plusDays(day), talk[day]));
        }
        Path file = Files.writeString(folder.resolve("log.csv"), text);
        CallLog log =
                new LogOpener(new MappingStore(folder.resolve("mappings"), new Presets()))
                        .open(file, new CancelToken(), ProgressSink.NONE)
                        .log();
        List<Overview.Agent> agents =
                Overview.of(
                                log,
                                new OverviewQuery(
                                        measure,
                                        Definition.STANDARD,
                                        CallFilter.NONE,
                                        Granularity.DAY,
                                        OptionalDouble.empty()))
                        .agents();
        return agents.getFirst().trend();
    }
}

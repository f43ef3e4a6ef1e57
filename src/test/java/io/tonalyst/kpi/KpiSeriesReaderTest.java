// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KpiSeriesReaderTest {
    private static final String HEADER = "date,calls,resolved_by_agent,mean_talk_time_s\n";

    @TempDir Path folder;

    @Test
    void daysBecomePointsAndTheTotalIsARatioOfSums() throws Exception {
        KpiSeries aht = read("2017-01-03,1,0,100.0\n2017-01-02,3,2,500.5\n", Measure.AHT);
        assertThat(aht.points())
                .extracting(KpiPoint::date)
                .containsExactly(LocalDate.of(2017, 1, 2), LocalDate.of(2017, 1, 3));
        assertThat(aht.points().getFirst().value()).isEqualTo(500.5);
        assertThat(aht.total().value()).isCloseTo((3 * 500.5 + 100) / 4, within(1e-9));
        assertThat(aht.points().getFirst().estimate().hasBand()).isFalse();
        assertThat(aht.formula()).contains("talk only");
        assertThat(aht.first()).isEqualTo(LocalDate.of(2017, 1, 1));
        assertThat(aht.days()).isEqualTo(31);
        KpiSeries fcr = read("2017-01-03,1,0,100.0\n2017-01-02,3,2,500.5\n", Measure.FCR);
        assertThat(fcr.points().getFirst().value()).isCloseTo(200.0 / 3, within(1e-12));
        assertThat(fcr.total().value()).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2017-13-01,1,1,5|has no date",
                "2017-01-01,0,0,5|needs at least 1 call",
                "2017-01-01,2,3,5|not more resolved than calls",
                "2017-01-01,2,1,NaN|mean talk time",
                "2017-01-01,2,1|cannot be split"
            })
    void aBadRowIsAnErrorThatNamesIt(String row, String sentence) {
        assertThatThrownBy(() -> read("2017-01-05,1,1,5\n" + row + "\n", Measure.AHT))
                .isInstanceOf(CallLogException.class)
                .hasMessageStartingWith("Row 3 of ")
                .hasMessageContaining(sentence);
    }

    @Test
    void aDayTwiceAndNoDaysAreErrors() {
        assertThatThrownBy(() -> read("2017-01-05,1,1,5\n2017-01-05,1,1,5\n", Measure.AHT))
                .hasMessageContaining("repeats the day 2017-01-05");
        assertThatThrownBy(() -> read("", Measure.AHT)).hasMessageContaining("but no days");
    }

    private KpiSeries read(String rows, Measure measure) throws Exception {
        return KpiSeriesReader.read(
                Files.writeString(folder.resolve("series.csv"), HEADER + rows), measure);
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StylesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "YMD|2017-01-31|2017-01-31T00:00",
                "YMD|2017-01-31 13:45:10|2017-01-31T13:45:10",
                "YMD|2017-01-31T13:45:10.250Z|2017-01-31T13:45:10",
                "YMD|2017/1/5 9:05 PM|2017-01-05T21:05",
                "YMD|2017-Jan-31|2017-01-31T00:00",
                "YMD|2017-01-31 24:00|2017-02-01T00:00",
                "DMY|31.01.2017|2017-01-31T00:00",
                "DMY|31/1/17 00:30|2017-01-31T00:30",
                "DMY|31 January 2017|2017-01-31T00:00",
                "DMY|1-Dec-99|1999-12-01T00:00",
                "MDY|1/31/2017 12:02:23 AM|2017-01-31T00:02:23",
                "MDY|Jan 31, 2017|2017-01-31T00:00",
                "MDY|12/31/69|2069-12-31T00:00",
                "YYYYMMDD|20170131|2017-01-31T00:00",
                "YYYYMMDD|20170131 13:45|2017-01-31T13:45",
                "YYMMDD|990101|1999-01-01T00:00",
                "SERIAL|44197.38400462962963|2021-01-01T09:12:58",
                "EPOCH_SECONDS|1485907200|2017-02-01T00:00",
                "EPOCH_MILLIS|1485907200999|2017-02-01T00:00",
            })
    void datesAreRead(DateStyle style, String text, LocalDateTime expected) {
        assertThat(style.parse(" " + text + " ", '.'))
                .isEqualTo(expected.toEpochSecond(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "YMD|2017-02-29",
                "YMD|17-01-31",
                "YMD|2017-01",
                "YMD|2017-01-31 25:00",
                "YMD|2017-01-31x",
                "YMD|1899-12-31",
                "YMD|''",
                "DMY|Jan 5 2017",
                "DMY|5 6 2017 Jan",
                "MDY|1.31.2017",
                "MDY|31/1/2017",
                "YYYYMMDD|201701311",
                "YYMMDD|20170131",
                "SERIAL|12",
                "SERIAL|many",
                "EPOCH_SECONDS|17",
                "YMD|2017-01-31 24:01",
                "DMY|99999999999999999999/1/2017",
            })
    void whatIsNoDateIsNot(DateStyle style, String text) {
        assertThat(style.parse(text, '.')).isEqualTo(DateStyle.BAD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SECONDS|143|143",
                "SECONDS|1,143.5|1143.5",
                "SECONDS|-5|-5",
                "SECONDS|1.5E2|150",
                "MILLISECONDS|1500|1.5",
                "MINUTES|2.5|150",
                "HOURS|0.5|1800",
                "DAYS|0.25|21600",
                "MIN_SEC|2:23|143",
                "MIN_SEC|1:02:23|3743",
                "MIN_SEC|75:00|4500",
                "MIN_SEC|12:02:23 AM|143",
                "MIN_SEC|00:02:23.500|143.5",
                "MIN_SEC|-0:30|-30",
                "MIN_SEC|24:00:00|86400",
                "HOUR_MIN|0:02|120",
                "HOUR_MIN|1:02:23|3743",
                "ISO|PT2M23S|143",
                "ISO|PT1H0.5S|3600.5",
                "UNITS|2m 23s|143",
                "UNITS|1h 5 min|3900",
                "UNITS|90 sec|90",
            })
    void durationsAreRead(DurationStyle style, String text, double seconds) {
        assertThat(style.parse(text, '.')).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SECONDS|2:23",
                "SECONDS|''",
                "SECONDS|12 s",
                "SECONDS|5%",
                "SECONDS|1,2.5",
                "SECONDS|99999999999999999999",
                "MIN_SEC|2:63",
                "MIN_SEC|2",
                "MIN_SEC|1:2:3:4",
                "MIN_SEC|2:23:",
                "ISO|2M",
                "UNITS|5",
                "UNITS|s",
                "UNITS|2s 3m",
                "MIN_SEC|1:61:00",
                "MIN_SEC|13:02:23 AM",
            })
    void whatIsNoDurationIsNot(DurationStyle style, String text) {
        assertThat(style.parse(text, '.')).isEqualTo(DurationStyle.BAD);
    }

    @Test
    void numbersFollowTheDecimalSign() {
        assertThat(Numbers.parse("1.234,5", ',')).isEqualTo(1234.5);
        assertThat(Numbers.parse("1 234,5", ',')).isEqualTo(1234.5);
        assertThat(Numbers.parse("1'234.5", '.')).isEqualTo(1234.5);
        assertThat(Numbers.parse("1,234", '.')).isEqualTo(1234);
        assertThat(Numbers.parse("1,234", ',')).isEqualTo(1.234);
        assertThat(Numbers.parse("12,34", '.')).isNaN();
        assertThat(Numbers.parse("75 %", '.')).isEqualTo(75);
        assertThat(Numbers.parse("0.1", '.')).isEqualTo(0.1);
        assertThat(Numbers.parse("-", '.')).isNaN();
        assertThat(Numbers.parse("NaN", '.')).isNaN();
    }

    @Test
    void timesOfDayReachTo24() {
        assertThat(TimeOfDay.parse("9:05", '.')).isEqualTo(32_700);
        assertThat(TimeOfDay.parse("24:00:00", '.')).isEqualTo(86_400);
        assertThat(TimeOfDay.parse("24:00:01", '.')).isEqualTo(TimeOfDay.BAD);
        assertThat(TimeOfDay.parse("12:30 pm", '.')).isEqualTo(45_000);
        assertThat(TimeOfDay.parse("0,38400462962963", ',')).isEqualTo(33_178);
        assertThat(TimeOfDay.parse("1899-12-30 09:05:00", '.')).isEqualTo(32_700);
        assertThat(TimeOfDay.parse("noon", '.')).isEqualTo(TimeOfDay.BAD);
        assertThat(TimeOfDay.parse("x 09:05:00", '.')).isEqualTo(TimeOfDay.BAD);
    }

    @Test
    void dayAndMonthAreToldByAllSamples() {
        List<String> early = IntStream.rangeClosed(1, 12).mapToObj(d -> d + "/3/2021").toList();
        Guess<DateStyle> open = StyleGuess.date(early, '.').orElseThrow();
        assertThat(open.certain()).isFalse();
        assertThat(open.others()).containsExactly(DateStyle.MDY);
        var one = new java.util.ArrayList<>(early);
        one.add("4/13/2021");
        assertThat(StyleGuess.date(one, '.').orElseThrow())
                .satisfies(
                        guess -> {
                            assertThat(guess.style()).isEqualTo(DateStyle.MDY);
                            assertThat(guess.certain()).isTrue();
                        });
        assertThat(
                        StyleGuess.date(List.of("01.02.2021", "02.02.2021"), '.')
                                .orElseThrow()
                                .certain())
                .as("nobody puts the month first between full stops")
                .isTrue();
        assertThat(StyleGuess.date(List.of("a", "b", "2017-01-01"), '.')).isEmpty();
        assertThat(StyleGuess.date(List.of("20170131"), '.').orElseThrow().style())
                .isEqualTo(DateStyle.YYYYMMDD);
        assertThat(StyleGuess.date(List.of("1485907200"), '.').orElseThrow().style())
                .isEqualTo(DateStyle.EPOCH_SECONDS);
    }

    @Test
    void durationsAreToldByTextNameAndSize() {
        assertThat(style("Talk", "143", "90.5")).isEqualTo(DurationStyle.SECONDS);
        assertThat(style("Talk (min)", "2.5", "3.1")).isEqualTo(DurationStyle.MINUTES);
        assertThat(style("talk_ms", "2500", "3100")).isEqualTo(DurationStyle.MILLISECONDS);
        assertThat(style("Wait", "0.0017", "0.0004")).isEqualTo(DurationStyle.DAYS);
        assertThat(style("Talk", "00:02:23", "")).isEqualTo(DurationStyle.MIN_SEC);
        assertThat(style("Talk", "12:02:23 AM", "12:00:05 AM")).isEqualTo(DurationStyle.MIN_SEC);
        assertThat(style("Talk", "PT2M", "PT5S")).isEqualTo(DurationStyle.ISO);
        assertThat(style("Talk", "2m 5s", "40s")).isEqualTo(DurationStyle.UNITS);
        assertThat(certain("Talk", "2.5", "3.1")).as("could be minutes").isFalse();
        assertThat(certain("Talk", "2:23", "3:10")).as("could be hours").isFalse();
        assertThat(certain("Talk", "2:23", "75:10")).isTrue();
        assertThat(certain("Talk", "0:02:23", "0:03:10")).isTrue();
        assertThat(StyleGuess.duration("Talk", List.of("long", "short"), '.')).isEmpty();
    }

    private static DurationStyle style(String column, String... samples) {
        return StyleGuess.duration(column, List.of(samples), '.').orElseThrow().style();
    }

    private static boolean certain(String column, String... samples) {
        return StyleGuess.duration(column, List.of(samples), '.').orElseThrow().certain();
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternTest {
    @ParameterizedTest
    @CsvSource({
        "{agent}_{date:yyyyMMdd}_{time:HHmm}, 32400_20170114_0930.wav",
        "{date:yyyy-MM-dd} {time:HH.mm} {agent}, 2017-01-14 09.30 32400.mp3",
        "{*}-{agent}-{date:ddMMyy}{time:HHmm}{*}, in-32400-1401170930(2).wav",
        "call {agent} {date:yyyyMMddHHmm}, call 32400 201701140930.flac"
    })
    void agentAndStartAreRead(String pattern, String name) {
        CallName read = NamePattern.of(pattern).read(Path.of("calls", name));

        assertThat(read.agent()).contains("32400");
        assertThat(read.start()).contains(LocalDateTime.of(2017, 1, 14, 9, 30));
    }

    @Test
    void aPartMayBeMissing() {
        CallName read = NamePattern.of("{agent}_{date:yyyyMMdd}").read(Path.of("Ann_20170114.wav"));

        assertThat(read)
                .isEqualTo(
                        new CallName(
                                Optional.of("Ann"),
                                Optional.of(LocalDate.of(2017, 1, 14)),
                                Optional.empty()));
        assertThat(NamePattern.of("{time:HHmmss}").read(Path.of("093001.wav")).time())
                .contains(LocalTime.of(9, 30, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "32400.wav",
                "32400_20170231_0930.wav",
                "32400_2017114_0930.wav",
                "",
                "a_b_c"
            })
    void otherNamesSayNothing(String name) {
        assertThat(NamePattern.of("{agent}_{date:yyyyMMdd}_{time:HHmm}").read(Path.of(name)))
                .isEqualTo(CallName.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call",
                "{*}",
                "{agent}{agent}",
                "{agent",
                "{agent}{*}{*}{*}",
                "{date}",
                "{date:MMM}",
                "{date:yyyy'x'}",
                "{time:yyyy}",
                "{file}"
            })
    void whatIsNoPatternIsOneSentence(String text) {
        assertThatThrownBy(() -> NamePattern.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(".");
    }

    @Test
    void longNamesDoNotTakeLong() {
        var pattern = NamePattern.of("{*}-{agent}-{*}{date:yyyyMMdd}x");
        Path name = Path.of("a-".repeat(2000) + ".wav");

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(pattern.read(name)).isEqualTo(CallName.NONE));
    }
}

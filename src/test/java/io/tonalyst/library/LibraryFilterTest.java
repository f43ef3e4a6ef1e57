// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.Segment;
import io.tonalyst.review.Review;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryFilterTest {
    private static final EmotionDistribution ANGRY =
            EmotionDistribution.of(1, 1, 1, 1, 13, 1, 1, 1);
    private static final EmotionDistribution SAD = EmotionDistribution.of(1, 1, 1, 13, 1, 1, 1, 1);

    /** Of agent 32400, 14 January 2017, 330 s, two of five seconds of speech angry. */
    private static final LibraryEntry CALL =
            entry(
                    LibraryEntry.State.READY,
                    Optional.of(
                            new PredictionTimeline(
                                    330,
                                    1,
                                    List.of(),
                                    List.of(
                                            new Segment(0, 1, 3, ANGRY, false),
                                            new Segment(0, 4, 7, SAD, false)),
                                    Optional.of(SAD))));

    private static final LibraryEntry NEW = entry(LibraryEntry.State.NEW, Optional.empty());
    private static final Review SAID = Review.NONE.withNote("Asks for the invoice");

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "angry>30, true",
        "angry>40, false",
        "angry>=40, true",
        "angry=40%, true",
        "-angry>40, true",
        "'angry>30 sad>50', true",
        "'angry>30 sad>70', false",
        "length>5:00, true",
        "length<5:30, false",
        "length<=330, true",
        "length>1:00:00, false",
        "segments=2, true",
        "said>0, true",
        "start>2017-01-13, true",
        "start<2017-01-14, false",
        "agent:324, true",
        "-agent:32400, false",
        "mostly:sad, true",
        "STATE:Ready, true",
        "'Invoice ready', true",
        "-invoice, false",
        "c:\\calls, false",
        "-, true"
    })
    void everyPartMustHold(String text, boolean found) {
        assertThat(LibraryFilter.of(text).matches(CALL, SAID)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"angry>0", "-angry>0", "angry<100", "length>0", "mostly:sad"})
    void whatIsNotKnownMeetsNoCondition(String text) {
        assertThat(LibraryFilter.of(text).matches(NEW, SAID)).isFalse();
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        assertThatThrownBy(() -> LibraryFilter.of("angry>lots"))
                .hasMessage("“angry>lots” needs a number, such as angry>30.");
        assertThatThrownBy(() -> LibraryFilter.of("start>monday"))
                .hasMessage("“start>monday” needs a day, such as start>2017-01-14.");
    }

    private static LibraryEntry entry(
            LibraryEntry.State state, Optional<PredictionTimeline> timeline) {
        Path file = Path.of("/calls/32400_20170114.wav");
        return new LibraryEntry(
                file,
                NamePattern.of("{agent}_{date:yyyyMMdd}").read(file),
                state,
                timeline.map(
                        t ->
                                new StoredAnalysis(
                                        file,
                                        new FileStamp(1, 1),
                                        new ModelKey("m", ""),
                                        "wav",
                                        8000,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(t))));
    }
}

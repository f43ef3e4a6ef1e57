// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.PredictionTimeline.Window;
import io.tonalyst.emotion.Segment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AngerCourseTest {
    /** Probability 0.65 for anger. */
    private static final EmotionDistribution ANGRY =
            EmotionDistribution.of(1, 1, 1, 1, 13, 1, 1, 1);

    /** Probability 0.05 for anger. */
    private static final EmotionDistribution SAD = EmotionDistribution.of(1, 1, 1, 13, 1, 1, 1, 1);

    private static final Segment BEGIN = new Segment(0, 2, 6, SAD, false);
    private static final Segment SHORT = new Segment(1, 25, 27, ANGRY, false);
    private static final Segment END = new Segment(0, 45, 52, ANGRY, false);

    @Test
    void theFirstTheLongestAndTheRise() {
        AngerCourse course = AngerCourse.of(timeline(BEGIN, SHORT, END), Review.NONE);

        assertThat(course.first()).map(EmotionStretch::startSeconds).contains(25.0);
        assertThat(course.first()).map(EmotionStretch::channel).contains(1);
        assertThat(course.longest()).map(EmotionStretch::startSeconds).contains(45.0);
        assertThat(course.longest()).map(EmotionStretch::seconds).contains(7.0);
        assertThat(course.trend().orElseThrow()).isCloseTo(60, within(1e-4));
        assertThat(course.trendInWords()).contains("anger rises by 60 points");
    }

    @Test
    void ofTwoThatAreEquallyLongTheEarlierIsTheLongest() {
        AngerCourse course =
                AngerCourse.of(timeline(END, new Segment(0, 10, 17, ANGRY, false)), Review.NONE);

        assertThat(course.longest()).map(EmotionStretch::startSeconds).contains(10.0);
        assertThat(course.trendInWords()).contains("anger stays as it is");
    }

    @Test
    void whatAPersonSaysCounts() {
        Review review =
                Review.NONE
                        .with(Annotation.of(BEGIN).withLabel(Optional.of(Emotion.ANGRY)))
                        .with(Annotation.of(END).withLabel(Optional.of(Emotion.CALM)));

        AngerCourse course = AngerCourse.of(timeline(BEGIN, SHORT, END), review);

        assertThat(course.first()).map(EmotionStretch::startSeconds).contains(2.0);
        assertThat(course.trendInWords()).contains("anger falls by 100 points");
    }

    @Test
    void withoutAngerOrSpeechNothingIsTold() {
        assertThat(AngerCourse.of(timeline(BEGIN), Review.NONE))
                .satisfies(
                        course -> {
                            assertThat(course.first()).isEmpty();
                            assertThat(course.longest()).isEmpty();
                            assertThat(course.trend()).as("no speech in the last third").isEmpty();
                            assertThat(course.trendInWords()).isEmpty();
                        });
    }

    private static PredictionTimeline timeline(Segment... segments) {
        List<Window> windows =
                Arrays.stream(segments)
                        .map(
                                s ->
                                        new Window(
                                                s.channel(),
                                                s.startSeconds(),
                                                s.endSeconds(),
                                                s.distribution()))
                        .toList();
        return new PredictionTimeline(60, 2, windows, List.of(segments), Optional.of(SAD));
    }
}

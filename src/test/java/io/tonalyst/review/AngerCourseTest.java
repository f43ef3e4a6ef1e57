// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.Segment;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AngerCourseTest {
    private static final Segment BEGIN = new Segment(0, 2, 6, Timelines.SAD, false);
    private static final Segment SHORT = new Segment(1, 25, 27, Timelines.ANGRY, false);
    private static final Segment END = new Segment(0, 45, 52, Timelines.ANGRY, false);

    @Test
    void theFirstTheLongestAndTheRise() {
        AngerCourse course = AngerCourse.of(Timelines.of(BEGIN, SHORT, END), Review.NONE);

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
                AngerCourse.of(
                        Timelines.of(END, new Segment(0, 10, 17, Timelines.ANGRY, false)),
                        Review.NONE);

        assertThat(course.longest()).map(EmotionStretch::startSeconds).contains(10.0);
        assertThat(course.trendInWords()).contains("anger stays as it is");
    }

    @Test
    void whatAPersonSaysCounts() {
        Review review =
                Review.NONE
                        .with(Annotation.of(BEGIN).withLabel(Optional.of(Emotion.ANGRY)))
                        .with(Annotation.of(END).withLabel(Optional.of(Emotion.CALM)));

        AngerCourse course = AngerCourse.of(Timelines.of(BEGIN, SHORT, END), review);

        assertThat(course.first()).map(EmotionStretch::startSeconds).contains(2.0);
        assertThat(course.trendInWords()).contains("anger falls by 100 points");
    }

    @Test
    void withoutAngerOrSpeechNothingIsTold() {
        assertThat(AngerCourse.of(Timelines.of(BEGIN), Review.NONE))
                .satisfies(
                        course -> {
                            assertThat(course.first()).isEmpty();
                            assertThat(course.longest()).isEmpty();
                            assertThat(course.trend()).as("no speech in the last third").isEmpty();
                            assertThat(course.trendInWords()).isEmpty();
                        });
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.corpus.CorrectionsCsv.Correction;
import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.Segment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private static final EmotionDistribution ANGRY = EmotionDistribution.of(1, 1, 1, 1, 9, 1, 1, 1);

    private final Segment first = new Segment(0, 1, 4, ANGRY, false);
    private final Segment second = new Segment(1, 3, 6, ANGRY, true);
    private final Segment third = new Segment(1, 7, 8, ANGRY, true);
    private final RecordingSession session = new RecordingSession(Path.of("call.wav"));

    @Test
    void theLabelStandsBesideThePrediction() {
        show(2, first, second, third);
        var changes = new AtomicInteger();
        session.onChange(changes::incrementAndGet);

        session.label(second, Emotion.CALM);
        session.label(first, Emotion.ANGRY);

        assertThat(changes).hasValue(2);
        assertThat(session.label(second)).contains(Emotion.CALM);
        assertThat(second.emotion()).isEqualTo(Emotion.ANGRY);
        assertThat(session.label(third)).isEmpty();
        assertThat(session.corrections())
                .containsExactly(
                        correction(Emotion.ANGRY, 1, 4, OptionalInt.of(0)),
                        correction(Emotion.CALM, 3, 6, OptionalInt.of(1)));
    }

    @Test
    void aLabelCanBeChangedAndTakenAway() {
        show(1, first);

        session.label(first, Emotion.SAD);
        session.label(first, Emotion.FEAR);
        assertThat(session.corrections())
                .containsExactly(correction(Emotion.FEAR, 1, 4, OptionalInt.empty()));

        session.unlabel(first);
        assertThat(session.corrections()).isEmpty();
    }

    @Test
    void labelsStayWhenTheRecordingIsAnalysedAgain() {
        show(1, first);
        session.label(first, Emotion.SAD);

        show(1, new Segment(0, 1, 4, ANGRY, false));

        assertThat(session.label(first)).contains(Emotion.SAD);
    }

    @Test
    void changesAreUndoneAndRedone() {
        show(1, first);
        session.label(first, Emotion.SAD);
        session.label(first, Emotion.FEAR);

        session.undo();
        assertThat(session.label(first)).contains(Emotion.SAD);
        session.undo();
        assertThat(session.review().isEmpty()).isTrue();
        assertThat(session.canUndo()).isFalse();
        session.redo();
        session.redo();
        assertThat(session.label(first)).contains(Emotion.FEAR);
    }

    private void show(int channels, Segment... segments) {
        session.setTimeline(
                new PredictionTimeline(
                        10, channels, List.of(), List.of(segments), Optional.of(ANGRY)),
                new SessionStatus.Ready());
    }

    private static Correction correction(
            Emotion label, double start, double end, OptionalInt channel) {
        return new Correction(
                Path.of("call.wav"),
                label,
                start,
                end,
                channel,
                Optional.of(Emotion.ANGRY),
                ANGRY.confidence());
    }
}

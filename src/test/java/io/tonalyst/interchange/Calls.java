// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.interchange;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.Segment;
import io.tonalyst.review.Annotation;
import io.tonalyst.review.Review;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A stereo call with segments, corrections and hostile text, for the tests of the formats. */
public final class Calls {
    static final String HOSTILE =
            "=HYPERLINK(\"x\") <script>alert('1')</script> & \"q\"\t\u0001;\n]]>";

    static final Segment ANGRY = segment(0, 0.5, 2.25, Emotion.ANGRY, 0.65f, false);
    static final Segment CALM = segment(0, 3, 4.125, Emotion.CALM, 0.31f, true);
    static final Segment SAD = segment(1, 1, 5.5, Emotion.SAD, 0.8f, false);

    public static final PredictionTimeline TIMELINE =
            new PredictionTimeline(
                    6.0,
                    2,
                    List.of(
                            new PredictionTimeline.Window(0, 0.5, 1.5, ANGRY.distribution()),
                            new PredictionTimeline.Window(0, 1.5, 2.25, ANGRY.distribution()),
                            new PredictionTimeline.Window(0, 3, 4.125, CALM.distribution()),
                            new PredictionTimeline.Window(1, 1, 5.5, SAD.distribution())),
                    List.of(ANGRY, CALM, SAD),
                    Optional.of(SAD.distribution()));

    /** Confirmed and commented; relabelled with other edges; edges only; an own stretch; a note. */
    public static final Review REVIEW =
            Review.NONE
                    .with(
                            Annotation.of(ANGRY)
                                    .withLabel(Optional.of(Emotion.ANGRY))
                                    .withComment("loud: \"really\""))
                    .with(
                            Annotation.of(CALM)
                                    .withLabel(Optional.of(Emotion.FEAR))
                                    .withEdges(2.9, 4.0))
                    .with(Annotation.of(SAD).withEdges(1.25, 5))
                    .with(
                            new Annotation(
                                    0, 5, 5.75, Optional.of(Emotion.HAPPY), "", Optional.empty()))
                    .with(new Annotation(1, 5.6, 5.9, Optional.empty(), "door", Optional.empty()));

    private Calls() {}

    public static AnalysedRecording reviewed() {
        return recording(Path.of("calls", "a call.wav"), REVIEW);
    }

    static AnalysedRecording hostile() {
        return recording(
                Path.of("calls", "=1+1 <b>&\"'#?%.wav"),
                Review.NONE.with(Annotation.of(ANGRY).withComment(HOSTILE)).withNote(HOSTILE));
    }

    static AnalysedRecording recording(Path file, Review review) {
        return new AnalysedRecording(
                file, "wav, pcm_mulaw", 8000, "emotion-cnn-3", Optional.empty(), TIMELINE, review);
    }

    static Segment segment(
            int channel, double start, double end, Emotion emotion, float p, boolean uncertain) {
        float[] rest = new float[Emotion.ALL.size()];
        java.util.Arrays.fill(rest, (1 - p) / (rest.length - 1));
        rest[emotion.ordinal()] = p;
        return new Segment(channel, start, end, EmotionDistribution.of(rest), uncertain);
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.Segment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReviewTest {
    private static final EmotionDistribution SAD = EmotionDistribution.of(1, 1, 1, 13, 1, 1, 1, 1);
    private static final Segment FIRST = new Segment(0, 1, 2, SAD, false);
    private static final Segment SECOND = new Segment(0, 3, 5, SAD, true);
    private static final PredictionTimeline TIMELINE =
            new PredictionTimeline(6, 1, List.of(), List.of(FIRST, SECOND), Optional.of(SAD));

    @Test
    void predictionAndCorrectionAreBothKept() {
        Review review =
                Review.NONE.with(Annotation.of(SECOND).withLabel(Optional.of(Emotion.ANGRY)));

        Reviewed row = review.over(TIMELINE).get(1);

        assertThat(row.emotion()).contains(Emotion.ANGRY);
        assertThat(row.predicted()).contains(Emotion.SAD);
        assertThat(row.isUncertain()).isFalse();
        assertThat(review.over(TIMELINE).getFirst().emotion()).contains(Emotion.SAD);
    }

    @Test
    void takingBackTheLastWordLeavesNothing() {
        Review said = Review.NONE.with(Annotation.of(FIRST).withComment("hm"));

        assertThat(said.with(said.of(FIRST).orElseThrow().withComment(" "))).isEqualTo(Review.NONE);
    }

    @Test
    void edgesMoveUpToTheNeighbours() {
        Reviewed row = Review.NONE.over(TIMELINE).get(1);

        Review wide = Review.NONE.move(TIMELINE, row, -3, 90);
        Review narrow = Review.NONE.move(TIMELINE, row, 4, 4);

        assertThat(wide.over(TIMELINE).get(1).startSeconds()).isEqualTo(2);
        assertThat(wide.over(TIMELINE).get(1).endSeconds()).isEqualTo(6);
        assertThat(wide.of(SECOND).orElseThrow().predicted().orElseThrow().endSeconds())
                .isEqualTo(5);
        assertThat(narrow.over(TIMELINE).get(1).endSeconds()).isEqualTo(4.05);
    }

    @Test
    void whatIsNoSpeechHasNoEmotionAndCanBeTakenBack() {
        Annotation silent =
                Annotation.of(FIRST).withLabel(Optional.of(Emotion.ANGRY)).withSilent(true);
        Review review = Review.NONE.with(silent);
        Reviewed row = review.over(TIMELINE).getFirst();

        assertThat(row.emotion()).isEmpty();
        assertThat(row.predicted()).contains(Emotion.SAD);
        assertThat(row.matches("no sp")).isTrue();
        assertThat(silent.label()).isEmpty();
        assertThat(silent.withLabel(Optional.of(Emotion.CALM)).silent()).isFalse();
        assertThat(review.with(silent.withSilent(false))).isEqualTo(Review.NONE);
        assertThat(EmotionStretch.all(TIMELINE, review, Emotion.SAD)).isEmpty();
    }

    @Test
    void aBoundaryMovesBothOfItsSegments() {
        var left = new Segment(0, 1, 3, SAD, false);
        var right = new Segment(0, 3, 5, SAD, false);
        var touching =
                new PredictionTimeline(6, 1, List.of(), List.of(left, right), Optional.of(SAD));
        Reviewed second = Review.NONE.over(touching).get(1);

        for (double to : new double[] {2.2, 4.4}) {
            Review moved = Review.NONE.moveEdge(touching, second, true, to);
            assertThat(moved.over(touching))
                    .extracting(Reviewed::startSeconds)
                    .containsExactly(1.0, to);
            assertThat(moved.over(touching))
                    .extracting(Reviewed::endSeconds)
                    .containsExactly(to, 5.0);
            Reviewed first = moved.over(touching).getFirst();
            assertThat(moved.moveEdge(touching, first, false, 3).isEmpty())
                    .as("back where the model had it")
                    .isTrue();
        }
        assertThat(Review.NONE.moveEdge(touching, second, true, -7).over(touching).getFirst())
                .extracting(Reviewed::endSeconds)
                .isEqualTo(1.05);
        assertThat(Review.NONE.moveEdge(touching, second, true, 70).over(touching).getLast())
                .extracting(Reviewed::startSeconds)
                .isEqualTo(4.95);
    }

    @Test
    void anEdgeWithoutANeighbourMovesAlone() {
        Reviewed row = Review.NONE.over(TIMELINE).get(1);

        Review moved = Review.NONE.moveEdge(TIMELINE, row, true, 2.5);

        assertThat(moved.annotations()).hasSize(1);
        assertThat(moved.over(TIMELINE).get(1).startSeconds()).isEqualTo(2.5);
        assertThat(moved.moveEdge(TIMELINE, row, true, 1.5).over(TIMELINE).get(1).startSeconds())
                .as("up to the neighbour")
                .isEqualTo(2);
    }

    @Test
    void amendedChangesAreUndoneAsOne() {
        var history = new History<>(Review.NONE);
        history.change(Review.NONE.withNote("a"));
        history.amend(Review.NONE.withNote("ab"));

        history.undo();
        assertThat(history.now()).isEqualTo(Review.NONE);
        history.redo();
        assertThat(history.now().note()).isEqualTo("ab");
    }

    @Test
    void anOwnStretchIsMovedAndNotDoubled() {
        var own = new Annotation(0, 2.2, 2.6, Optional.empty(), "cough", Optional.empty());
        Review review = Review.NONE.with(own);
        Reviewed row = review.over(TIMELINE).get(1);

        Review moved = review.move(TIMELINE, row, 2.3, 2.9);

        assertThat(moved.annotations())
                .containsExactly(
                        new Annotation(0, 2.3, 2.9, Optional.empty(), "cough", Optional.empty()));
    }

    @Test
    void annotationsOfAnotherAnalysisStay() {
        Review review =
                Review.NONE.with(
                        Annotation.of(new Segment(0, 0.2, 0.9, SAD, false))
                                .withLabel(Optional.of(Emotion.FEAR)));

        assertThat(review.over(TIMELINE)).hasSize(3);
        assertThat(review.over(TIMELINE).getFirst().predicted()).contains(Emotion.SAD);
    }

    @Test
    void stepsAreUndoneAndRedone() {
        var history = new History<>("a");
        history.change("b");
        assertThat(history.change("b")).isFalse();
        history.change("c");

        assertThat(history.undo()).isTrue();
        assertThat(history.undo()).isTrue();
        assertThat(history.undo()).isFalse();
        assertThat(history.now()).isEqualTo("a");
        history.redo();
        assertThat(history.now()).isEqualTo("b");
        history.change("d");
        assertThat(history.canRedo()).isFalse();
    }

    @Test
    void theNumberOfStepsIsBounded() {
        var history = new History<>(0);
        for (int i = 1; i <= 3 * History.DEPTH; i++) {
            history.change(i);
        }
        int steps = 0;
        while (history.undo()) {
            steps++;
        }
        assertThat(steps).isEqualTo(History.DEPTH);
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.review.Review;
import io.tonalyst.review.Reviewed;
import java.util.Optional;

/**
 * The rows of blocks in the lanes of the prediction pane: the model's, and the person's over it.
 */
final class SegmentRows {
    /** Where in a lane something lies. */
    enum Row {
        PROBABILITIES,
        YOURS,
        MODEL
    }

    private final Lanes lanes;
    private final Review review;
    private final double yours;

    SegmentRows(int channels, double height, Review review) {
        this.review = review;
        this.lanes = new Lanes(channels, height);
        this.yours = CorrectionPainter.height(review);
    }

    /** The row at a height of the pane. */
    Row at(double y) {
        double bottom = lanes.top(lanes.at(y)) + lanes.laneHeight();
        if (y >= bottom - PredictionPainter.STRIP) {
            return Row.MODEL;
        }
        return y >= bottom - PredictionPainter.STRIP - yours ? Row.YOURS : Row.PROBABILITIES;
    }

    /** The block at a height and a time: the model's with its own edges, or the person's. */
    Optional<TimeRange> block(PredictionTimeline timeline, double y, double seconds) {
        int channel = lanes.at(y);
        return switch (at(y)) {
            case PROBABILITIES -> Optional.empty();
            case MODEL ->
                    new TimelineQuery(timeline)
                            .segmentAt(channel, seconds)
                            .map(s -> new TimeRange(s.startSeconds(), s.endSeconds()));
            case YOURS ->
                    review.over(timeline).stream()
                            .filter(r -> r.channel() == channel && isIn(r, Row.YOURS))
                            .map(r -> new TimeRange(r.startSeconds(), r.endSeconds()))
                            .filter(r -> r.contains(seconds))
                            .findFirst();
        };
    }

    /** Whether the edges of a segment, as they stand after corrections, are drawn in a row. */
    static boolean isIn(Reviewed reviewed, Row row) {
        boolean corrected = reviewed.annotation().filter(CorrectionPainter::isShown).isPresent();
        boolean moved = reviewed.annotation().filter(a -> a.isMoved()).isPresent();
        return switch (row) {
            case PROBABILITIES -> false;
            case YOURS -> corrected;
            case MODEL -> reviewed.segment().isPresent() && !moved;
        };
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.review;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.Segment;
import java.util.Comparator;
import java.util.Optional;

/**
 * A person's word on a stretch of one channel: another emotion or the model's confirmed, other
 * edges, a comment. What the model had said is kept with it.
 *
 * @param channel 0 is the first (left)
 * @param startSeconds where the stretch begins as the person says, from the start of the recording
 * @param endSeconds after {@code startSeconds}
 * @param label the person's emotion; empty where the model's stands
 * @param silent whether the person says that there is no speech; there is no label then
 * @param comment free text, empty for none, at most {@value #MAX_COMMENT} characters
 * @param predicted the model's segment this is about; empty for a stretch the person marked
 */
public record Annotation(
        int channel,
        double startSeconds,
        double endSeconds,
        Optional<Emotion> label,
        boolean silent,
        String comment,
        Optional<Predicted> predicted) {
    /** Longest comment that is kept. */
    public static final int MAX_COMMENT = 10_000;

    /** Most channels a recording is taken to have. */
    public static final int MAX_CHANNELS = 64;

    static final Comparator<Annotation> IN_TIME =
            Comparator.comparingInt(Annotation::channel)
                    .thenComparingDouble(Annotation::startSeconds)
                    .thenComparingDouble(Annotation::endSeconds);

    /** Two times closer than this are the same: half of what files keep. */
    private static final double SAME_SECONDS = 0.0006;

    public Annotation {
        if (channel < 0 || channel >= MAX_CHANNELS) {
            throw new IllegalArgumentException("Not a channel: " + channel);
        }
        if (!(startSeconds >= 0 && endSeconds > startSeconds && Double.isFinite(endSeconds))) {
            throw new IllegalArgumentException(
                    "Not a stretch of time: " + startSeconds + " to " + endSeconds);
        }
        if (silent && label.isPresent()) {
            throw new IllegalArgumentException("Where there is no speech there is no emotion");
        }
        comment = comment.length() > MAX_COMMENT ? comment.substring(0, MAX_COMMENT) : comment;
    }

    /** A stretch that is speech, as far as the person says. */
    public Annotation(
            int channel,
            double startSeconds,
            double endSeconds,
            Optional<Emotion> label,
            String comment,
            Optional<Predicted> predicted) {
        this(channel, startSeconds, endSeconds, label, false, comment, predicted);
    }

    /**
     * What the model said of a segment.
     *
     * @param confidence 0 to 1
     */
    public record Predicted(
            double startSeconds, double endSeconds, Emotion emotion, double confidence) {
        static Predicted of(Segment segment) {
            return new Predicted(
                    segment.startSeconds(),
                    segment.endSeconds(),
                    segment.emotion(),
                    segment.confidence());
        }
    }

    /** The annotation of a segment on which nothing is said yet. */
    public static Annotation of(Segment segment) {
        return new Annotation(
                segment.channel(),
                segment.startSeconds(),
                segment.endSeconds(),
                Optional.empty(),
                "",
                Optional.of(Predicted.of(segment)));
    }

    /** Whether it is about this segment of the model. */
    public boolean isAbout(Segment segment) {
        return channel == segment.channel()
                && predicted
                        .filter(
                                p ->
                                        same(p.startSeconds(), segment.startSeconds())
                                                && same(p.endSeconds(), segment.endSeconds()))
                        .isPresent();
    }

    /** Whether the edges differ from those of the model's segment. */
    public boolean isMoved() {
        return predicted
                .filter(
                        p ->
                                !same(p.startSeconds(), startSeconds)
                                        || !same(p.endSeconds(), endSeconds))
                .isPresent();
    }

    /** Whether it says nothing: the model's edges and emotion, and no comment. */
    public boolean isEmpty() {
        return label.isEmpty()
                && !silent
                && comment.isBlank()
                && predicted.isPresent()
                && !isMoved();
    }

    public Annotation withLabel(Optional<Emotion> emotion) {
        boolean still = silent && emotion.isEmpty();
        return new Annotation(
                channel, startSeconds, endSeconds, emotion, still, comment, predicted);
    }

    /** With the person's word on whether there is speech; no speech takes a label away. */
    public Annotation withSilent(boolean noSpeech) {
        return new Annotation(
                channel,
                startSeconds,
                endSeconds,
                noSpeech ? Optional.empty() : label,
                noSpeech,
                comment,
                predicted);
    }

    public Annotation withComment(String text) {
        return new Annotation(channel, startSeconds, endSeconds, label, silent, text, predicted);
    }

    public Annotation withEdges(double start, double end) {
        return new Annotation(channel, start, end, label, silent, comment, predicted);
    }

    /** Whether both are about one thing, so that only one of them can stand in a review. */
    boolean isAboutSameAs(Annotation other) {
        if (channel != other.channel || predicted.isPresent() != other.predicted.isPresent()) {
            return false;
        }
        return predicted.isPresent()
                ? same(predicted.get().startSeconds(), other.predicted.get().startSeconds())
                        && same(predicted.get().endSeconds(), other.predicted.get().endSeconds())
                : same(startSeconds, other.startSeconds) && same(endSeconds, other.endSeconds);
    }

    /** Whether two times are told apart by no file. */
    public static boolean same(double a, double b) {
        return Math.abs(a - b) < SAME_SECONDS;
    }
}

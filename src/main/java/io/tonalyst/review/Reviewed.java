// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.review;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.Segment;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * A segment with what the model and what a person say of it; at least one of them says something.
 *
 * @param segment the model's; empty for a stretch that the person marked, or whose prediction was
 *     of another model
 * @param annotation the person's; empty where nothing was said
 */
public record Reviewed(Optional<Segment> segment, Optional<Annotation> annotation) {
    static final Comparator<Reviewed> IN_TIME =
            Comparator.comparingInt(Reviewed::channel)
                    .thenComparingDouble(Reviewed::startSeconds)
                    .thenComparingDouble(Reviewed::endSeconds);

    public Reviewed {
        if (segment.isEmpty() && annotation.isEmpty()) {
            throw new IllegalArgumentException("Neither the model nor a person says anything");
        }
    }

    public int channel() {
        return annotation
                .map(Annotation::channel)
                .or(() -> segment.map(Segment::channel))
                .orElse(0);
    }

    /** Where it begins: the person's edge where there is one. */
    public double startSeconds() {
        return annotation
                .map(Annotation::startSeconds)
                .or(() -> segment.map(Segment::startSeconds))
                .orElse(0.0);
    }

    /** Where it ends: the person's edge where there is one. */
    public double endSeconds() {
        return annotation
                .map(Annotation::endSeconds)
                .or(() -> segment.map(Segment::endSeconds))
                .orElse(0.0);
    }

    /**
     * The person's label, or else the model's emotion; empty for a mere note, and where the person
     * says that there is no speech.
     */
    public Optional<Emotion> emotion() {
        return isSilent() ? Optional.empty() : label().or(this::predicted);
    }

    /** The person's label. */
    public Optional<Emotion> label() {
        return annotation.flatMap(Annotation::label);
    }

    /** Whether the person says that there is no speech. */
    public boolean isSilent() {
        return annotation.filter(Annotation::silent).isPresent();
    }

    /** What the model said, now or when the annotation was made. */
    public Optional<Emotion> predicted() {
        return segment.map(Segment::emotion)
                .or(
                        () ->
                                annotation
                                        .flatMap(Annotation::predicted)
                                        .map(Annotation.Predicted::emotion));
    }

    /** Whether the emotion is the model's and the model was not sure. */
    public boolean isUncertain() {
        return !isSilent() && label().isEmpty() && segment.filter(Segment::uncertain).isPresent();
    }

    public String comment() {
        return annotation.map(Annotation::comment).orElse("");
    }

    /**
     * Whether a search finds it: by its emotions, its comment, {@code uncertain} or {@code
     * corrected}.
     *
     * @param text in lower case, stripped
     */
    public boolean matches(String text) {
        if (text.isEmpty()) {
            return true;
        }
        return comment().toLowerCase(Locale.ROOT).contains(text)
                || emotion().filter(e -> e.key().contains(text)).isPresent()
                || predicted().filter(e -> e.key().contains(text)).isPresent()
                || (isUncertain() && "uncertain".startsWith(text))
                || (isSilent() && "no speech".startsWith(text))
                || (annotation().isPresent() && "corrected".startsWith(text));
    }

    /** What is said so far, to be changed; nothing yet for an untouched segment. */
    public Annotation orNew() {
        return annotation
                .or(() -> segment.map(Annotation::of))
                .orElseThrow(IllegalStateException::new);
    }

    /** Whether both are the same segment of the model, or the same annotation. */
    public boolean isSame(Reviewed other) {
        return segment.isPresent()
                ? segment.equals(other.segment)
                : other.segment.isEmpty() && annotation.equals(other.annotation);
    }
}

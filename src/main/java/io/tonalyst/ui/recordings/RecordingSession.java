// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.corpus.CorrectionsCsv.Correction;
import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.Explanation;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.Segment;
import io.tonalyst.review.Annotation;
import io.tonalyst.review.History;
import io.tonalyst.review.Review;
import io.tonalyst.session.SessionDocument.Entry;
import io.tonalyst.session.SessionDocument.Stretch;
import io.tonalyst.session.SessionDocument.View;
import io.tonalyst.work.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One opened file: how far it has come, its sound and emotions once they are there, and what the
 * user looks at. Used on the UI thread only.
 */
public final class RecordingSession {
    private final Path file;
    private final Listeners listeners = new Listeners();
    private SessionStatus status = new SessionStatus.Decoding(Double.NaN);
    private TimeAxisModel axis = new TimeAxisModel(0);
    private @Nullable Sound sound;
    private @Nullable PredictionTimeline timeline;
    private @Nullable TimeRange selection;
    private final History<Review> reviews = new History<>(Review.NONE);
    private List<Explanation> explanations = List.of();
    private double position;
    private @Nullable View wanted;

    RecordingSession(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    /** File name without its folder. */
    public String name() {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    /** One sentence if a file to be written is the recording itself, which nothing may replace. */
    Optional<String> clash(Path target) {
        boolean same;
        try {
            same = WholeFile.isSame(file, target);
        } catch (IOException e) {
            // Then it cannot be written either, and who writes it says why.
            same = false;
        }
        return same
                ? Optional.of(target + " is the recording itself; choose another name.")
                : Optional.empty();
    }

    public SessionStatus status() {
        return status;
    }

    /** What the panes show of it; of length 0 until the sound is there. */
    public TimeAxisModel axis() {
        return axis;
    }

    Optional<Sound> sound() {
        return Optional.ofNullable(sound);
    }

    public Optional<PredictionTimeline> timeline() {
        return Optional.ofNullable(timeline);
    }

    public Optional<TimeRange> selection() {
        return Optional.ofNullable(selection);
    }

    /** Where playback stood when this recording was last in front, in seconds. */
    double position() {
        return position;
    }

    /**
     * Calls {@code listener} after changes of anything but the view; running the result ends that.
     */
    Runnable onChange(Runnable listener) {
        return listeners.add(listener);
    }

    void setPosition(double seconds) {
        position = seconds;
    }

    /** Selects a stretch, clipped to the recording; an empty one clears the selection. */
    void select(TimeRange range) {
        double start = Math.min(range.start(), axis.duration());
        double end = Math.min(range.end(), axis.duration());
        selection = end > start ? new TimeRange(start, end) : null;
        listeners.fire();
    }

    void clearSelection() {
        selection = null;
        listeners.fire();
    }

    void setStatus(SessionStatus status) {
        this.status = status;
        listeners.fire();
    }

    /** Takes the sound, or more of it; what is in view stays in view. */
    void setSound(Sound sound, SessionStatus status) {
        TimeAxisModel before = axis;
        boolean zoomed = before.start() > 0 || before.end() < before.duration();
        this.sound = sound;
        if (before.duration() != sound.seconds()) {
            axis = new TimeAxisModel(sound.seconds());
            double to = Math.min(before.end(), axis.duration());
            if (zoomed && before.start() < to) {
                axis.show(new TimeRange(before.start(), to));
            }
        }
        if (wanted != null) {
            take(wanted);
            wanted = null;
        }
        setStatus(status);
    }

    /** Forgets the sound, which is closed. */
    void dropSound() {
        sound = null;
    }

    /** All that a person says of this recording. */
    public Review review() {
        return reviews.now();
    }

    /** Changes what a person says; can be undone. */
    public void review(Review next) {
        if (reviews.change(next)) {
            listeners.fire();
        }
    }

    /** Goes on with the last change, so that both are undone as one. */
    void amend(Review next) {
        reviews.amend(next);
        listeners.fire();
    }

    /** Takes up what was said and seen before; nothing to undo then. */
    void restore(Review before, Optional<View> view) {
        reviews.reset(before);
        wanted = view.orElse(null);
        if (wanted != null && sound != null) {
            take(wanted);
            wanted = null;
        }
        listeners.fire();
    }

    /** What is said and seen now, to be taken up later. */
    Entry entry() {
        Optional<Stretch> selected =
                selection().map(range -> new Stretch(range.start(), range.end()));
        Optional<View> view =
                wanted == null && sound != null
                        ? Optional.of(new View(axis.start(), axis.end(), position, selected))
                        : Optional.ofNullable(wanted);
        return new Entry(file.toAbsolutePath().normalize(), true, review(), view);
    }

    private void take(View view) {
        double from = Math.min(view.start(), axis.duration());
        double to = Math.min(view.end(), axis.duration());
        if (to > from) {
            axis.show(new TimeRange(from, to));
        }
        position = Math.clamp(view.position(), 0.0, axis.duration());
        view.selection().ifPresent(s -> select(new TimeRange(s.start(), s.end())));
    }

    /** Takes the last change of the review back; does nothing where there is none. */
    public void undo() {
        if (reviews.undo()) {
            listeners.fire();
        }
    }

    /** Makes the change that was last undone again. */
    public void redo() {
        if (reviews.redo()) {
            listeners.fire();
        }
    }

    public boolean canUndo() {
        return reviews.canUndo();
    }

    public boolean canRedo() {
        return reviews.canRedo();
    }

    /** The person's label of a segment, beside the model's; empty where there is none. */
    public Optional<Emotion> label(Segment segment) {
        return review().of(segment).flatMap(Annotation::label);
    }

    /** Gives a segment a person's label, beside the model's; the same emotion confirms it. */
    public void label(Segment segment, Emotion emotion) {
        review(review().with(said(segment).withLabel(Optional.of(emotion))));
    }

    /** Takes a person's label away. */
    public void unlabel(Segment segment) {
        review(review().with(said(segment).withLabel(Optional.empty())));
    }

    private Annotation said(Segment segment) {
        return review().of(segment).orElseGet(() -> Annotation.of(segment));
    }

    /** The segments with a person's label or edges, in order of channel and time. */
    public List<Correction> corrections() {
        return timeline().map(t -> Corrections.of(file, t.channels(), review())).orElse(List.of());
    }

    /** Why the model tells what it tells of the selection; empty unless that was asked for. */
    List<Explanation> explanations() {
        return explanations;
    }

    /** Tells nobody: who computes them does. */
    void setExplanations(List<Explanation> explanations) {
        this.explanations = List.copyOf(explanations);
    }

    /** Takes the emotions, new or told before. */
    void setTimeline(PredictionTimeline timeline, SessionStatus status) {
        this.timeline = timeline;
        setStatus(status);
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.corpus.CorrectionsCsv.Correction;
import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.PredictionTimeline;
import io.tonalyst.emotion.Segment;
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
    private final Labels labels = new Labels();
    private double position;

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

    void setSound(Sound sound, SessionStatus status) {
        this.sound = sound;
        this.axis = new TimeAxisModel(sound.signal().seconds());
        setStatus(status);
    }

    /** What the person in front of the window says of a segment; empty where nothing. */
    public Optional<Emotion> label(Segment segment) {
        return labels.of(segment);
    }

    /** Gives a segment a person's label, beside the model's; the same emotion confirms it. */
    public void label(Segment segment, Emotion emotion) {
        labels.put(segment, emotion);
        listeners.fire();
    }

    /** Takes a person's label away. */
    public void unlabel(Segment segment) {
        labels.remove(segment);
        listeners.fire();
    }

    /** The segments with a person's label, in order of channel and time. */
    public List<Correction> corrections() {
        return timeline()
                .map(t -> labels.corrections(file, t.channels(), t.segments()))
                .orElse(List.of());
    }

    void setTimeline(PredictionTimeline timeline) {
        this.timeline = timeline;
        // They belong to the segments of the analysis before.
        labels.clear();
        setStatus(new SessionStatus.Ready());
    }
}

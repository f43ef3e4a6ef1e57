// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.emotion.PredictionTimeline;
import java.nio.file.Path;
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

    void setTimeline(PredictionTimeline timeline) {
        this.timeline = timeline;
        setStatus(new SessionStatus.Ready());
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

/**
 * The stretch of a recording that all panes show. The view always lies within the recording and is
 * never shorter than {@link #MIN_SPAN} unless the recording is.
 */
public final class TimeAxisModel {
    /** The shortest view, in seconds. */
    public static final double MIN_SPAN = 0.01;

    private final double duration;
    private final Listeners listeners = new Listeners();
    private double start;
    private double end;

    /**
     * @param duration of the recording in seconds, at least 0
     */
    public TimeAxisModel(double duration) {
        if (!(duration >= 0)) {
            throw new IllegalArgumentException("Not a duration: " + duration);
        }
        this.duration = duration;
        this.end = duration;
    }

    public double duration() {
        return duration;
    }

    /** Left edge of the view in seconds. */
    public double start() {
        return start;
    }

    /** Right edge of the view in seconds. */
    public double end() {
        return end;
    }

    /** Length of the view in seconds. */
    public double span() {
        return end - start;
    }

    /** Whether the whole recording is in view. */
    public boolean isFitted() {
        return start == 0 && end == duration;
    }

    /** Calls {@code listener} after every change of the view; running the result ends that. */
    Runnable onChange(Runnable listener) {
        return listeners.add(listener);
    }

    /** Shows the whole recording. */
    public void fit() {
        set(0, duration);
    }

    /** Shows a stretch, widened to the shortest view where need be. */
    public void show(TimeRange range) {
        double span = Math.max(range.seconds(), MIN_SPAN);
        double centre = (range.start() + range.end()) / 2;
        place(centre - span / 2, span);
    }

    /**
     * Zooms so that {@code anchor} stays where it is on screen.
     *
     * @param anchor time in seconds
     * @param factor above 1 to see less in more detail
     */
    public void zoom(double anchor, double factor) {
        if (!(factor > 0) || span() == 0) {
            return;
        }
        double fixed = Math.clamp(anchor, start, end);
        double span = Math.clamp(span() / factor, Math.min(MIN_SPAN, duration), duration);
        place(fixed - (fixed - start) / span() * span, span);
    }

    /** Moves the view by seconds, later for positive values, as far as the recording reaches. */
    public void pan(double seconds) {
        place(start + seconds, span());
    }

    /** Whether a time lies in the view. */
    public boolean isInView(double time) {
        return time >= start && time <= end;
    }

    /** Turns the page so that {@code time} comes into view, near the left edge. */
    public void reveal(double time) {
        if (!isInView(time)) {
            place(time - 0.05 * span(), span());
        }
    }

    private void place(double from, double span) {
        double bounded = Math.min(span, duration);
        double left = Math.clamp(from, 0.0, duration - bounded);
        set(left, bounded == duration ? duration : left + bounded);
    }

    private void set(double from, double to) {
        if (from != start || to != end) {
            start = from;
            end = to;
            listeners.fire();
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.playback.Playback;
import io.tonalyst.playback.PlaybackListener;
import io.tonalyst.signal.PcmSource;
import io.tonalyst.time.TimeMap;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;

/**
 * Plays a score and says which day of the month is sounding. Day positions are days since the
 * first, 0-based and continuous, read off the audio clock through the score's map. Use from the UI
 * thread; needs no toolkit.
 */
public final class ScoreController implements AutoCloseable {
    /** Rounding of seconds to frames must not lose the day that was asked for. */
    private static final double ROUNDING_DAYS = 1e-3;

    private final Playback playback;
    private final ReadOnlyDoubleWrapper dayPosition = new ReadOnlyDoubleWrapper();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper audible = new ReadOnlyBooleanWrapper(true);
    private final BooleanProperty looping = new SimpleBooleanProperty();
    private final BooleanProperty stepped = new SimpleBooleanProperty();
    private final BooleanProperty muted = new SimpleBooleanProperty();
    private @Nullable Score score;
    private final DoubleProperty loopFrom = new SimpleDoubleProperty(Double.NaN);
    private final DoubleProperty loopTo = new SimpleDoubleProperty(Double.NaN);
    private volatile boolean aside;
    private boolean scrubbing;
    private boolean resumeAfterScrub;

    /** A score in the player. */
    private record Score(PcmSource sound, TimeMap days, double lastDay) {
        double day(double seconds) {
            return Math.clamp(days.apply(seconds), 0, lastDay);
        }

        double seconds(double day) {
            return days.inverse(day);
        }
    }

    /**
     * @param playback of this workspace alone; closed with the controller
     * @param ui where changes of playback are noted
     */
    public ScoreController(Playback playback, Executor ui) {
        this.playback = playback;
        playback.addListener(
                new PlaybackListener() {
                    @Override
                    public void playing() {
                        ui.execute(ScoreController.this::tick);
                    }

                    @Override
                    public void paused() {
                        ui.execute(ScoreController.this::tick);
                    }

                    @Override
                    public void ended() {
                        ui.execute(ScoreController.this::noteEnd);
                    }

                    @Override
                    public void sinkChanged(boolean isAudible, String device) {
                        ui.execute(() -> audible.set(isAudible));
                    }
                });
        looping.addListener((property, before, after) -> applyLoop());
        loopFrom.addListener((property, before, after) -> applyLoop());
        loopTo.addListener((property, before, after) -> applyLoop());
        muted.addListener((property, before, after) -> playback.setVolume(after ? 0 : 1));
    }

    /**
     * Takes another score; never starts it, but goes on if the one before was playing.
     *
     * @param map score seconds to day position
     * @param days of the month
     * @param at day position to stand at
     */
    public void load(PcmSource sound, TimeMap map, int days, double at) {
        endAside();
        var next = new Score(sound, map, days - 1.0);
        score = next;
        scrubbing = false;
        loopFrom.set(Double.NaN);
        loopTo.set(Double.NaN);
        dayPosition.set(Math.clamp(at, 0, next.lastDay()));
        playback.replace(sound, next.seconds(dayPosition.get()));
        loaded.set(true);
        applyLoop();
        tick();
    }

    /**
     * Takes another sound of the same days: playing goes on without a gap where it is, and so does
     * a loop.
     *
     * @param map score seconds to day position
     */
    public void retune(PcmSource sound, TimeMap map) {
        Score before = score;
        if (before == null) {
            return;
        }
        endAside();
        var next = new Score(sound, map, before.lastDay());
        score = next;
        TimeMap old = before.days();
        playback.blend(sound, seconds -> map.inverse(old.apply(seconds)));
        applyLoop();
        tick();
    }

    /** Stops and forgets the score. */
    public void unload() {
        playback.pause();
        loopFrom.set(Double.NaN);
        loopTo.set(Double.NaN);
        aside = false;
        score = null;
        loaded.set(false);
        tick();
    }

    /** Reads the audio clock; to be called once a pulse. */
    public void tick() {
        Score current = score;
        playing.set(current != null && !aside && playback.isPlaying());
        if (current != null && playing.get() && !scrubbing) {
            double day = current.day(playback.positionSeconds());
            double before = dayPosition.get();
            boolean rounding = day < before && before - day < ROUNDING_DAYS;
            dayPosition.set(rounding ? before : stepped.get() ? Math.floor(day) : day);
        }
    }

    /** Plays, from the start when the end has been reached; or pauses. */
    public void togglePlay() {
        Score current = score;
        if (current == null) {
            return;
        }
        endAside();
        if (playback.isPlaying()) {
            pause();
        } else {
            if (dayPosition.get() >= current.lastDay()) {
                moveTo(0);
            }
            playback.play();
            tick();
        }
    }

    /** Rests where it is. */
    public void pause() {
        Score current = score;
        if (current != null && playback.isPlaying()) {
            playback.pause();
            if (aside) {
                endAside();
            } else {
                dayPosition.set(current.day(playback.positionSeconds()));
            }
        }
        tick();
    }

    /** Goes some days on or back, sounds the tone there and rests. */
    public void step(int by) {
        double from = dayPosition.get();
        goTo((by > 0 ? Math.floor(from + ROUNDING_DAYS) : Math.ceil(from - ROUNDING_DAYS)) + by);
    }

    /** Goes to a day, sounds its tone and rests; beyond the ends to the first or last day. */
    public void goTo(double day) {
        if (score != null) {
            pause();
            moveTo(day);
            sound();
        }
    }

    /** The playhead is being dragged to {@code day}: it sounds there. */
    public void scrub(double day) {
        Score current = score;
        if (current == null) {
            return;
        }
        if (!scrubbing) {
            endAside();
            resumeAfterScrub = playback.isPlaying();
            playback.pause();
            scrubbing = true;
            tick();
        }
        dayPosition.set(Math.clamp(day, 0, current.lastDay()));
        sound();
    }

    /** The drag is over; playback goes on if it was under way. */
    public void endScrub() {
        if (!scrubbing) {
            return;
        }
        scrubbing = false;
        if (resumeAfterScrub) {
            moveTo(dayPosition.get());
            playback.play();
        }
        tick();
    }

    /** The loop starts at the day where the playhead is. */
    public void loopFromHere() {
        double day = Math.floor(dayPosition.get() + ROUNDING_DAYS);
        if (day > loopTo.get()) {
            loopTo.set(Double.NaN);
        }
        loopFrom.set(day);
        looping.set(true);
    }

    /** The loop ends with the day where the playhead is. */
    public void loopToHere() {
        double day = Math.floor(dayPosition.get() + ROUNDING_DAYS);
        if (day < loopFrom.get()) {
            loopFrom.set(Double.NaN);
        }
        loopTo.set(day);
        looping.set(true);
    }

    /** Seconds of the score that are heard now; from any thread. */
    double seconds() {
        return playback.positionSeconds();
    }

    /** Whether the score itself is heard, not the legend; from any thread. */
    boolean isSounding() {
        return !aside && playback.isPlaying();
    }

    /** Sounds something else once, such as the legend; the playhead stays. */
    public void playAside(PcmSource sound) {
        pause();
        aside = true;
        playback.load(sound);
        playback.play();
    }

    public ReadOnlyDoubleProperty dayPositionProperty() {
        return dayPosition.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** Whether there is a sound device; true until that has been found out. */
    public ReadOnlyBooleanProperty audibleProperty() {
        return audible.getReadOnlyProperty();
    }

    /** First day of the loop; NaN for that of the month. */
    public DoubleProperty loopFromProperty() {
        return loopFrom;
    }

    /** Last day of the loop, which is heard; NaN for that of the month. */
    public DoubleProperty loopToProperty() {
        return loopTo;
    }

    /** Whether the position goes from day to day while it plays, without moving between them. */
    public BooleanProperty steppedProperty() {
        return stepped;
    }

    /** Whether the month, or the part between the ends of the loop, is repeated. */
    public BooleanProperty loopingProperty() {
        return looping;
    }

    public BooleanProperty mutedProperty() {
        return muted;
    }

    @Override
    public void close() {
        playback.close();
    }

    private void noteEnd() {
        Score current = score;
        if (current != null && playback.hasEnded()) {
            if (aside) {
                endAside();
            } else if (!scrubbing) {
                dayPosition.set(current.lastDay());
            }
        }
        tick();
    }

    private void endAside() {
        Score current = score;
        if (aside && current != null) {
            aside = false;
            playback.load(current.sound());
            playback.seek(current.seconds(dayPosition.get()));
            applyLoop();
        }
    }

    private void moveTo(double day) {
        Score current = score;
        if (current != null) {
            dayPosition.set(Math.clamp(day, 0, current.lastDay()));
            playback.seek(current.seconds(dayPosition.get()));
        }
    }

    private void sound() {
        Score current = score;
        if (current != null) {
            playback.scrub(current.seconds(dayPosition.get()));
        }
    }

    private void applyLoop() {
        if (aside) {
            return;
        }
        Score current = score;
        if (looping.get() && current != null) {
            double from = loopFrom.get();
            double to = loopTo.get();
            playback.setLoop(
                    Double.isNaN(from) ? 0 : current.seconds(from),
                    Double.isNaN(to) ? playback.durationSeconds() : current.seconds(to + 1));
        } else {
            playback.clearLoop();
        }
    }
}

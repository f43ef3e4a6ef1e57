// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.playback.Playback;
import io.tonalyst.playback.PlaybackListener;
import io.tonalyst.recording.SignalSource;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Plays the recording in front: all of it, or its selection once or in a loop. Used on the UI
 * thread only.
 */
final class PlayerModel implements AutoCloseable {
    private final Playback playback;
    private final Listeners listeners = new Listeners();
    private @Nullable RecordingSession session;
    private @Nullable TimeRange once;
    private @Nullable TimeRange loop;
    private @Nullable HeardEmotions emotions;
    private boolean loaded;
    private boolean looping;

    /**
     * @param playback is closed with this model
     * @param ui runs tasks on the UI thread
     */
    PlayerModel(Playback playback, Executor ui) {
        this.playback = playback;
        playback.addListener(
                new PlaybackListener() {
                    @Override
                    public void playing() {
                        ui.execute(listeners::fire);
                    }

                    @Override
                    public void paused() {
                        ui.execute(listeners::fire);
                    }

                    @Override
                    public void ended() {
                        ui.execute(listeners::fire);
                    }

                    @Override
                    public void sinkChanged(boolean audible, String device) {
                        ui.execute(listeners::fire);
                    }
                });
    }

    /** Calls {@code listener} when playback starts, stops or changes its way of playing. */
    Runnable onChange(Runnable listener) {
        return listeners.add(listener);
    }

    /** Makes a recording the one that is played, where it stood before; null for none. */
    void bring(@Nullable RecordingSession next) {
        boolean same = next == session;
        if (!same) {
            pause();
            if (session != null) {
                session.setPosition(position());
            }
            session = next;
            loaded = false;
            emotions = null;
            once = null;
            loop = null;
        }
        if (next != null && !loaded) {
            next.sound()
                    .ifPresent(
                            sound -> {
                                playback.load(new SignalSource(sound.samples()));
                                playback.seek(next.position());
                                loaded = true;
                                updateLoop();
                                listeners.fire();
                            });
        } else if (!same) {
            listeners.fire();
        }
    }

    /**
     * Lets emotions be heard instead of the recording in front, or the recording again with null.
     * Goes on from where it is; all times stay those of the recording.
     */
    void hear(@Nullable HeardEmotions heard) {
        Sound sound = session == null ? null : session.sound().orElse(null);
        if (!loaded || sound == null || heard == emotions) {
            return;
        }
        double place = position();
        boolean playing = playback.isPlaying();
        emotions = heard;
        playback.load(heard == null ? new SignalSource(sound.samples()) : heard.sound());
        playback.seek(sounding(place));
        loop = null;
        updateLoop();
        if (playing) {
            playback.play();
        }
        listeners.fire();
    }

    /** Whether there is something to play. */
    boolean canPlay() {
        return loaded && playback.durationSeconds() > 0;
    }

    boolean isPlaying() {
        return loaded && playback.isPlaying();
    }

    /** Whether playback can be heard on this machine; known once something has been loaded. */
    boolean isAudible() {
        return playback.isAudible();
    }

    boolean isLooping() {
        return looping;
    }

    double speed() {
        return playback.speed();
    }

    /** What is heard now, in seconds of the recording. */
    double position() {
        if (!loaded) {
            return 0;
        }
        double heard = playback.positionSeconds();
        return emotions == null ? heard : Math.min(emotions.told(heard), duration());
    }

    /** Plays or pauses. With a selection, playing means the selection. */
    void toggle() {
        if (isPlaying()) {
            pause();
        } else {
            play();
        }
    }

    void play() {
        if (!canPlay()) {
            return;
        }
        TimeRange selection = session == null ? null : session.selection().orElse(null);
        once = looping ? null : selection;
        if (selection != null && !selection.contains(position())) {
            playback.seek(sounding(selection.start()));
        }
        playback.play();
        listeners.fire();
    }

    /** Plays a stretch once from its beginning. */
    void play(TimeRange range) {
        if (canPlay()) {
            once = range;
            playback.seek(sounding(range.start()));
            playback.play();
            listeners.fire();
        }
    }

    void pause() {
        playback.pause();
        listeners.fire();
    }

    /** Pauses and goes back to the start of the selection or the recording. */
    void stop() {
        playback.pause();
        TimeRange selection = session == null ? null : session.selection().orElse(null);
        seek(selection == null ? 0 : selection.start());
    }

    /** Goes to a time, clipped to the recording. */
    void seek(double seconds) {
        if (once != null && !once.contains(seconds)) {
            once = null;
        }
        playback.seek(sounding(Math.clamp(seconds, 0.0, duration())));
        listeners.fire();
    }

    void setLooping(boolean looping) {
        this.looping = looping;
        once = null;
        updateLoop();
        listeners.fire();
    }

    /**
     * Sets the speed; the pitch moves with it.
     *
     * @param speed 0.25 to 8
     */
    void setSpeed(double speed) {
        playback.setSpeed(speed);
        listeners.fire();
    }

    /** Follows the selection of the recording while looping. */
    void selectionChanged() {
        if (once != null && session != null && session.selection().isEmpty()) {
            once = null;
        }
        updateLoop();
    }

    /**
     * Pauses at the end of a stretch that is played once; to be called each pulse while playing.
     */
    void tick() {
        if (once != null && isPlaying() && position() >= once.end()) {
            double end = once.end();
            playback.pause();
            playback.seek(sounding(end));
            listeners.fire();
        }
    }

    @Override
    public void close() {
        playback.close();
    }

    /** When a second of the recording is heard, in seconds of what sounds. */
    private double sounding(double seconds) {
        return emotions == null ? seconds : emotions.place(seconds);
    }

    /** Length of the recording in seconds. */
    private double duration() {
        return emotions == null || session == null
                ? playback.durationSeconds()
                : session.axis().duration();
    }

    private void updateLoop() {
        TimeRange wanted = null;
        if (looping && session != null) {
            wanted = session.selection().orElse(new TimeRange(0, session.axis().duration()));
        }
        if (loaded && (wanted == null ? loop != null : !wanted.equals(loop))) {
            loop = wanted;
            if (wanted == null) {
                playback.clearLoop();
            } else {
                playback.setLoop(sounding(wanted.start()), sounding(wanted.end()));
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;

/** Once a pulse while playing: asks the audio clock, turns the page, has the playhead drawn. */
final class PlayheadPulse {
    /** More than playback goes from step to step at any speed: somebody has moved the playhead. */
    private static final double JUMP_SECONDS = 1;

    private final PlayerModel player;
    private final Pace pace;
    private final Runnable moved;
    private final AnimationTimer timer =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    player.tick();
                    if (pace.isDue(now)) {
                        pulse();
                    }
                }
            };
    private @Nullable TimeAxisModel axis;
    private boolean running;
    private double lastPosition;

    /**
     * @param pace how often the playhead is drawn
     * @param moved shows the position anew
     */
    PlayheadPulse(PlayerModel player, Pace pace, Runnable moved) {
        this.pace = pace;
        this.player = player;
        this.moved = moved;
    }

    /** The axis whose view follows the playhead; null for none. */
    void follow(@Nullable TimeAxisModel newAxis) {
        axis = newAxis;
    }

    /** Starts or stops the pulse. */
    void run(boolean playing) {
        if (playing == running) {
            return;
        }
        running = playing;
        if (playing) {
            lastPosition = player.position();
            timer.start();
        } else {
            timer.stop();
        }
    }

    /**
     * The second at which the playhead is to be drawn: where playback is, or if little may move
     * where it was at the last step, whatever else has the panes drawn in between.
     */
    double shown() {
        double now = player.position();
        boolean between = now >= lastPosition && now - lastPosition < JUMP_SECONDS;
        return running && pace.isReduced() && between ? lastPosition : now;
    }

    private void pulse() {
        double now = player.position();
        // Who has moved the view away from the playhead wants to look elsewhere: do not follow.
        if (axis != null && axis.isInView(lastPosition)) {
            axis.reveal(now);
        }
        lastPosition = now;
        moved.run();
    }
}

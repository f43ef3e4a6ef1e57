// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

/**
 * Hears of changes in playback, on a thread of its own that is neither the audio thread nor a UI
 * thread. Several changes in quick succession may be told as one.
 */
public interface PlaybackListener {
    /** Playback goes on. */
    default void playing() {}

    /** Playback rests; the position stays. */
    default void paused() {}

    /** The source came to its end; the position is its end, and {@code play} begins anew. */
    default void ended() {}

    /**
     * The sink was opened, or was lost and replaced by silence.
     *
     * @param audible whether anything can be heard
     * @param device its name for the person
     */
    default void sinkChanged(boolean audible, String device) {}
}

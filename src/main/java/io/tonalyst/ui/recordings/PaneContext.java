// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.recordings;

import io.tonalyst.ui.Palette;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import java.util.function.ObjDoubleConsumer;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/** What all panes share: the recording in front, the colours, the player and the pointer. */
final class PaneContext {
    private final RecordingsModel model;
    private final PlayerModel player;
    private final DoubleSupplier playhead;
    private final ObservableBooleanValue dark;
    private final Listeners pointerListeners = new Listeners();
    private ObjDoubleConsumer<String> drawn = (pane, seconds) -> {};
    private @Nullable Pointer pointer;
    private int lastChannel;

    /**
     * @param playhead the second at which the playhead is to be drawn
     */
    PaneContext(
            RecordingsModel model,
            PlayerModel player,
            DoubleSupplier playhead,
            ObservableBooleanValue dark) {
        this.model = model;
        this.player = player;
        this.playhead = playhead;
        this.dark = dark;
    }

    Optional<RecordingSession> session() {
        return model.front();
    }

    /** All opened recordings. */
    List<RecordingSession> sessions() {
        return model.sessions();
    }

    /** Asks the model anew for the recording in front. */
    void analyseAgain() {
        model.front().ifPresent(model::analyseAgain);
    }

    /** Whether the recording in front can be analysed again now. */
    boolean canAnalyse() {
        return model.front().filter(model::canAnalyse).isPresent();
    }

    /** Name of the model that is asked; empty while it is loading. */
    String modelName() {
        return model.modelName();
    }

    /** The session in front once its sound is there. */
    Optional<RecordingSession> audible() {
        return model.front().filter(s -> s.sound().isPresent());
    }

    PlayerModel player() {
        return player;
    }

    Palette palette() {
        return dark.get() ? Palette.DARK : Palette.LIGHT;
    }

    /** The common time axis in a pane of the given width. */
    TimeScale scale(double width) {
        return audible()
                .map(s -> TimeScale.of(width, s.axis().start(), s.axis().end()))
                .orElseGet(() -> TimeScale.of(width, 0, 0));
    }

    /** Tells {@code listener} of every playhead that is drawn: in which pane, at which second. */
    void onDrawn(ObjDoubleConsumer<String> listener) {
        drawn = listener;
    }

    void drawn(String pane, OverlayPainter.Overlay overlay) {
        drawn.accept(pane, overlay.playhead());
    }

    OverlayPainter.Overlay overlay() {
        return new OverlayPainter.Overlay(
                session().flatMap(RecordingSession::selection),
                pointer().map(Pointer::seconds),
                playhead.getAsDouble());
    }

    Optional<Pointer> pointer() {
        return Optional.ofNullable(pointer);
    }

    /** The lane that the mouse was over last. */
    int lastChannel() {
        return lastChannel;
    }

    /** Goes to the next lane, as moving the mouse there does, and says so in the read-out. */
    void nextChannel() {
        int channels =
                audible().flatMap(RecordingSession::sound).map(sound -> sound.channels()).orElse(1);
        int next = (lastChannel + 1) % channels;
        setPointer(new Pointer(player.position(), next, OptionalDouble.empty(), 0));
    }

    void setPointer(@Nullable Pointer pointer) {
        this.pointer = pointer;
        lastChannel = pointer == null ? lastChannel : pointer.channel();
        pointerListeners.fire();
    }

    void onPointer(Runnable listener) {
        pointerListeners.add(listener);
    }

    /**
     * Where the mouse is.
     *
     * @param hertz only over the spectrogram
     * @param height share of the lane's height above its bottom, 0 to 1
     */
    record Pointer(double seconds, int channel, OptionalDouble hertz, double height) {}
}

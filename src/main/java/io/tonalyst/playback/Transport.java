// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import io.tonalyst.signal.PcmSource;
import java.util.function.DoubleUnaryOperator;

/**
 * What playback is asked to do: the newest one counts, and the audio thread works out the
 * difference.
 *
 * @param source what is played
 * @param mode whether it rests, plays, or sounds single grains
 * @param restFrame source frame it rests at, or where the grain is
 * @param speed source seconds a second, 0.25 to 8
 * @param loop part that is repeated
 * @param jump counts the changes of place, which interrupt what is buffered
 * @param span translates the clock while playing
 * @param ended whether it rests because the source came to its end
 */
record Transport(
        PcmSource source,
        Mode mode,
        double restFrame,
        double speed,
        Loop loop,
        long jump,
        Span span,
        boolean ended) {
    enum Mode {
        REST,
        PLAY,
        GRAIN
    }

    static Transport at(PcmSource source, double frame, double speed, long jump) {
        Span span = Span.jump(source, frame, speed, Loop.NONE);
        return new Transport(source, Mode.REST, frame, speed, Loop.NONE, jump, span, false);
    }

    Transport playFrom(double frame) {
        return new Transport(
                source,
                Mode.PLAY,
                frame,
                speed,
                loop,
                jump + 1,
                Span.jump(source, frame, speed, loop),
                false);
    }

    Transport restAt(double frame, boolean atEnd) {
        return new Transport(source, Mode.REST, frame, speed, loop, jump, span, atEnd);
    }

    Transport grainAt(double frame) {
        Span grain = Span.jump(source, frame, 1, Loop.NONE);
        return new Transport(source, Mode.GRAIN, frame, speed, loop, jump + 1, grain, false);
    }

    /** The same place, at another speed or in another loop. */
    Transport with(double newSpeed, Loop newLoop) {
        Span next = mode == Mode.PLAY ? span.continued(newSpeed, newLoop) : span;
        return new Transport(source, mode, restFrame, newSpeed, newLoop, jump, next, ended);
    }

    /**
     * The place that stands for this one in another source; playing goes on without a gap.
     *
     * @param map frames of this source to those of the other, rising
     */
    Transport blended(PcmSource other, DoubleUnaryOperator map) {
        Loop newLoop =
                loop.isNone()
                        ? Loop.NONE
                        : Loop.within(
                                other,
                                map.applyAsDouble(loop.start()),
                                map.applyAsDouble(loop.end()));
        double rest = map.applyAsDouble(restFrame);
        Span next =
                mode == Mode.PLAY
                        ? span.blended(other, newLoop, map)
                        : Span.jump(other, rest, speed, newLoop);
        return new Transport(other, mode, rest, speed, newLoop, jump, next, ended);
    }

    double restSeconds() {
        return restFrame / source.sampleRate().hertz();
    }
}

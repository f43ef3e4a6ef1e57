// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import io.tonalyst.signal.PcmSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Renders scores to sound: additive synthesis, 48 kHz stereo, every onset on its frame, peak at
 * most -1 dBFS. The same score gives the same samples on every machine. Holds no state; safe
 * between threads.
 */
public final class Synth {
    private static final double NOTE_GAIN = 0.6;
    private static final double EARCON_GAIN = 0.2;

    /**
     * Renders a score. Takes some milliseconds.
     *
     * @return the sound, in memory; reading it neither computes nor allocates
     */
    public PcmSource render(SonificationScore score) {
        var mix = new Mix(score.frames());
        Map<ScoreVoice, List<ScoreEvent.Note>> chains = new EnumMap<>(ScoreVoice.class);
        for (var event : score.events()) {
            switch (event) {
                case ScoreEvent.Note note -> {
                    var chain = chains.computeIfAbsent(note.voice(), v -> new ArrayList<>());
                    chain.add(note);
                    if (!note.isTied()) {
                        add(mix, chain);
                        chain.clear();
                    }
                }
                case ScoreEvent.Earcon earcon -> add(mix, earcon);
                case ScoreEvent.Tick tick -> add(mix, tick);
            }
        }
        return new RenderedScore(mix.finish());
    }

    /** Strength of a velocity: its square, as the General MIDI recommendation has it. */
    static double gain(int velocity) {
        double share = velocity / 127.0;
        return NOTE_GAIN * share * share;
    }

    private static void add(Mix mix, List<ScoreEvent.Note> chain) {
        var first = chain.getFirst();
        if (chain.size() > 1) {
            var places =
                    chain.stream()
                            .map(
                                    n ->
                                            new Mix.Place(
                                                    (int) (n.start() - first.start()),
                                                    n.tone().pan()))
                            .toList();
            mix.add(GlidingTone.of(chain), first.start(), places);
            return;
        }
        double[] tone =
                SteadyTone.of(
                        first.tone().spectrum(), first.hertz(), Math.toIntExact(first.length()));
        mix.add(tone, first.start(), gain(first.velocity()), first.tone().pan());
    }

    private static void add(Mix mix, ScoreEvent.Earcon earcon) {
        addBeep(mix, earcon.start(), Earcons.firstPitch(earcon));
        addBeep(mix, earcon.start() + Earcons.STEP_FRAMES, Earcons.secondPitch(earcon));
    }

    private static void addBeep(Mix mix, long start, int pitch) {
        double[] tone =
                SteadyTone.of(
                        Spectrum.of(Timbre.TRIANGLE), Pitch.hertz(pitch), Earcons.TONE_FRAMES);
        mix.add(tone, start, EARCON_GAIN, 0);
    }

    private static void add(Mix mix, ScoreEvent.Tick tick) {
        double[] tone =
                SteadyTone.of(
                        Spectrum.KNOCK,
                        Pitch.hertz(Earcons.pitch(tick.mark())),
                        Earcons.TICK_FRAMES);
        mix.add(tone, tick.start(), Earcons.gain(tick.mark()), 0);
    }
}

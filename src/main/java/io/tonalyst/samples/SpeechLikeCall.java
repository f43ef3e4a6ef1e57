// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.samples;

import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import java.util.function.DoubleFunction;

/**
 * Synthesises two-channel calls of any length: the agent left, the customer right, taking turns. It
 * is not speech: it only moves as speech does.
 */
public final class SpeechLikeCall {
    /** Number of the calls that are not shipped, away from those of {@link SampleCall}. */
    private static final int OTHER_CALLS = 100;

    private static final Voice AGENT = new Voice(205, 1.15);
    private static final Voice CUSTOMER = new Voice(118, 1);
    private static final double AGENT_AGITATION = 0.15;

    /** Line noise, relative to full scale: about -66 dBFS. */
    private static final double NOISE = 0.0005;

    /** Loudest sample after scaling: -2 dBFS. */
    private static final double PEAK = 0.79;

    private SpeechLikeCall() {}

    /**
     * A call of a customer who grows agitated, the same for the same arguments.
     *
     * @param hertz sample rate, at least 8000
     * @param seconds length, at least 2
     * @return two channels at a peak of -2 dBFS with line noise at -66 dBFS
     */
    public static Signal render(int hertz, double seconds, long seed) {
        return render(hertz, seconds, seed, OTHER_CALLS, Prosody::of);
    }

    /**
     * A call.
     *
     * @param number tells calls of one seed apart
     * @param customerProsody how the customer speaks at a share of the call, 0 to 1
     */
    static Signal render(
            int hertz,
            double seconds,
            long seed,
            int number,
            DoubleFunction<Prosody> customerProsody) {
        Dice dice = Dice.of(seed, 10, number);
        int frames = (int) (seconds * hertz);
        float[] agent = new float[frames];
        float[] customer = new float[frames];
        VoiceSynth left = new VoiceSynth(hertz, AGENT, Dice.of(seed, 11, number));
        VoiceSynth right = new VoiceSynth(hertz, CUSTOMER, Dice.of(seed, 12, number));
        int at = (int) (0.4 * hertz);
        boolean agentsTurn = true;
        while (at < frames - hertz) {
            Prosody prosody =
                    agentsTurn
                            ? Prosody.of(AGENT_AGITATION)
                            : customerProsody.apply((double) at / frames);
            int phrases = (agentsTurn ? 1 : 2) + dice.below(2);
            for (int p = 0; p < phrases && at < frames - hertz; p++) {
                int room = (int) ((frames - at) / (double) hertz * prosody.syllablesPerSecond());
                int syllables = Math.min(5 + dice.below(9), Math.max(1, room - 2));
                at =
                        (agentsTurn ? left : right)
                                .speak(agentsTurn ? agent : customer, at, syllables, prosody);
                double pace = 4 / prosody.syllablesPerSecond();
                at += (int) (pace * dice.uniform(0.12, 0.35) * hertz);
            }
            at += (int) (dice.uniform(0.1, 0.45) * hertz);
            agentsTurn = !agentsTurn;
        }
        level(agent, customer, dice);
        return new Signal(new SampleRate(hertz), agent, customer);
    }

    /** Brings the loudest sample of both to the peak and adds the noise of the line. */
    private static void level(float[] agent, float[] customer, Dice dice) {
        float peak = 0;
        for (int i = 0; i < agent.length; i++) {
            peak = Math.max(peak, Math.max(Math.abs(agent[i]), Math.abs(customer[i])));
        }
        double gain = PEAK / peak;
        for (int i = 0; i < agent.length; i++) {
            agent[i] = (float) (gain * agent[i] + NOISE * dice.gaussian());
            customer[i] = (float) (gain * customer[i] + NOISE * dice.gaussian());
        }
    }
}

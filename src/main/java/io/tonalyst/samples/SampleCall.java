// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.samples;

import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;

/**
 * A synthetic two-channel call: the agent left, the customer right, taking turns. It is not speech:
 * it only moves as speech does, so that every pane has something to show.
 */
enum SampleCall {
    /** The customer starts calm and ends agitated; the agent stays calm. */
    GETTING_ANGRY("rising_16k.wav", 16_000, 22, false) {
        @Override
        Prosody customer(double progress) {
            return Prosody.of(progress);
        }
    },
    /** The customer starts agitated and calms down. Telephone quality. */
    CALMING_DOWN("calming_8k_mulaw.wav", 8_000, 32, true) {
        @Override
        Prosody customer(double progress) {
            return Prosody.of(0.95 * (1 - progress));
        }
    },
    /** Both stay even; the customer sounds subdued. Telephone quality. */
    SUBDUED("subdued_8k_mulaw.wav", 8_000, 24, true) {
        @Override
        Prosody customer(double progress) {
            return Prosody.subdued();
        }
    };

    private static final Voice AGENT = new Voice(205, 1.15);
    private static final Voice CUSTOMER = new Voice(118, 1);
    private static final double AGENT_AGITATION = 0.15;

    /** Line noise, relative to full scale: about -66 dBFS. */
    private static final double NOISE = 0.0005;

    /** Loudest sample after scaling: -2 dBFS. */
    private static final double PEAK = 0.79;

    private final String fileName;
    private final int hertz;
    private final double seconds;
    private final boolean telephone;

    SampleCall(String fileName, int hertz, double seconds, boolean telephone) {
        this.fileName = fileName;
        this.hertz = hertz;
        this.seconds = seconds;
        this.telephone = telephone;
    }

    /** How the customer speaks at a share of the call, 0 to 1. */
    abstract Prosody customer(double progress);

    String fileName() {
        return fileName;
    }

    /** Whether it is stored as mu-law. */
    boolean isTelephone() {
        return telephone;
    }

    /** The call, the same for the same seed. */
    Signal render(long seed) {
        Dice dice = Dice.of(seed, 10, ordinal());
        int frames = (int) (seconds * hertz);
        float[] agent = new float[frames];
        float[] customer = new float[frames];
        VoiceSynth left = new VoiceSynth(hertz, AGENT, Dice.of(seed, 11, ordinal()));
        VoiceSynth right = new VoiceSynth(hertz, CUSTOMER, Dice.of(seed, 12, ordinal()));
        int at = (int) (0.4 * hertz);
        boolean agentsTurn = true;
        while (at < frames - hertz) {
            Prosody prosody =
                    agentsTurn ? Prosody.of(AGENT_AGITATION) : customer((double) at / frames);
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

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.samples;

import io.tonalyst.signal.Signal;

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
        return SpeechLikeCall.render(hertz, seconds, seed, ordinal(), this::customer);
    }
}

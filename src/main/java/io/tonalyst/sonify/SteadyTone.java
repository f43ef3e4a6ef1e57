// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

/** A tone of one pitch. */
final class SteadyTone {
    private SteadyTone() {}

    /**
     * Samples of a tone with its envelope, at most 1 in size.
     *
     * @param frames at least {@link Envelope#SHORTEST}
     */
    static double[] of(Spectrum spectrum, double hertz, int frames) {
        double[] tone = new double[frames];
        for (int h = 1; h <= spectrum.harmonics(); h++) {
            if (spectrum.gain(h) > 0 && h * hertz <= Spectrum.HIGHEST_HERTZ) {
                addHarmonic(tone, spectrum.gain(h), h * hertz, spectrum.decaySeconds(h));
            }
        }
        for (int i = 0; i < frames; i++) {
            tone[i] *= Envelope.at(i, frames, spectrum.attack());
        }
        return tone;
    }

    /**
     * A decaying cosine by turning a phasor: exact in pitch to far below a hundredth of a cent, and
     * the same on every machine, as it needs no library function for each sample.
     */
    private static void addHarmonic(double[] tone, double gain, double hertz, double decay) {
        double rate = SonificationScore.RATE.hertz();
        double angle = 2 * Math.PI * hertz / rate;
        double shrink = StrictMath.exp(-1 / (decay * rate));
        double turnRe = shrink * StrictMath.cos(angle);
        double turnIm = shrink * StrictMath.sin(angle);
        double re = gain;
        double im = 0;
        for (int i = 0; i < tone.length; i++) {
            tone[i] += re;
            double next = re * turnRe - im * turnIm;
            im = re * turnIm + im * turnRe;
            re = next;
        }
    }
}

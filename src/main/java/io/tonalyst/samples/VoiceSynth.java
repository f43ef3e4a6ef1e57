// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.samples;

/**
 * Babbles: a source-filter synthesiser that speaks syllables without words. A glottal source goes
 * through a cascade of formant resonators that glide from vowel to vowel; consonants are bursts of
 * filtered noise or short weak stretches of voice. It has the rhythm and the melody of speech,
 * which the prosody sets, and says nothing.
 */
final class VoiceSynth {
    private static final double[] BANDWIDTHS = {70, 90, 130, 250, 300};
    private static final double[] HIGH_FORMANTS = {3500, 4500};

    /** Peak of a consonant, relative to that of a vowel. */
    private static final double CONSONANT_LEVEL = 0.2;

    private final double sampleRate;
    private final Voice voice;
    private final Dice dice;
    private final GlottalSource source;
    private final Resonator[] formants;
    private final Resonator frication;
    private final double[] place = new double[3];

    VoiceSynth(int sampleRate, Voice voice, Dice dice) {
        this.sampleRate = sampleRate;
        this.voice = voice;
        this.dice = dice;
        this.source = new GlottalSource(sampleRate, dice);
        int usable = 3;
        for (double high : HIGH_FORMANTS) {
            usable += high * voice.formantScale() < 0.46 * sampleRate ? 1 : 0;
        }
        this.formants = new Resonator[usable];
        for (int f = 0; f < usable; f++) {
            formants[f] = new Resonator(sampleRate);
        }
        for (int f = 3; f < usable; f++) {
            formants[f].tune(HIGH_FORMANTS[f - 3] * voice.formantScale(), BANDWIDTHS[f]);
        }
        this.frication = new Resonator(sampleRate);
        for (int f = 0; f < 3; f++) {
            place[f] = Vowel.SCHWA.formant(f);
        }
    }

    /**
     * Adds an utterance to a channel and returns the sample after it; stops at the channel's end.
     *
     * @param from first sample
     */
    int speak(float[] channel, int from, int syllables, Prosody prosody) {
        int at = from;
        double accent = dice.uniform(0.3, 1);
        for (int s = 0; s < syllables && at < channel.length; s++) {
            double progress = (double) s / Math.max(1, syllables - 1);
            boolean stressed = dice.uniform() < 0.4;
            boolean last = s == syllables - 1;
            double declination = prosody.rangeSemitones() * (0.5 - progress);
            double bump = stressed ? accent * prosody.rangeSemitones() : 0;
            double length =
                    (stressed ? 1.2 : 0.85)
                            * (last ? 1.5 : 1)
                            * dice.uniform(0.85, 1.15)
                            / prosody.syllablesPerSecond();
            double level = prosody.level() * (stressed ? 1 : 0.7) * (1 - 0.25 * progress);
            int consonant = consonant(channel, at, level, 0.3 * length);
            at = vowel(channel, consonant, 0.7 * length, declination, bump, level, prosody);
        }
        return Math.min(at, channel.length);
    }

    /** A fricative, a stop with its burst, or nothing but a weak moment; returns its end. */
    private int consonant(float[] channel, int from, double level, double seconds) {
        int length = (int) (seconds * sampleRate);
        int kind = dice.pick(4, 3, 3);
        if (kind == 2) {
            return from + length / 3;
        }
        boolean stop = kind == 1;
        double centre = stop ? dice.uniform(1200, 3000) : dice.uniform(2500, 0.42 * sampleRate);
        frication.tune(Math.min(centre, 0.45 * sampleRate), stop ? 900 : 1200);
        int begin = stop ? from + 2 * length / 3 : from;
        int end = Math.min(channel.length, from + length);
        double[] sound = new double[Math.max(0, end - begin)];
        double before = 0;
        for (int i = begin; i < end; i++) {
            double x = (i - begin) / (double) Math.max(1, end - begin);
            double shape = stop ? StrictMath.exp(-5 * x) : StrictMath.sin(StrictMath.PI * x);
            double noise = frication.next(dice.gaussian());
            // The first difference takes the low frequencies away, as a narrow gap does.
            sound[i - begin] = shape * (noise - before);
            before = noise;
        }
        add(channel, begin, sound, CONSONANT_LEVEL * level);
        return from + length;
    }

    private int vowel(
            float[] channel,
            int from,
            double seconds,
            double semitones,
            double bump,
            double level,
            Prosody prosody) {
        Vowel target = Vowel.values()[dice.pick(4, 2, 4, 4, 3, 2, 5)];
        int length = (int) (seconds * sampleRate);
        int end = Math.min(channel.length, from + length);
        double[] sound = new double[Math.max(0, end - from)];
        double glide = 1 - StrictMath.exp(-1 / (0.025 * sampleRate));
        for (int i = from; i < end; i++) {
            double x = (i - from) / (double) length;
            double arch = StrictMath.sin(StrictMath.PI * x);
            if ((i - from) % 16 == 0) {
                tune(target, 16 * glide);
            }
            double pitch =
                    voice.pitchHz()
                            * prosody.pitchFactor()
                            * StrictMath.pow(2, (semitones + bump * arch) / 12);
            double sample = source.next(pitch, prosody.brightness(), prosody.jitter());
            for (Resonator formant : formants) {
                sample = formant.next(sample);
            }
            double envelope = StrictMath.pow(arch, 0.6);
            sound[i - from] = envelope * sample;
        }
        add(channel, from, sound, level);
        return from + length;
    }

    /**
     * Adds a sound with the given peak, so that vowels of different formants are alike in level.
     */
    private static void add(float[] channel, int from, double[] sound, double peak) {
        double highest = 1e-9;
        for (double sample : sound) {
            highest = Math.max(highest, Math.abs(sample));
        }
        for (int i = 0; i < sound.length; i++) {
            channel[from + i] += (float) (peak / highest * sound[i]);
        }
    }

    private void tune(Vowel target, double share) {
        for (int f = 0; f < 3; f++) {
            place[f] += Math.min(1, share) * (target.formant(f) - place[f]);
            double hertz = Math.min(place[f] * voice.formantScale(), 0.45 * sampleRate);
            formants[f].tune(hertz, BANDWIDTHS[f]);
        }
    }
}

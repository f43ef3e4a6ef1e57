// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import io.tonalyst.signal.Resampler;
import java.util.Random;

/** Hold music and signalling tones of 20 s at 16 kHz, made for tests. */
enum SyntheticMusic {
    /** Triads of two seconds, dying away. */
    CHORDS {
        @Override
        void add(float[] x) {
            for (int i = 0; i < 10; i++) {
                for (int third : new int[] {0, 4, 7}) {
                    note(x, 2 * i, 2, 57 + 5 * (i % 3) + third, 0.08, 0.5, 0);
                }
            }
        }
    },
    /** Four notes a second. */
    MELODY {
        @Override
        void add(float[] x) {
            for (int i = 0; i < 80; i++) {
                note(x, 0.25 * i, 0.24, 60 + 7 * i % 20, 0.15, 2, 0);
            }
        }
    },
    MELODY_WITH_DRUMS {
        @Override
        void add(float[] x) {
            for (int i = 0; i < 40; i++) {
                note(x, 0.5 * i, 0.48, 60 + TUNE[i % TUNE.length], 0.15, 1, 0);
            }
            drums(x, 110);
        }
    },
    /** A melody over chords, with vibrato of 14 cents. */
    STRINGS {
        @Override
        void add(float[] x) {
            for (int i = 0; i < 20; i++) {
                note(x, i, 0.98, 64 + TUNE[i % TUNE.length], 0.15, 0.3, 0.008);
            }
            for (int i = 0; i < 10; i++) {
                for (int third : new int[] {0, 4, 7}) {
                    note(x, 2 * i, 2, 48 + 5 * (i % 3) + third, 0.06, 0.1, 0.004);
                }
            }
        }
    },
    /** Eight notes a second over a bass, with drums. */
    ARPEGGIO {
        @Override
        void add(float[] x) {
            for (int i = 0; i < 160; i++) {
                note(x, 0.125 * i, 0.12, 60 + TUNE[i % TUNE.length], 0.15, 6, 0);
            }
            for (int i = 0; i < 10; i++) {
                note(x, 2 * i, 2, 36 + 5 * (i % 3), 0.1, 0.5, 0);
            }
            drums(x, 120);
        }
    },
    /** The European ringing tone: 425 Hz, 1 s in 5. */
    RINGING {
        @Override
        void add(float[] x) {
            tones(x, 5, 1, t -> new double[] {425});
        }
    },
    /** The European busy tone: 425 Hz, 0.48 s in 0.96. */
    BUSY {
        @Override
        void add(float[] x) {
            tones(x, 0.96, 0.48, t -> new double[] {425});
        }
    },
    /** Dialled digits, 0.1 s and as long a pause (ITU-T Q.23). */
    DTMF {
        @Override
        void add(float[] x) {
            tones(
                    x,
                    0.2,
                    0.1,
                    t -> new double[] {LOW[(int) (t / 0.2) % 4], HIGH[(int) (t / 0.8) % 4]});
        }
    };

    static final int RATE = 16_000;
    static final int SECONDS = 20;

    private static final int[] TUNE = {0, 4, 7, 12, 9, 5, 2, 7};
    private static final int[] LOW = {697, 770, 852, 941};
    private static final int[] HIGH = {1209, 1336, 1477, 1633};

    abstract void add(float[] x);

    /** The sound as it is played. */
    float[] sound() {
        float[] x = new float[SECONDS * RATE];
        add(x);
        return x;
    }

    /** The sound after a telephone at 8 kHz, over a line with some noise. */
    float[] byTelephone() {
        float[] x = Resampler.resample(sound(), RATE, 8000);
        var random = new Random(5);
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.round((x[i] + 0.002 * random.nextGaussian()) * 127) / 127f;
        }
        return Resampler.resample(x, 8000, RATE);
    }

    @FunctionalInterface
    private interface Hertz {
        double[] at(double seconds);
    }

    private static void tones(float[] x, double period, double on, Hertz hertz) {
        for (int i = 0; i < x.length; i++) {
            double t = (double) i / RATE;
            if (t % period < on) {
                for (double f : hertz.at(t)) {
                    x[i] += (float) (0.15 * Math.sin(2 * Math.PI * f * t));
                }
            }
        }
    }

    /** A note of eight harmonics. */
    private static void note(
            float[] x,
            double start,
            double seconds,
            int midi,
            double amplitude,
            double decay,
            double vibrato) {
        double hertz = 440 * Math.pow(2, (midi - 69) / 12.0);
        int from = (int) (start * RATE);
        double phase = 0;
        for (int i = 0; i < (int) (seconds * RATE) && from + i < x.length; i++) {
            double t = (double) i / RATE;
            double envelope =
                    Math.min(1, t / 0.01)
                            * Math.exp(-decay * t)
                            * Math.min(1, (seconds - t) / 0.02);
            phase += 2 * Math.PI * hertz * (1 + vibrato * Math.sin(2 * Math.PI * 5.5 * t)) / RATE;
            double sum = 0;
            for (int h = 1; h <= 8 && h * hertz < 7500; h++) {
                sum += Math.sin(h * phase) / h;
            }
            x[from + i] += (float) (amplitude * envelope * sum);
        }
    }

    /** Bass drum, snare drum and hi-hat. */
    private static void drums(float[] x, double beatsPerMinute) {
        var random = new Random(1);
        double step = 30 / beatsPerMinute;
        for (int b = 0; b * step < SECONDS; b++) {
            int from = (int) (b * step * RATE);
            for (int i = 0; i < RATE / 6 && from + i < x.length; i++) {
                double t = (double) i / RATE;
                double hit = 0.06 * random.nextGaussian() * Math.exp(-60 * t);
                if (b % 4 == 0) {
                    double sweep = 50 + 60 * Math.exp(-30 * t);
                    hit += 0.4 * Math.sin(2 * Math.PI * sweep * t) * Math.exp(-12 * t);
                } else if (b % 4 == 2) {
                    hit += 0.2 * random.nextGaussian() * Math.exp(-20 * t);
                }
                x[from + i] += (float) hit;
            }
        }
    }
}

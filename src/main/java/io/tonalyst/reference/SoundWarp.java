// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

import be.tarsos.dsp.AudioEvent;
import be.tarsos.dsp.WaveformSimilarityBasedOverlapAdd;
import be.tarsos.dsp.WaveformSimilarityBasedOverlapAdd.Parameters;
import be.tarsos.dsp.io.TarsosDSPAudioFormat;
import be.tarsos.dsp.resample.Resampler;
import io.tonalyst.signal.ReferenceFeatures;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Time stretch and pitch shift by TarsosDSP: overlap-add by waveform similarity (Verhelst and
 * Roelands 1993), and for the pitch a change of rate after it (Smith's band-limited interpolation).
 * The reference notebooks use librosa's phase vocoder. Not safe between threads.
 */
final class SoundWarp {
    private static final double SEMITONES = 12;
    private static final int BITS = 16;

    /** The pitch does not move by more than an octave. */
    private static final double MIN_FACTOR = 0.5;

    private static final double MAX_FACTOR = 2;

    private final AudioEvent event =
            new AudioEvent(
                    new TarsosDSPAudioFormat(ReferenceFeatures.SAMPLE_RATE, BITS, 1, true, false));
    private final double tempo;
    private final WaveformSimilarityBasedOverlapAdd overlapAdd;

    /**
     * @param tempo speed of the stretched sound; below 1 it gets longer
     */
    private SoundWarp(double tempo) {
        this.tempo = tempo;
        this.overlapAdd = quietly(Parameters.speechDefaults(tempo, ReferenceFeatures.SAMPLE_RATE));
    }

    /** The sound at another speed with its pitch kept. */
    static float[] stretch(float[] x, double tempo) {
        return new SoundWarp(tempo).stretch(x);
    }

    /** The sound with another pitch at its own speed and length. */
    static float[] shiftPitch(float[] x, double semitones) {
        double ratio = Math.pow(2, semitones / SEMITONES);
        float[] longer = stretch(x, 1 / ratio);
        float[] y = new float[x.length];
        new Resampler(true, MIN_FACTOR, MAX_FACTOR)
                .process(1 / ratio, longer, 0, longer.length, true, y, 0, y.length);
        return y;
    }

    private float[] stretch(float[] x) {
        int size = overlapAdd.getInputBufferSize();
        int step = size - overlapAdd.getOverlap();
        float[] y = new float[(int) Math.round(x.length / tempo)];
        int written = 0;
        for (int from = 0; written < y.length; from += step) {
            float[] block = new float[size];
            if (from < x.length) {
                System.arraycopy(x, from, block, 0, Math.min(size, x.length - from));
            }
            event.setFloatBuffer(block);
            overlapAdd.process(event);
            float[] out = event.getFloatBuffer();
            int count = Math.min(out.length, y.length - written);
            System.arraycopy(out, 0, y, written, count);
            written += count;
        }
        return y;
    }

    /** TarsosDSP prints a line when it makes this object; output belongs to whoever runs us. */
    private static synchronized WaveformSimilarityBasedOverlapAdd quietly(Parameters parameters) {
        PrintStream out = System.out;
        System.setOut(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            return new WaveformSimilarityBasedOverlapAdd(parameters);
        } finally {
            System.setOut(out);
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.signal.PcmSource;
import io.tonalyst.time.SampleRate;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
    private static final int SINK = 48_000;

    /** A sine on the left, its opposite on the right, without end. */
    private record Tone(SampleRate sampleRate, double hertz) implements PcmSource {
        @Override
        public long frames() {
            return Long.MAX_VALUE;
        }

        @Override
        public void read(long frame, float[] stereo, int offset, int count) {
            for (int i = 0; i < count; i++) {
                double phase = 2 * Math.PI * hertz * (frame + i) / sampleRate.hertz();
                stereo[2 * (offset + i)] = (float) Math.sin(phase);
                stereo[2 * (offset + i) + 1] = (float) -Math.sin(phase);
            }
        }
    }

    private static float[] read(PcmSource source, double speed, Loop loop, double from) {
        Span span = Span.jump(source, from, speed, loop);
        span.start(1000, from, SINK);
        float[] stereo = new float[2 * 4800];
        FrameReader reader = new FrameReader();
        float[] part = new float[2 * 240];
        for (int done = 0; done < 4800; done += 240) {
            reader.read(span, 1000 + done, part, 240);
            System.arraycopy(part, 0, stereo, 2 * done, part.length);
        }
        return stereo;
    }

    @Test
    void raisesLowRatesWithoutImages() {
        for (int rate : new int[] {8_000, 16_000, 22_050, 44_100}) {
            float[] out = read(new Tone(new SampleRate(rate), 1000), 1, Loop.NONE, rate);
            assertThat(worst(out, 1000, 1)).as("from %d Hz", rate).isLessThan(2e-4);
        }
    }

    @Test
    void playsSlowerAndFasterAtTheRightPitch() {
        for (double speed : new double[] {0.25, 0.7, 1.5, 4, 8}) {
            float[] out = read(new Tone(new SampleRate(SINK), 600), speed, Loop.NONE, SINK);
            assertThat(worst(out, 600 * speed, 1)).as("at %s", speed).isLessThan(2e-4);
        }
    }

    @Test
    void fastPlaybackDoesNotAlias() {
        float[] out = read(new Tone(new SampleRate(SINK), 9_000), 8, Loop.NONE, SINK);
        for (int i = 200; i < out.length - 200; i++) {
            assertThat(Math.abs(out[i])).isLessThan(3e-4f);
        }
    }

    @Test
    void interpolatesAcrossTheSeamOfALoop() {
        // 100 periods of 480 Hz: a loop over them goes on without a seam.
        float[] out =
                read(new Tone(new SampleRate(SINK), 480), 0.5, new Loop(4_800, 14_800), 12_000);
        assertThat(worst(out, 240, 1)).isLessThan(2e-4);
    }

    /** Largest difference from a sine that starts at phase 0, away from the ends. */
    private static double worst(float[] stereo, double hertz, double height) {
        double worst = 0;
        for (int i = 100; i < stereo.length / 2 - 100; i++) {
            double expected = height * Math.sin(2 * Math.PI * hertz * i / SINK);
            worst = Math.max(worst, Math.abs(stereo[2 * i] - expected));
            worst = Math.max(worst, Math.abs(stereo[2 * i + 1] + expected));
        }
        return worst;
    }
}

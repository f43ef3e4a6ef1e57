// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.time.SampleRate;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResampledChannelTest {
    /** The last one has too many phases for a table. */
    @ParameterizedTest
    @CsvSource({
        "8000,16000,30000", "44100,16000,90000", "48000,16000,90000", "11025,16000,30000",
        "16000,16000,30000", "8000,16000,1", "22050,16000,441", "48000,16001,9000"
    })
    void blocksHoldTheSamplesOfTheWhole(int from, int to, int frames) {
        var random = new Random(7);
        float[] x = new float[frames];
        for (int i = 0; i < frames; i++) {
            // Some of it digital silence, which is not filtered.
            x[i] = i > frames / 3 && i < frames / 2 ? 0 : random.nextFloat(-1, 1);
        }
        float[] whole = Resampler.resample(x, from, to);
        var signal = new Signal(new SampleRate(from), new float[frames], x);
        var channel = new ResampledChannel(signal, 1, to, 1000, 3000);

        assertThat(channel.length()).isEqualTo(whole.length);
        float[] part = new float[1777];
        for (int at = -500; at < whole.length + 3000; at += 1234) {
            channel.read(at, part, part.length);
            assertThat(part).isEqualTo(padded(whole, at, part.length));
        }
        // Backwards too, when what was made first is not kept any more.
        channel.read(0, part, part.length);
        assertThat(part).isEqualTo(padded(whole, 0, part.length));
    }

    @Test
    void keepsNoMoreOfALongSoundThanOfAShortOne() {
        var hours = new LongSound(8000, 10 * 3600L * 8000);
        var channel = new ResampledChannel(hours, 0, 16_000);
        float[] room = new float[1];
        for (long at = 0; at < channel.length(); at += 1 << 18) {
            channel.read(at, room, 1);
        }
        assertThat(channel.length()).isEqualTo(10 * 3600L * 16_000);
        assertThat(channel.held()).isLessThanOrEqualTo(ResampledChannel.KEPT);
        assertThat(hours.mostAsked).isLessThan(100_000);
    }

    private static float[] padded(float[] x, int from, int count) {
        float[] part = new float[count];
        int first = Math.max(from, 0);
        int last = Math.min(from + count, x.length);
        if (last > first) {
            System.arraycopy(x, first, part, first - from, last - first);
        }
        return part;
    }

    private static final class LongSound implements Samples {
        private final int rate;
        private final long length;
        private int mostAsked;

        LongSound(int rate, long length) {
            this.rate = rate;
            this.length = length;
        }

        @Override
        public SampleRate sampleRate() {
            return new SampleRate(rate);
        }

        @Override
        public int channels() {
            return 1;
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public void read(int channel, long frame, float[] into, int offset, int count) {
            mostAsked = Math.max(mostAsked, count);
            Arrays.fill(into, offset, offset + count, 0);
        }
    }
}

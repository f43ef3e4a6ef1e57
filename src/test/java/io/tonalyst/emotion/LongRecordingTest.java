// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.signal.LogMel;
import io.tonalyst.signal.Resampler;
import io.tonalyst.signal.Samples;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.FrameRange;
import io.tonalyst.time.SampleRate;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * An analysis reads block by block, and tells what it would tell of the whole channel in memory.
 */
class LongRecordingTest {
    private static final int RATE = 8000;

    /** Answers with figures of the image itself, so that a single sample more or less shows. */
    private static final class ImageModel implements EmotionModel {
        @Override
        public ModelDescription description() {
            return new ModelDescription("test", Path.of("models/test"), 192, 1, 0.4);
        }

        @Override
        public List<EmotionDistribution> predict(List<LogMel> clips) {
            return clips.stream().map(ImageModel::answer).toList();
        }

        private static EmotionDistribution answer(LogMel mel) {
            float[] shares = new float[8];
            for (int i = 0; i < mel.db().length; i++) {
                shares[i % 8] += 80 + mel.db()[i];
            }
            float sum = 0;
            for (float share : shares) {
                sum += share;
            }
            for (int i = 0; i < 8; i++) {
                shares[i] /= sum;
            }
            return EmotionDistribution.of(shares);
        }
    }

    @Test
    void blocksTellWhatTheWholeChannelTells() {
        float[] left = callWithMusic();
        float[] right = new float[left.length];
        addVoice(right, 61.7, 64.4, 210);
        float[] whole = Resampler.resample(left, RATE, LogMel.SAMPLE_RATE);
        float[] other = Resampler.resample(right, RATE, LogMel.SAMPLE_RATE);

        PredictionTimeline blocks = analyse(new Signal(new SampleRate(RATE), left, right));
        PredictionTimeline inMemory =
                analyse(new Signal(new SampleRate(LogMel.SAMPLE_RATE), whole, other));

        assertThat(text(blocks)).hasSizeGreaterThan(11).isEqualTo(text(inMemory));
    }

    /** What was found when the whole channel was still held. */
    @Test
    void speechBetweenMusicAndSilenceLiesWhereItLay() {
        float[] sound = Resampler.resample(callWithMusic(), RATE, LogMel.SAMPLE_RATE);
        assertThat(VoiceActivity.find(sound))
                .extracting(range -> range.start() / 160 + " " + range.end() / 160)
                .containsExactly("190 721", "759 951", "2220 2631", "3989 4101", "7089 7441");
    }

    @Test
    void fortyMinutesAreNeverHeldWhole() {
        var call = new LoopedCall(callWithMusic(), 40L * 60 * RATE);
        List<Double> progress = new ArrayList<>();
        PredictionTimeline timeline =
                new RecordingAnalyser(new ImageModel())
                        .analyse(
                                call,
                                new CancelToken(),
                                (fraction, message) -> progress.add(fraction));

        assertThat(timeline.durationSeconds()).isEqualTo(2400);
        assertThat(timeline.windows()).hasSizeGreaterThan(70);
        assertThat(call.mostAsked).as("samples asked for at once").isLessThan(RATE * 10);
        // Once for the levels, once where it is loud, and little more at the seams.
        assertThat(call.asked).isLessThan((long) (2.2 * call.length()));
        assertThat(progress).isSorted().hasSizeGreaterThan(50).endsWith(1.0);
    }

    private static List<String> text(PredictionTimeline timeline) {
        return timeline.windows().stream()
                .map(
                        w ->
                                w.channel()
                                        + " "
                                        + w.startSeconds()
                                        + " "
                                        + w.endSeconds()
                                        + Emotion.ALL.stream()
                                                .map(e -> " " + w.distribution().of(e))
                                                .collect(Collectors.joining()))
                .toList();
    }

    private static PredictionTimeline analyse(Samples samples) {
        return new RecordingAnalyser(new ImageModel())
                .analyse(samples, new CancelToken(), ProgressSink.NONE);
    }

    /** 80 s: speech across the borders of blocks, a melody, hiss and silence. */
    private static float[] callWithMusic() {
        float[] x = new float[80 * RATE];
        var random = new Random(5);
        for (int i = 0; i < 50 * RATE; i++) {
            x[i] = (float) (0.001 * random.nextGaussian());
        }
        addVoice(x, 2, 7.1, 130);
        addVoice(x, 7.7, 9.4, 150);
        float[] melody = SyntheticMusic.MELODY.sound();
        for (int i = 0; i < 10 * RATE; i++) {
            x[12 * RATE + i] += melody[2 * i];
        }
        addVoice(x, 22.3, 26.2, 140);
        addVoice(x, 40, 40.9, 190);
        addVoice(x, 71, 74.3, 120);
        return x;
    }

    /** A buzz whose pitch never rests. */
    private static void addVoice(float[] x, double from, double to, double hertz) {
        double phase = 0;
        for (int i = (int) (from * RATE); i < (int) (to * RATE); i++) {
            double sum = 0;
            for (int h = 1; h <= 12; h++) {
                sum += Math.sin(h * phase) / h;
            }
            x[i] += (float) (0.15 * sum);
            phase += 2 * Math.PI * hertz * (1 + 0.08 * Math.sin(20.0 * i / RATE)) / RATE;
        }
    }

    /** A call that is made as it is read, every fifth turn of the loop; silence between. */
    private static final class LoopedCall implements Samples {
        private final float[] loop;
        private final long length;
        private int mostAsked;
        private long asked;

        LoopedCall(float[] loop, long length) {
            this.loop = loop;
            this.length = length;
        }

        @Override
        public SampleRate sampleRate() {
            return new SampleRate(RATE);
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
        public synchronized void read(
                int channel, long frame, float[] into, int offset, int count) {
            mostAsked = Math.max(mostAsked, count);
            asked += count;
            Arrays.fill(into, offset, offset + count, 0);
            var range = new FrameRange(Math.max(0, frame), Math.max(0, frame + count));
            for (long f = range.start(); f < Math.min(length, range.end()); f++) {
                if (f / loop.length % 5 == 1) {
                    into[(int) (offset + f - frame)] = loop[(int) (f % loop.length)];
                }
            }
        }
    }
}

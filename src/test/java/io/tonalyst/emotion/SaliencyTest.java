// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tonalyst.emotion.dl4j.Dl4jEmotionModel;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.signal.LogMel;
import io.tonalyst.signal.LogMelExtractor;
import io.tonalyst.signal.Resampler;
import io.tonalyst.signal.Signal;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SaliencyTest {
    private static final int CLIPS = 3;
    private static final int RANDOM_DRAWS = 4;

    /** With the shipped model, on speech of the bundled samples. */
    @Test
    void blankingTheMostSalientTenthTellsMoreThanBlankingARandomTenth() throws Exception {
        EmotionModel model = Dl4jEmotionModel.load(Path.of("models").resolve(ModelLocator.SHIPPED));
        var random = new Random(1);
        double salient = 0;
        double chance = 0;
        for (LogMel clip : clips()) {
            SaliencyMap map = new Saliency(model).of(clip, new CancelToken(), ProgressSink.NONE);
            List<Integer> points =
                    new ArrayList<>(IntStream.range(0, clip.db().length).boxed().toList());
            points.sort(Comparator.comparing(i -> -map.weights()[i]));
            salient += fall(model, clip, map, points);
            for (int draw = 0; draw < RANDOM_DRAWS; draw++) {
                Collections.shuffle(points, random);
                chance += Math.abs(fall(model, clip, map, points)) / RANDOM_DRAWS;
            }
        }

        assertThat(salient / CLIPS).isGreaterThan(chance / CLIPS + 0.02);
    }

    /** A model that looks at one place only is explained by that place. */
    @Test
    void pointsAtWhatTheModelLooksAt() {
        EmotionModel model = new OnePointModel(40, 100);
        float[] db = new float[120 * LogMel.BANDS];
        Arrays.fill(db, -60);
        db[40 * LogMel.BANDS + 100] = 0;

        SaliencyMap map =
                new Saliency(model).of(new LogMel(120, db), new CancelToken(), ProgressSink.NONE);

        assertThat(map.emotion()).isEqualTo(Emotion.ANGRY);
        assertThat(map.at(40, 100)).isGreaterThan(0.4f);
        assertThat(map.at(80, 100)).isZero();
        assertThat(map.at(40, 20)).isZero();
    }

    @Test
    void stopsWhenCancelled() {
        var cancel = new CancelToken();
        cancel.cancel();
        var clip = new LogMel(10, new float[10 * LogMel.BANDS]);

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(
                        () ->
                                new Saliency(new OnePointModel(0, 0))
                                        .of(clip, cancel, ProgressSink.NONE));
    }

    private static double fall(
            EmotionModel model, LogMel clip, SaliencyMap map, List<Integer> order) {
        float[] db = clip.db().clone();
        double mean = IntStream.range(0, db.length).mapToDouble(i -> db[i]).average().orElse(0);
        for (int i : order.subList(0, db.length / 10)) {
            db[i] = (float) mean;
        }
        var told = model.predict(List.of(new LogMel(clip.frames(), db))).getFirst();
        return map.probability() - told.of(map.emotion());
    }

    private static List<LogMel> clips() throws Exception {
        List<LogMel> clips = new ArrayList<>();
        try (var files = Files.list(Path.of("samples", "calls"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".wav")).sorted().toList()) {
                if (clips.size() == CLIPS) {
                    break;
                }
                Signal signal =
                        new FfmpegDecoder()
                                .decode(file, new CancelToken(), ProgressSink.NONE)
                                .signal();
                float[] mono =
                        Resampler.resample(signal.channel(0), signal.sampleRate().hertz(), 16_000);
                clips.add(
                        new LogMelExtractor()
                                .extract(Arrays.copyOfRange(mono, 16_000, 16_000 + 40_000)));
            }
        }
        assertThat(clips).hasSize(CLIPS);
        return clips;
    }

    /** Says angry if one point is loud. */
    private record OnePointModel(int frame, int band) implements EmotionModel {
        @Override
        public ModelDescription description() {
            return new ModelDescription("one point", Path.of("."), 192, 1, 0);
        }

        @Override
        public List<EmotionDistribution> predict(List<LogMel> clips) {
            return clips.stream()
                    .map(c -> c.at(frame, band) > -30 ? angry(0.9f) : angry(0.1f))
                    .toList();
        }

        private static EmotionDistribution angry(float p) {
            float[] values = new float[8];
            values[Emotion.ANGRY.ordinal()] = p;
            values[Emotion.SAD.ordinal()] = 1 - p;
            return EmotionDistribution.of(values);
        }
    }
}

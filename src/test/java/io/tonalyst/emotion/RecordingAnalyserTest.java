// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tonalyst.signal.LogMel;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class RecordingAnalyserTest {
    private static final int RATE = 8000;

    /** Calls everything angry whose loudest band lies high, everything else sad. */
    private static final class PitchModel implements EmotionModel {
        @Override
        public ModelDescription description() {
            return new ModelDescription("test", Path.of("models/test"), 192, 1, 0.4);
        }

        @Override
        public List<EmotionDistribution> predict(List<LogMel> clips) {
            return clips.stream().map(PitchModel::answer).toList();
        }

        private static EmotionDistribution answer(LogMel mel) {
            int loudest = 0;
            int middle = mel.frames() / 2;
            for (int b = 0; b < LogMel.BANDS; b++) {
                if (mel.at(middle, b) > mel.at(middle, loudest)) {
                    loudest = b;
                }
            }
            return loudest > 12
                    ? EmotionDistribution.of(.05f, .05f, .05f, .05f, .65f, .05f, .05f, .05f)
                    : EmotionDistribution.of(.05f, .05f, .05f, .65f, .05f, .05f, .05f, .05f);
        }
    }

    private final RecordingAnalyser analyser = new RecordingAnalyser(new PitchModel());

    @Test
    void tellsChannelsAndStretchesApart() {
        float[] left = new float[20 * RATE];
        float[] right = new float[20 * RATE];
        addTone(left, 1, 6, 120);
        addTone(left, 8, 10, 390);
        addTone(right, 12, 18, 390);

        PredictionTimeline timeline = analyse(new Signal(new SampleRate(RATE), left, right));

        assertThat(timeline.durationSeconds()).isEqualTo(20.0);
        assertThat(timeline.channels()).isEqualTo(2);
        assertThat(timeline.segments())
                .extracting(s -> s.channel() + " " + s.emotion())
                .containsExactly("0 SAD", "0 ANGRY", "1 ANGRY");
        Segment last = timeline.segments().getLast();
        assertThat(last.startSeconds()).isCloseTo(12, within(0.2));
        assertThat(last.endSeconds()).isCloseTo(18, within(0.2));
        assertThat(last.confidence()).isCloseTo(0.65f, within(0.01f));
        assertThat(last.uncertain()).isFalse();
        assertThat(timeline.overall()).isPresent();
        // Eight of the thirteen seconds of sound are high.
        assertThat(timeline.overall().orElseThrow().top()).isEqualTo(Emotion.ANGRY);
    }

    @Test
    void warmingUpReachesTheModel() {
        var asked = new ArrayList<Integer>();
        var counting =
                new EmotionModel() {
                    private final PitchModel answers = new PitchModel();

                    @Override
                    public ModelDescription description() {
                        return answers.description();
                    }

                    @Override
                    public List<EmotionDistribution> predict(List<LogMel> clips) {
                        asked.add(clips.size());
                        return answers.predict(clips);
                    }
                };

        new RecordingAnalyser(counting).warmUp();

        assertThat(asked).isNotEmpty();
    }

    @Test
    void givesSilenceNoEmotion() {
        PredictionTimeline timeline =
                analyse(new Signal(new SampleRate(RATE), new float[5 * RATE]));
        assertThat(timeline.segments()).isEmpty();
        assertThat(timeline.windows()).isEmpty();
        assertThat(timeline.overall()).isEmpty();
    }

    @Test
    void windowsOfAChannelDoNotOverlap() {
        float[] x = new float[12 * RATE];
        addTone(x, 0.5, 11.5, 200);
        List<PredictionTimeline.Window> windows =
                analyse(new Signal(new SampleRate(RATE), x)).windows();
        assertThat(windows).hasSizeGreaterThan(5);
        for (int i = 1; i < windows.size(); i++) {
            assertThat(windows.get(i).startSeconds())
                    .isGreaterThanOrEqualTo(windows.get(i - 1).endSeconds());
        }
    }

    @Test
    void reportsProgressThatNeverFallsAndEndsAtOne() {
        float[] x = new float[30 * RATE];
        addTone(x, 0.5, 29, 200);
        List<Double> fractions = new ArrayList<>();
        analyser.analyse(
                new Signal(new SampleRate(RATE), x, x.clone()),
                new CancelToken(),
                (fraction, message) -> fractions.add(fraction));
        assertThat(fractions).isSorted().endsWith(1.0);
    }

    @Test
    void stopsWhenCancelled() {
        var cancel = new CancelToken();
        cancel.cancel();
        var signal = new Signal(new SampleRate(RATE), new float[RATE]);
        assertThatThrownBy(() -> analyser.analyse(signal, cancel, ProgressSink.NONE))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void stopsBetweenBatchesAndPassesFailuresOn() {
        float[] x = new float[60 * RATE];
        addTone(x, 0.5, 59, 200);
        var signal = new Signal(new SampleRate(RATE), x);
        var cancel = new CancelToken();
        assertThatThrownBy(
                        () ->
                                analyser.analyse(
                                        signal,
                                        cancel,
                                        (fraction, message) -> {
                                            if (fraction > 0.2) {
                                                cancel.cancel();
                                            }
                                        }))
                .isInstanceOf(CancellationException.class);

        var broken = new RecordingAnalyser(new BrokenModel());
        assertThatThrownBy(() -> broken.analyse(signal, new CancelToken(), ProgressSink.NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
    }

    private static final class BrokenModel implements EmotionModel {
        @Override
        public ModelDescription description() {
            return new ModelDescription("broken", Path.of("models/broken"), 192, 1, 0.4);
        }

        @Override
        public List<EmotionDistribution> predict(List<LogMel> clips) {
            throw new IllegalStateException("broken");
        }
    }

    private PredictionTimeline analyse(Signal signal) {
        return analyser.analyse(signal, new CancelToken(), ProgressSink.NONE);
    }

    /** A tone whose pitch never rests, as that of a voice. */
    private static void addTone(float[] x, double from, double to, double hz) {
        double phase = 0;
        for (int i = (int) (from * RATE); i < (int) (to * RATE); i++) {
            x[i] += (float) (0.3 * Math.sin(phase));
            phase += 2 * Math.PI * hz * (1 + 0.08 * Math.sin(20.0 * i / RATE)) / RATE;
        }
    }
}

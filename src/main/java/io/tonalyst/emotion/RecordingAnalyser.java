// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import io.tonalyst.emotion.PredictionTimeline.Window;
import io.tonalyst.signal.LogMel;
import io.tonalyst.signal.LogMelExtractor;
import io.tonalyst.signal.Resampler;
import io.tonalyst.signal.Signal;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells the emotions of a whole recording, channel by channel: voice activity, 3 s windows a second
 * apart over the speech, one prediction a window, smoothed and joined into segments. Where nobody
 * speaks there is no emotion. Safe between threads if the model is.
 */
public final class RecordingAnalyser {
    /** Windows the network is asked about at once. */
    private static final int BATCH = 16;

    private final EmotionModel model;
    private final LogMelExtractor extractor = new LogMelExtractor();

    public RecordingAnalyser(EmotionModel model) {
        this.model = model;
    }

    /**
     * Analyses a recording on the calling thread.
     *
     * @param signal any rate, any number of channels, all samples finite
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public PredictionTimeline analyse(Signal signal, CancelToken cancel, ProgressSink progress) {
        var joiner = new SegmentJoiner(model.description().abstainBelow());
        List<Window> windows = new ArrayList<>();
        List<Segment> segments = new ArrayList<>();
        for (int c = 0; c < signal.channels(); c++) {
            ProgressSink part =
                    progress.part((double) c / signal.channels(), (c + 1.0) / signal.channels());
            List<Window> ofChannel = windows(signal, c, cancel, part);
            windows.addAll(ofChannel);
            segments.addAll(joiner.join(ofChannel));
        }
        Optional<EmotionDistribution> overall =
                windows.isEmpty() ? Optional.empty() : Optional.of(SegmentJoiner.mean(windows));
        return new PredictionTimeline(
                signal.seconds(), signal.channels(), windows, segments, overall);
    }

    private List<Window> windows(
            Signal signal, int channel, CancelToken cancel, ProgressSink progress) {
        progress.report(0, "Looking for speech");
        float[] sound =
                Resampler.resample(
                        signal.channel(channel), signal.sampleRate().hertz(), LogMel.SAMPLE_RATE);
        cancel.throwIfCancelled();
        List<SpeechWindow> speech = SpeechWindow.over(VoiceActivity.find(sound));
        List<Window> windows = new ArrayList<>();
        List<Integer> utterances = new ArrayList<>();
        for (int i = 0; i < speech.size(); i += BATCH) {
            cancel.throwIfCancelled();
            progress.report((double) i / speech.size(), "Telling emotions");
            List<SpeechWindow> batch = speech.subList(i, Math.min(speech.size(), i + BATCH));
            List<LogMel> clips = batch.stream().map(w -> image(sound, w)).toList();
            List<EmotionDistribution> answers = model.predict(clips);
            for (int k = 0; k < batch.size(); k++) {
                SpeechWindow w = batch.get(k);
                windows.add(
                        new Window(
                                channel,
                                VoiceActivity.seconds(w.stands().start()),
                                Math.min(signal.seconds(), VoiceActivity.seconds(w.stands().end())),
                                answers.get(k)));
                utterances.add(w.utterance());
            }
        }
        progress.report(1, "Telling emotions");
        return SegmentJoiner.smooth(windows, utterances);
    }

    private LogMel image(float[] sound, SpeechWindow window) {
        return extractor.extract(sound, (int) window.sound().start(), (int) window.sound().end());
    }
}

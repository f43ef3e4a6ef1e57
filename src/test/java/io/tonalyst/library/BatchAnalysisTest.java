// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tonalyst.emotion.EmotionDistribution;
import io.tonalyst.emotion.EmotionModel;
import io.tonalyst.emotion.ModelDescription;
import io.tonalyst.recording.Recording;
import io.tonalyst.recording.RecordingDecoder;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.signal.LogMel;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchAnalysisTest {
    private static final int RECORDINGS = 300;
    private static final int CORRUPT = 137;

    @TempDir Path folder;

    private final AtomicInteger decoded = new AtomicInteger();
    private final List<Path> recordings = new ArrayList<>();
    private final CancelToken cancel = new CancelToken();
    private @Nullable Path needsTooMuch;

    @BeforeEach
    void makeFiles() throws Exception {
        for (int i = 0; i < RECORDINGS; i++) {
            recordings.add(Files.writeString(folder.resolve(i + ".wav"), "sound " + i));
        }
    }

    @Test
    void oneCorruptFileAmongThreeHundredDoesNotStopTheOthers() throws Exception {
        List<Double> fractions = new CopyOnWriteArrayList<>();
        StoredAnalysis[] results = new StoredAnalysis[RECORDINGS];

        batch().run(
                        recordings,
                        false,
                        3,
                        r -> results[r.index()] = r.analysis(),
                        cancel,
                        (fraction, message) -> fractions.add(fraction));

        assertThat(results[CORRUPT].problem()).contains("137.wav is damaged.");
        for (int i = 0; i < RECORDINGS; i++) {
            assertThat(results[i].file().getFileName()).hasToString(i + ".wav");
            assertThat(results[i].timeline().isPresent()).isEqualTo(i != CORRUPT);
        }
        assertThat(fractions).hasSize(RECORDINGS).contains(1.0);
    }

    @Test
    void aRecordingThatDoesNotFitIntoTheMemoryIsTriedAgainTheNextTime() throws Exception {
        needsTooMuch = recordings.get(1);
        List<StoredAnalysis> first = run(recordings.subList(0, 3));

        assertThat(first.get(1).problem().orElseThrow())
                .startsWith(recordings.get(1) + " is not analysed. The memory of the program, ")
                .contains("-Xmx");
        assertThat(first.get(0).timeline()).isPresent();
        assertThat(first.get(2).timeline()).isPresent();

        needsTooMuch = null;
        decoded.set(0);
        assertThat(run(recordings.subList(0, 3)))
                .allSatisfy(analysis -> assertThat(analysis.timeline()).isPresent());
        assertThat(decoded).hasValue(1);
    }

    @Test
    void aCancelledBatchGoesOnWhereItWas() throws Exception {
        var seen = new AtomicInteger();
        assertThatThrownBy(
                        () ->
                                batch().run(
                                                recordings,
                                                true,
                                                2,
                                                r -> {
                                                    if (seen.incrementAndGet() == 100) {
                                                        cancel.cancel();
                                                    }
                                                },
                                                cancel,
                                                ProgressSink.NONE))
                .isInstanceOf(CancellationException.class);
        int before = decoded.getAndSet(0);
        assertThat(before).isBetween(100, 102);

        var kept = new AtomicInteger();
        batch().run(
                        recordings,
                        true,
                        2,
                        r -> kept.addAndGet(r.recording().isEmpty() ? 1 : 0),
                        new CancelToken(),
                        ProgressSink.NONE);

        assertThat(decoded.get()).isBetween(RECORDINGS - before, RECORDINGS - before + 2);
        assertThat(kept.get()).isGreaterThanOrEqualTo(98);
    }

    @Test
    void whatChangedOrIsDamagedIsAnalysedAgain() throws Exception {
        List<Path> three = recordings.subList(0, 3);
        run(three);
        Files.writeString(recordings.get(0), "another sound");
        try (var files = Files.list(folder.resolve("kept"))) {
            for (Path file : files.toList()) {
                if (Files.readString(file).contains("1.wav")) {
                    Files.writeString(file, "{\"version\":1,");
                }
            }
        }
        decoded.set(0);

        run(three);

        assertThat(decoded).hasValue(2);
    }

    @Test
    void resultsComeBackAsTheyWere() throws Exception {
        List<StoredAnalysis> first = run(recordings.subList(0, 1));
        List<StoredAnalysis> second = run(recordings.subList(0, 1));

        assertThat(decoded).hasValue(1);
        assertThat(second.getFirst().timeline().orElseThrow().durationSeconds())
                .isEqualTo(first.getFirst().timeline().orElseThrow().durationSeconds());
        assertThat(AnalysisJson.write(second.getFirst()).toString().replaceAll("\\[D@\\w+", ""))
                .isEqualTo(
                        AnalysisJson.write(first.getFirst())
                                .toString()
                                .replaceAll("\\[D@\\w+", ""));
    }

    @Test
    void aResultThatCannotBeUsedEndsTheBatchAndIsDoneAgain() throws Exception {
        assertThatThrownBy(
                        () ->
                                batch().run(
                                                recordings.subList(0, 5),
                                                true,
                                                1,
                                                r -> {
                                                    throw new IOException("The disk is full.");
                                                },
                                                cancel,
                                                ProgressSink.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage("The disk is full.");

        assertThat(folder.resolve("kept")).doesNotExist();
    }

    private List<StoredAnalysis> run(List<Path> files) throws IOException {
        List<StoredAnalysis> results = new CopyOnWriteArrayList<>();
        batch().run(
                        files,
                        true,
                        1,
                        r -> results.add(r.analysis()),
                        new CancelToken(),
                        ProgressSink.NONE);
        return results;
    }

    private BatchAnalysis batch() {
        RecordingDecoder decoder =
                (file, token, progress) -> {
                    decoded.incrementAndGet();
                    if (file.equals(needsTooMuch)) {
                        throw new OutOfMemoryError("Java heap space");
                    }
                    if (file.endsWith(CORRUPT + ".wav")) {
                        throw new RecordingException(CORRUPT + ".wav is damaged.");
                    }
                    return new Recording(
                            file,
                            new Signal(new SampleRate(8000), new float[800]),
                            "wav, pcm_mulaw");
                };
        EmotionModel model =
                new EmotionModel() {
                    @Override
                    public ModelDescription description() {
                        return new ModelDescription("test", Path.of("."), 188, 1, 0.4);
                    }

                    @Override
                    public List<EmotionDistribution> predict(List<LogMel> clips) {
                        return clips.stream()
                                .map(c -> EmotionDistribution.of(1, 1, 1, 1, 1, 1, 1, 1))
                                .toList();
                    }
                };
        return new BatchAnalysis(
                decoder, model, Optional.of(new AnalysisStore(folder.resolve("kept"))));
    }
}

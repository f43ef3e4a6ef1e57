// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.playback.AudioSinks;
import io.tonalyst.playback.ResponseDiagnostic;
import io.tonalyst.playback.SyncDiagnostic;
import io.tonalyst.playback.SyncReport;
import io.tonalyst.sonify.ScoreCheck;
import io.tonalyst.video.VideoFormat;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code tonalyst bench sound}: what is promised of sound and its picture, and whether it is kept.
 */
@Command(
        name = "sound",
        mixinStandardHelpOptions = true,
        description =
                "Measures what is promised of sound: onsets, pitch, level and edges of notes, the"
                        + " same bytes again, the drawn time, pause and scrub; and says what is kept.")
final class BenchSoundCommand implements Callable<Integer> {
    private static final double MAX_SECONDS = 3600;

    /** The longest film that is looked through: ten minutes. */
    private static final int FILM_SECONDS = 600;

    /** Pauses and scrubs. */
    private static final int ROUNDS = 10;

    @Option(
            names = "--seconds",
            defaultValue = "20",
            description =
                    "Length of the run that compares picture and sound, 1 to 3600 (default"
                            + " ${DEFAULT-VALUE}; the promise on drift is of 600).")
    private double seconds;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /**
     * What was measured.
     *
     * @param device what was played on
     * @param audible whether it can be heard
     * @param seconds length of the comparison of picture and sound
     * @param notes looked at
     * @param kept whether all is kept
     * @param promises each figure by its name
     */
    record Result(
            String device,
            boolean audible,
            double seconds,
            int notes,
            boolean kept,
            Map<String, Figure> promises) {}

    /** A figure beside what is promised. */
    record Figure(double measured, double atMost, boolean kept) {}

    @Override
    public Integer call() throws Exception {
        if (!(seconds >= 1 && seconds <= MAX_SECONDS)) {
            throw new ParameterException(
                    spec.commandLine(), "--seconds lies between 1 and 3600, not at " + seconds);
        }
        var promises = new ArrayList<Promise>();
        var scores = new BenchScores();
        ScoreCheck.Figures notes = scores.figures();
        promises.add(Promise.atMost("note onset samples", notes.onsetSamples(), 1));
        promises.add(Promise.atMost("pitch cents", notes.cents(), 2));
        promises.add(Promise.atMost("peak db of full scale", scores.peakDb(), -1));
        promises.add(Promise.atMost("clipped samples", scores.clipped(), 0));
        promises.add(Promise.atMost("step at note edges", notes.edgeStep(), 0.01));
        promises.add(Promise.atMost("days skipped at any speed", scores.skipped(), 0));
        promises.add(Promise.atMost("files that differ when repeated", scores.differing(), 0));
        promises.addAll(films());
        SyncReport sync =
                new SyncDiagnostic(AudioSinks::open)
                        .run(seconds, new CancelToken(), ProgressSink.NONE);
        promises.addAll(Promise.ofClock(sync, "drawn time "));
        ResponseDiagnostic.Report response = new ResponseDiagnostic(AudioSinks::open).run(ROUNDS);
        promises.add(Promise.atMost("pause to silence ms", response.pauseMs(), 80));
        promises.add(Promise.atMost("scrub to sound ms", response.scrubMs(), 100));
        promises.add(Promise.atMost("scrubs that do not sound", response.unheard(), 0));
        print(sync, notes.notes(), promises);
        return TonalystCommand.OK;
    }

    /** Pictures at their times, and the sound that belongs to each. */
    private static List<Promise> films() {
        double picture = 0;
        double drift = 0;
        for (int rate : new int[] {24, 25, 30, 60}) {
            VideoFormat format = VideoFormat.of("1080p", rate).orElseThrow();
            for (long k = 0; k <= (long) FILM_SECONDS * rate; k++) {
                double at = format.seconds(k);
                picture = Math.max(picture, Math.abs(at * rate - k));
                double sound = BenchScores.RATE.seconds(BenchScores.RATE.frames(at));
                drift = Math.max(drift, 1000 * Math.abs(sound - at));
            }
        }
        double sample = 1000.0 / BenchScores.RATE.hertz();
        return List.of(
                Promise.atMost("film picture off its time pictures", picture, 1e-9),
                Promise.atMost("film sound off its picture ms", drift, sample));
    }

    private void print(SyncReport sync, int notes, List<Promise> promises) {
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            out.println(sync.device() + ":");
            promises.forEach(promise -> out.println(promise.inWords()));
            out.flush();
            return;
        }
        var figures = new LinkedHashMap<String, Figure>();
        for (Promise promise : promises) {
            String key = promise.what().replace("%", "percent").replaceAll("[^a-z0-9]+", "_");
            figures.put(key, new Figure(promise.measured(), promise.atMost(), promise.met()));
        }
        boolean kept = promises.stream().allMatch(Promise::met);
        Json.write(
                out,
                new Result(sync.device(), sync.audible(), sync.seconds(), notes, kept, figures));
    }
}

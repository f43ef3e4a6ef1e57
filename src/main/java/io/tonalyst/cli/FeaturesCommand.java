// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.recording.Recording;
import io.tonalyst.recording.RecordingDecoder;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.signal.ReferenceFeatureExtractor;
import io.tonalyst.signal.ReferenceFeatures;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.FrameRange;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tonalyst features}: the reference's 162 features of recordings. */
@Command(
        name = "features",
        mixinStandardHelpOptions = true,
        description =
                "Computes the 162 features of the reference notebooks (zero-crossing rate, chroma,"
                        + " MFCC, RMS, mel spectrogram; means over frames, as librosa 0.11 defines"
                        + " them at 22,050 Hz) for each recording.")
final class FeaturesCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Recordings: wav, mp3, m4a, ogg, opus, flac and others.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private List<Path> files;

    @Option(
            names = "--offset",
            paramLabel = "S",
            defaultValue = "0",
            description = "Where to begin, in seconds (default ${DEFAULT-VALUE}).")
    private double offset;

    @Option(
            names = "--duration",
            paramLabel = "S",
            description = "How much to take, in seconds (default: up to the end).")
    private @Nullable Double duration;

    @Option(
            names = "--json",
            description =
                    "Print one JSON object for one file, an array for several; a file that failed"
                            + " has the sentence about it in place of features.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        requireSeconds("--offset", offset, offset >= 0);
        if (duration != null) {
            requireSeconds("--duration", duration, duration > 0);
        }
        PrintWriter out = spec.commandLine().getOut();
        var decoder = new FfmpegDecoder();
        var extractor = new ReferenceFeatureExtractor();
        List<Object> documents = new ArrayList<>();
        boolean failed = false;
        for (Path file : files) {
            try {
                Document document = extract(file, decoder, extractor);
                documents.add(document);
                if (!json) {
                    print(document, out);
                }
            } catch (RecordingException e) {
                failed = true;
                documents.add(new Failure(file.toString(), String.valueOf(e.getMessage())));
                spec.commandLine().getErr().println("tonalyst: " + e.getMessage());
            }
        }
        if (json) {
            Json.write(out, files.size() == 1 ? documents.getFirst() : documents);
        }
        out.flush();
        return failed ? TonalystCommand.SOME_FAILED : TonalystCommand.OK;
    }

    private void requireSeconds(String option, double value, boolean inRange) {
        if (!inRange || Double.isInfinite(value)) {
            throw new ParameterException(
                    spec.commandLine(),
                    option
                            + " is a number of seconds, "
                            + (option.equals("--offset") ? "0 or more" : "more than 0")
                            + ", not "
                            + value
                            + ".");
        }
    }

    private Document extract(
            Path file, RecordingDecoder decoder, ReferenceFeatureExtractor extractor)
            throws RecordingException {
        Recording recording = decoder.decode(file, new CancelToken(), ProgressSink.NONE);
        recording
                .damage()
                .ifPresent(
                        sentence -> spec.commandLine().getErr().println("tonalyst: " + sentence));
        Signal whole = recording.signal();
        // Cut down to whole frames, as the reference does.
        int rate = whole.sampleRate().hertz();
        long start = (long) (offset * rate);
        long length = duration == null ? Long.MAX_VALUE : (long) (duration * rate);
        if (start >= whole.frames() || length == 0) {
            throw new RecordingException(
                    String.format(
                            Locale.ROOT,
                            "%s lasts %.3f s, so that nothing is left of it with --offset %s%s.",
                            file,
                            whole.seconds(),
                            offset,
                            duration == null ? "" : " --duration " + duration));
        }
        long end = start + Math.min(length, whole.frames() - start);
        float[] x = ReferenceFeatures.prepare(whole.slice(new FrameRange(start, end)));
        return Document.of(recording, x.length, extractor.extract(x));
    }

    private static void print(Document document, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s: %,d samples at %,d Hz%n",
                document.file,
                document.samples,
                document.sampleRate);
        print("zcr", document.zcr, out);
        print("chroma_stft", document.chroma, out);
        print("mfcc", document.mfcc, out);
        print("rms", document.rms, out);
        print("melspectrogram", document.mel, out);
    }

    private static void print(String group, double[] values, PrintWriter out) {
        String row =
                Arrays.stream(values)
                        .limit(ReferenceFeatures.CHROMA)
                        .mapToObj(value -> String.format(Locale.ROOT, "%9.4g", value))
                        .collect(Collectors.joining(" "));
        String rest =
                values.length > ReferenceFeatures.CHROMA
                        ? " ... (" + values.length + " values)"
                        : "";
        out.printf("  %-14s %s%s%n", group, row, rest);
    }

    /** What is printed for a file that failed. */
    private record Failure(String file, String error) {}

    /** What is printed for one file; arrays of one value where the reference has one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Document(
            String file,
            @Nullable String damage,
            @JsonProperty("sample_rate") int sampleRate,
            int samples,
            double[] zcr,
            @JsonProperty("chroma_stft") double[] chroma,
            double[] mfcc,
            double[] rms,
            @JsonProperty("melspectrogram") double[] mel) {
        static Document of(Recording recording, int samples, ReferenceFeatures features) {
            return new Document(
                    recording.file().toString(),
                    recording.damage().orElse(null),
                    ReferenceFeatures.SAMPLE_RATE,
                    samples,
                    new double[] {features.zeroCrossingRate()},
                    features.chroma(),
                    features.mfcc(),
                    new double[] {features.rms()},
                    features.mel());
        }
    }
}

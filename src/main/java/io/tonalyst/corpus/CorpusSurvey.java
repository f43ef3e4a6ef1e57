// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import io.tonalyst.corpus.CorpusSummary.Durations;
import io.tonalyst.corpus.CorpusSummary.OfClass;
import io.tonalyst.corpus.CorpusSummary.OfCorpus;
import io.tonalyst.corpus.CorpusSummary.OfSpeaker;
import io.tonalyst.recording.RecordingDecoder;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.signal.LogMel;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts and measures the clips of corpora. Every clip is read whole, on all cores. */
public final class CorpusSurvey {
    /** Width of the bins of the histograms, in seconds. */
    public static final double BIN_SECONDS = 0.25;

    /** Longer clips count in the last bin, so that one odd file makes no endless histogram. */
    private static final int MAX_BINS = 80;

    private static final Logger LOG = LoggerFactory.getLogger(CorpusSurvey.class);
    private static final int REPORT_EVERY = 200;

    private final RecordingDecoder decoder;

    public CorpusSurvey(RecordingDecoder decoder) {
        this.decoder = decoder;
    }

    private record Measured(Clip clip, double seconds) {}

    /**
     * Measures the clips that were found.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public CorpusSummary survey(CorpusScan scan, CancelToken cancel, ProgressSink progress) {
        Map<String, Double> seconds = new ConcurrentHashMap<>();
        Map<String, String> problems = new ConcurrentHashMap<>();
        var done = new AtomicInteger();
        int all = scan.clips().size();
        scan.clips().parallelStream()
                .forEach(
                        clip -> {
                            cancel.throwIfCancelled();
                            try {
                                seconds.put(clip.id(), seconds(clip, cancel));
                            } catch (CorpusException | RecordingException e) {
                                LOG.warn("Clip {} is not counted", clip.id(), e);
                                problems.put(clip.id(), String.valueOf(e.getMessage()));
                            }
                            int n = done.incrementAndGet();
                            if (n % REPORT_EVERY == 0 || n == all) {
                                progress.report((double) n / all, "Measured " + n + " of " + all);
                            }
                        });
        List<Measured> measured = new ArrayList<>();
        for (Clip clip : scan.clips()) {
            Double length = seconds.get(clip.id());
            if (length != null) {
                measured.add(new Measured(clip, length));
            }
        }
        List<String> told = new ArrayList<>(scan.problems());
        told.addAll(new TreeMap<>(problems).values());
        return new CorpusSummary(BIN_SECONDS, corpora(measured), scan.unknown(), told);
    }

    private double seconds(Clip clip, CancelToken cancel)
            throws CorpusException, RecordingException {
        if (clip.kind() == ClipKind.LOG_MEL) {
            return (double) LogMelPng.read(clip.path()).frames() * LogMel.HOP / LogMel.SAMPLE_RATE;
        }
        double whole = decoder.decode(clip.path(), cancel, ProgressSink.NONE).signal().seconds();
        ClipPart part = clip.part();
        return Math.max(0, Math.min(whole, part.endSeconds()) - part.startSeconds());
    }

    private static List<OfCorpus> corpora(List<Measured> measured) {
        return Corpus.among(measured.stream().map(Measured::clip).toList()).stream()
                .map(
                        corpus ->
                                corpus(
                                        corpus,
                                        measured.stream()
                                                .filter(m -> m.clip().corpus().equals(corpus))
                                                .toList()))
                .toList();
    }

    private static OfCorpus corpus(Corpus corpus, List<Measured> clips) {
        List<Measured> known = clips.stream().filter(m -> !m.clip().speaker().isEmpty()).toList();
        return new OfCorpus(
                corpus.title(),
                corpus.licence(),
                clips.size(),
                (int) clips.stream().filter(m -> m.clip().kind() == ClipKind.LOG_MEL).count(),
                durations(clips),
                group(clips, m -> m.clip().emotion()).entrySet().stream()
                        .map(
                                e ->
                                        new OfClass(
                                                e.getKey().key(),
                                                e.getValue().size(),
                                                speakers(e.getValue()),
                                                durations(e.getValue())))
                        .toList(),
                group(known, m -> m.clip().speaker()).entrySet().stream()
                        .map(e -> speaker(e.getKey(), e.getValue()))
                        .toList());
    }

    private static int speakers(List<Measured> clips) {
        return (int)
                clips.stream()
                        .map(m -> m.clip().speaker())
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .count();
    }

    private static OfSpeaker speaker(String name, List<Measured> clips) {
        return new OfSpeaker(
                name,
                clips.getFirst().clip().sex().name().toLowerCase(Locale.ROOT),
                clips.size(),
                clips.stream().mapToDouble(Measured::seconds).sum());
    }

    /** Groups in the natural order of their keys. */
    private static <K extends Comparable<K>> Map<K, List<Measured>> group(
            List<Measured> clips, Function<Measured, K> key) {
        return clips.stream()
                .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    private static Durations durations(List<Measured> clips) {
        double[] sorted = clips.stream().mapToDouble(Measured::seconds).sorted().toArray();
        int n = sorted.length;
        int[] counts = new int[Math.min(MAX_BINS, (int) (sorted[n - 1] / BIN_SECONDS) + 1)];
        for (double seconds : sorted) {
            counts[Math.min(counts.length - 1, (int) (seconds / BIN_SECONDS))]++;
        }
        return new Durations(
                Arrays.stream(sorted).sum(),
                sorted[0],
                n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2,
                sorted[n - 1],
                Arrays.stream(counts).boxed().toList());
    }
}

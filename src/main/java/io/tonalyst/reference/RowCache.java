// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

import io.tonalyst.corpus.Clip;
import io.tonalyst.corpus.CorpusException;
import io.tonalyst.emotion.Sha256;
import io.tonalyst.recording.RecordingDecoder;
import io.tonalyst.signal.FrameFeatures;
import io.tonalyst.signal.ReferenceFeatureExtractor;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import io.tonalyst.work.WholeFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes the rows of a pipeline once and keeps them in one file, named by the pipeline, the seed
 * and the paths, sizes and times of the clips, so that a changed corpus is read anew.
 */
public final class RowCache {
    private static final Logger LOG = LoggerFactory.getLogger(RowCache.class);
    private static final String FORMAT = "tonalyst reference rows 1";
    private static final int REPORT_EVERY = 100;

    private final Path folder;
    private final ReferenceClipReader reader;
    private final ReferenceFeatureExtractor features = new ReferenceFeatureExtractor();
    private final FrameFeatures frames = new FrameFeatures();

    /**
     * @param folder where the files are kept
     */
    public RowCache(Path folder, RecordingDecoder decoder) {
        this.folder = folder;
        this.reader = new ReferenceClipReader(decoder);
    }

    /**
     * The rows of the clips, from the cache if it holds them. Clips that cannot be read are left
     * out and reported in {@link ReferenceRows#problems()}.
     *
     * @param clips with sound
     * @param seed of noise and shift
     * @throws IOException with one sentence, if no clip can be read or the folder not be written
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public ReferenceRows load(
            ReferencePipeline pipeline,
            List<Clip> clips,
            long seed,
            CancelToken cancel,
            ProgressSink progress)
            throws IOException {
        Path file = folder.resolve("reference-" + key(pipeline, clips, seed) + ".bin");
        if (Files.isRegularFile(file)) {
            try {
                return read(file, pipeline, clips);
            } catch (IOException e) {
                LOG.warn("The cache {} is damaged and will be made anew", file, e);
            }
        }
        Map<String, String> problems = new ConcurrentHashMap<>();
        Map<Clip, List<float[]>> values =
                compute(pipeline, clips, seed, problems, cancel, progress);
        if (values.isEmpty()) {
            throw new IOException("None of the " + clips.size() + " clips could be read.");
        }
        Files.createDirectories(folder);
        List<String> sentences = List.copyOf(new TreeMap<>(problems).values());
        WholeFile.write(file, part -> write(part, values, sentences));
        return new ReferenceRows(pipeline, values, sentences);
    }

    private Map<Clip, List<float[]>> compute(
            ReferencePipeline pipeline,
            List<Clip> clips,
            long seed,
            Map<String, String> problems,
            CancelToken cancel,
            ProgressSink progress) {
        Map<Clip, List<float[]>> done = new ConcurrentHashMap<>();
        var count = new AtomicInteger();
        clips.parallelStream()
                .forEach(
                        clip -> {
                            try {
                                done.put(clip, ofClip(pipeline, clip, seed, cancel));
                            } catch (CorpusException e) {
                                LOG.warn("Clip {} is skipped", clip.id(), e);
                                problems.put(clip.id(), String.valueOf(e.getMessage()));
                            }
                            int n = count.incrementAndGet();
                            if (n % REPORT_EVERY == 0 || n == clips.size()) {
                                progress.report(
                                        (double) n / clips.size(),
                                        "Computed " + n + " of " + clips.size() + " clips");
                            }
                        });
        Map<Clip, List<float[]>> inOrder = new LinkedHashMap<>();
        for (Clip clip : clips) {
            List<float[]> ofClip = done.get(clip);
            if (ofClip != null) {
                inOrder.put(clip, ofClip);
            }
        }
        return inOrder;
    }

    private List<float[]> ofClip(
            ReferencePipeline pipeline, Clip clip, long seed, CancelToken cancel)
            throws CorpusException {
        cancel.throwIfCancelled();
        float[] x = reader.read(clip, cancel);
        var random = new SplittableRandom(31 * seed + clip.id().hashCode());
        List<float[]> values = new ArrayList<>();
        for (Variant variant : pipeline.variants()) {
            float[] y = ClipAugmenter.apply(variant, x, random);
            values.add(
                    switch (pipeline) {
                        case FEATURES -> single(features.extract(y).toArray());
                        case FRAMES -> frames.extract(y);
                    });
        }
        return values;
    }

    private static float[] single(double[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (float) values[i];
        }
        return rounded;
    }

    private static void write(Path file, Map<Clip, List<float[]>> values, List<String> problems)
            throws IOException {
        try (var out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeUTF(FORMAT);
            out.writeInt(values.size());
            for (var entry : values.entrySet()) {
                out.writeUTF(entry.getKey().id());
                for (float[] row : entry.getValue()) {
                    out.writeInt(row.length);
                    for (float value : row) {
                        out.writeFloat(value);
                    }
                }
            }
            out.writeInt(problems.size());
            for (String problem : problems) {
                out.writeUTF(problem);
            }
        }
    }

    private static ReferenceRows read(Path file, ReferencePipeline pipeline, List<Clip> clips)
            throws IOException {
        Map<String, Clip> byId = new TreeMap<>();
        clips.forEach(clip -> byId.put(clip.id(), clip));
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (!in.readUTF().equals(FORMAT)) {
                throw new IOException("Another format");
            }
            Map<Clip, List<float[]>> values = new LinkedHashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                Clip clip = byId.get(in.readUTF());
                if (clip == null) {
                    throw new IOException("An unknown clip");
                }
                List<float[]> rows = new ArrayList<>();
                for (int i = 0; i < pipeline.variants().size(); i++) {
                    rows.add(readRow(in, ReferenceRows.inputs(pipeline)));
                }
                values.put(clip, rows);
            }
            List<String> problems = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                problems.add(in.readUTF());
            }
            return new ReferenceRows(pipeline, values, problems);
        }
    }

    private static float[] readRow(DataInputStream in, int most) throws IOException {
        int length = in.readInt();
        if (length < 1 || length > most) {
            throw new IOException("A damaged row");
        }
        float[] row = new float[length];
        for (int i = 0; i < length; i++) {
            row[i] = in.readFloat();
        }
        return row;
    }

    private static String key(ReferencePipeline pipeline, List<Clip> clips, long seed)
            throws IOException {
        var text = new StringBuilder(FORMAT).append(pipeline).append(seed);
        for (Clip clip : clips) {
            text.append('\n')
                    .append(clip.path().toAbsolutePath().normalize())
                    .append(' ')
                    .append(Files.size(clip.path()))
                    .append(' ')
                    .append(Files.getLastModifiedTime(clip.path()).toMillis());
        }
        return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }
}

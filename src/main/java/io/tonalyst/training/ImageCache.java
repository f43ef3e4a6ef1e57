// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import io.tonalyst.corpus.Clip;
import io.tonalyst.corpus.ClipReader;
import io.tonalyst.corpus.CorpusException;
import io.tonalyst.emotion.NetworkImage;
import io.tonalyst.emotion.Sha256;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the images of clips once and keeps them in one file, named by the paths, sizes and times of
 * the clips, so that a changed corpus is read anew.
 */
public final class ImageCache {
    private static final Logger LOG = LoggerFactory.getLogger(ImageCache.class);
    private static final String FORMAT = "tonalyst clip images 2";
    private static final int MAX_IMAGE_BYTES = 1 << 20;

    private final Path folder;
    private final ClipReader reader;

    public ImageCache(Path folder, ClipReader reader) {
        this.folder = folder;
        this.reader = reader;
    }

    /**
     * The images of the clips, from the cache if it holds them. Clips that cannot be read are left
     * out and reported in {@link ClipImages#problems()}.
     *
     * @throws IOException with one sentence, if the cache folder cannot be written
     */
    public ClipImages load(List<Clip> clips, CancelToken cancel, ProgressSink progress)
            throws IOException {
        Path file = folder.resolve("images-" + key(clips) + ".bin");
        if (Files.isRegularFile(file)) {
            try {
                return read(file, clips);
            } catch (IOException e) {
                LOG.warn("The cache {} is damaged and will be made anew", file, e);
            }
        }
        ClipImages images = compute(clips, cancel, progress);
        Files.createDirectories(folder);
        WholeFile.write(file, part -> write(part, images));
        return images;
    }

    private ClipImages compute(List<Clip> clips, CancelToken cancel, ProgressSink progress) {
        Map<String, ClipImage> done = new ConcurrentHashMap<>();
        Map<String, String> failed = new ConcurrentHashMap<>();
        var count = new AtomicInteger();
        clips.parallelStream()
                .forEach(
                        clip -> {
                            cancel.throwIfCancelled();
                            try {
                                NetworkImage image = NetworkImage.of(reader.read(clip, cancel));
                                done.put(clip.id(), ClipImage.of(clip, image));
                            } catch (CorpusException e) {
                                LOG.warn("Clip {} is skipped", clip.id(), e);
                                failed.put(clip.id(), String.valueOf(e.getMessage()));
                            }
                            int n = count.incrementAndGet();
                            if (n % 500 == 0 || n == clips.size()) {
                                progress.report(
                                        (double) n / clips.size(),
                                        "Read " + n + " of " + clips.size() + " clips");
                            }
                        });
        return new ClipImages(
                new ArrayList<>(new TreeMap<>(done).values()),
                new ArrayList<>(new TreeMap<>(failed).values()));
    }

    private static void write(Path file, ClipImages images) throws IOException {
        try (var out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeUTF(FORMAT);
            out.writeInt(images.clips().size());
            for (Clip clip : images.clips()) {
                ClipImage image = images.of(clip);
                out.writeUTF(clip.id());
                out.writeInt(image.levels().length);
                out.write(image.levels());
            }
            out.writeInt(images.problems().size());
            for (String problem : images.problems()) {
                out.writeUTF(problem);
            }
        }
    }

    private static ClipImages read(Path file, List<Clip> clips) throws IOException {
        Map<String, Clip> byId = new TreeMap<>();
        clips.forEach(clip -> byId.put(clip.id(), clip));
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (!in.readUTF().equals(FORMAT)) {
                throw new IOException("Another format");
            }
            int count = Math.min(in.readInt(), clips.size());
            List<ClipImage> images = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                Clip clip = byId.get(in.readUTF());
                int size = in.readInt();
                if (clip == null || size < 1 || size > MAX_IMAGE_BYTES) {
                    throw new IOException("A damaged entry");
                }
                byte[] levels = new byte[size];
                in.readFully(levels);
                images.add(new ClipImage(clip, size / NetworkImage.BANDS, levels));
            }
            List<String> problems = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                problems.add(in.readUTF());
            }
            return new ClipImages(images, problems);
        }
    }

    private static String key(List<Clip> clips) throws IOException {
        var text = new StringBuilder(FORMAT);
        for (Clip clip : clips) {
            text.append('\n')
                    .append(clip.path().toAbsolutePath().normalize())
                    .append(' ')
                    .append(Files.size(clip.path()))
                    .append(' ')
                    .append(Files.getLastModifiedTime(clip.path()).toMillis());
            if (!clip.corpus().isPublished()) {
                text.append(' ').append(clip.id()).append(clip.part().suffix());
            }
        }
        return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }
}

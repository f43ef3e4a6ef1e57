// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import io.tonalyst.signal.LogMel;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import io.tonalyst.work.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes clips as a folder of log-mel images with a {@code clips.csv}, which can be trained on in
 * place of the recordings.
 */
public final class ImageExport {
    private static final Logger LOG = LoggerFactory.getLogger(ImageExport.class);
    private static final String HEADER = "clip,label,speaker,corpus,recording";
    private static final int REPORT_EVERY = 100;

    private final ClipReader reader;

    public ImageExport(ClipReader reader) {
        this.reader = reader;
    }

    /**
     * What was written.
     *
     * @param clips number of images
     * @param problems one sentence for each clip that could not be read
     */
    public record Outcome(int clips, List<String> problems) {
        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Writes the images; the index comes last, so that a folder with an index is whole.
     *
     * @param folder made if missing; must be empty
     * @param anonymise whether numbers take the place of the names of clips, speakers and
     *     recordings
     * @throws CorpusException with one sentence, if the folder is not empty or cannot be written
     * @throws java.util.concurrent.CancellationException when the token is raised
     */
    public Outcome write(
            List<Clip> clips,
            Path folder,
            boolean anonymise,
            CancelToken cancel,
            ProgressSink progress)
            throws CorpusException {
        makeEmpty(folder);
        ImageNames names = anonymise ? ImageNames.numbered(clips) : ImageNames.kept();
        Map<String, String> failed = new ConcurrentHashMap<>();
        var count = new AtomicInteger();
        try {
            clips.parallelStream()
                    .forEach(
                            clip -> {
                                cancel.throwIfCancelled();
                                try {
                                    write(clip, folder.resolve(names.clip(clip) + ".png"), cancel);
                                } catch (CorpusException e) {
                                    LOG.warn("Clip {} is not exported", clip.id(), e);
                                    failed.put(clip.id(), String.valueOf(e.getMessage()));
                                }
                                int n = count.incrementAndGet();
                                if (n % REPORT_EVERY == 0 || n == clips.size()) {
                                    progress.report(
                                            (double) n / clips.size(),
                                            "Written " + n + " of " + clips.size() + " images");
                                }
                            });
            List<Clip> written = clips.stream().filter(c -> !failed.containsKey(c.id())).toList();
            WholeFile.write(folder.resolve(ClipTable.INDEX), index(written, names));
            return new Outcome(written.size(), new ArrayList<>(new TreeMap<>(failed).values()));
        } catch (IOException | UncheckedIOException e) {
            // Where one image cannot be written the others cannot either.
            throw new CorpusException(
                    "The images cannot be written to " + folder + ": check that there is room.", e);
        }
    }

    private static void makeEmpty(Path folder) throws CorpusException {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> list = Files.list(folder)) {
                if (list.findAny().isPresent()) {
                    throw new CorpusException(
                            "The folder " + folder + " is not empty; name a new or an empty one.");
                }
            }
        } catch (IOException e) {
            throw new CorpusException(
                    "The folder " + folder + " cannot be made; choose another.", e);
        }
    }

    private void write(Clip clip, Path file, CancelToken cancel) throws CorpusException {
        LogMel image = reader.read(clip, cancel);
        if (!LogMelPng.fits(image)) {
            throw new CorpusException(clip.path() + " is too long for a clip; cut it.");
        }
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            LogMelPng.write(image, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String index(List<Clip> clips, ImageNames names) {
        var text = new StringBuilder(HEADER).append('\n');
        clips.stream()
                .map(
                        clip ->
                                String.join(
                                        ",",
                                        names.clip(clip),
                                        clip.emotion().key(),
                                        names.speaker(clip),
                                        clip.corpus().title(),
                                        names.recording(clip)))
                .sorted()
                .forEach(row -> text.append(row).append('\n'));
        return text.toString();
    }
}

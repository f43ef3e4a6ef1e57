// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import io.tonalyst.join.AnalysedRecording;
import io.tonalyst.library.KeptResults;
import io.tonalyst.library.LibraryEntry;
import io.tonalyst.library.LibraryModel;
import io.tonalyst.library.NamePattern;
import io.tonalyst.library.StoredAnalysis;
import io.tonalyst.recording.AudioFiles;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.review.Review;
import io.tonalyst.ui.kpi.calls.CallRecordings;
import io.tonalyst.work.Job;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The recordings of the library, for the calls they belong to. */
final class LibraryRecordings implements CallRecordings {
    private static final int MAX_THREADS = 4;

    private final LibraryModel library;
    private final Function<Path, Review> reviews;
    private final KeptResults results;
    private final BiConsumer<Path, String> opened;

    /**
     * @param reviews what a person says of a recording
     * @param opened shows a recording, with a way back
     */
    LibraryRecordings(
            LibraryModel library,
            Function<Path, Review> reviews,
            KeptResults results,
            BiConsumer<Path, String> opened) {
        this.library = library;
        this.reviews = reviews;
        this.results = results;
        this.opened = opened;
    }

    @Override
    public int count() {
        return library.entries().size();
    }

    @Override
    public String names() {
        return library.pattern().map(NamePattern::text).orElse("");
    }

    @Override
    public void add(List<Path> filesAndFolders) {
        library.add(filesAndFolders);
    }

    @Override
    public Job<List<AnalysedRecording>> gather(List<Path> more, NamePattern names) {
        List<Path> known = library.entries().stream().map(LibraryEntry::file).toList();
        Map<Path, Review> said = new HashMap<>();
        known.forEach(file -> said.put(file, reviews.apply(file)));
        more.stream()
                .map(file -> file.toAbsolutePath().normalize())
                .forEach(file -> said.put(file, reviews.apply(file)));
        return (cancel, progress) -> {
            Set<Path> files = new LinkedHashSet<>(known);
            for (Path file : AudioFiles.expand(more, LibraryModel.MAX_RECORDINGS, cancel)) {
                files.add(file.toAbsolutePath().normalize());
            }
            int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MAX_THREADS);
            Map<Path, StoredAnalysis> analysed =
                    results.of(List.copyOf(files), new FfmpegDecoder(), threads, cancel, progress);
            List<AnalysedRecording> all = new ArrayList<>();
            for (Path file : files) {
                all.add(
                        new AnalysedRecording(
                                file,
                                names.read(file),
                                Optional.ofNullable(analysed.get(file))
                                        .flatMap(StoredAnalysis::timeline),
                                said.getOrDefault(file, Review.NONE)));
            }
            return all;
        };
    }

    @Override
    public void open(Path recording, String from) {
        opened.accept(recording, from);
    }
}

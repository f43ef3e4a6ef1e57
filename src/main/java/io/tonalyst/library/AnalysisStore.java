// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.library;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tonalyst.emotion.Sha256;
import io.tonalyst.work.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Results of analyses in a folder, one file a recording, each written whole or not at all. A result
 * counts only for the same file, by size and time, and the same model; one that is damaged counts
 * as none. Safe between threads.
 */
public final class AnalysisStore {
    private static final Logger LOG = LoggerFactory.getLogger(AnalysisStore.class);
    private static final long MAX_BYTES = 64L << 20;

    private final Path folder;
    private final JsonMapper mapper =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(16)
                                                    .maxStringLength(100_000)
                                                    .build())
                                    .build())
                    .build();

    public AnalysisStore(Path folder) {
        this.folder = folder;
    }

    /** The store of the person who runs the program. */
    public static AnalysisStore ofUser() {
        return new AnalysisStore(
                Path.of(System.getProperty("user.home", "."), ".tonalyst", "analyses"));
    }

    /** The result for a recording as it lies there now. */
    public Optional<StoredAnalysis> find(Path recording, ModelKey model) {
        Path absolute = recording.toAbsolutePath().normalize();
        Path file = fileOf(absolute);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
                return Optional.empty();
            }
            StoredAnalysis stored =
                    AnalysisJson.read(mapper.readTree(Files.readAllBytes(file)), absolute);
            return stored.model().isSame(model) && stored.stamp().equals(FileStamp.of(absolute))
                    ? Optional.of(stored)
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The kept analysis {} cannot be read; it will be made anew", file, e);
            return Optional.empty();
        }
    }

    /**
     * Keeps a result.
     *
     * @throws IOException with one sentence if the folder takes no files
     */
    public void save(StoredAnalysis analysis) throws IOException {
        try {
            Files.createDirectories(folder);
            WholeFile.write(
                    fileOf(analysis.file()),
                    mapper.writeValueAsString(AnalysisJson.write(analysis)));
        } catch (IOException e) {
            throw new IOException(
                    "Results cannot be kept in "
                            + folder
                            + ": check that the folder may be written to and has room.",
                    e);
        }
    }

    private Path fileOf(Path recording) {
        String hash = Sha256.of(recording.toString().getBytes(StandardCharsets.UTF_8));
        return folder.resolve(hash.substring(0, 32) + ".json");
    }
}

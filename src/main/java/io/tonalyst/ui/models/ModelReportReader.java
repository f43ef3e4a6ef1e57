// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tonalyst.corpus.CorpusSummary;
import io.tonalyst.emotion.ModelException;
import io.tonalyst.emotion.ModelManifest;
import io.tonalyst.training.JsonFiles;
import io.tonalyst.training.ModelData;
import io.tonalyst.training.RunLog;
import io.tonalyst.training.robustness.RobustnessReport;
import io.tonalyst.work.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what the folder of a model says of it. What is missing is left out; a file that is damaged
 * costs only what it would have told.
 */
final class ModelReportReader {
    private static final Logger LOG = LoggerFactory.getLogger(ModelReportReader.class);

    private static final long MAX_CARD_BYTES = 1 << 20;

    private final Path folder;
    private final List<String> problems = new ArrayList<>();

    private ModelReportReader(Path folder) {
        this.folder = folder;
    }

    /** A part of the report that is read from files. */
    private interface Source<T> {
        T read() throws IOException;
    }

    /**
     * @throws ModelException with one sentence, if there is no readable manifest
     */
    static ModelReport read(Path folder) throws ModelException {
        return new ModelReportReader(folder).read();
    }

    /** Folders that hold a model, {@code first} at their head. */
    static List<Path> models(Path parent, Path first) {
        List<Path> found = new ArrayList<>(List.of(first));
        try (Stream<Path> folders = Files.list(parent)) {
            folders.filter(f -> Files.isRegularFile(f.resolve(ModelManifest.FILE)))
                    .filter(f -> !f.equals(first))
                    .sorted()
                    .forEach(found::add);
        } catch (IOException e) {
            LOG.warn("The models in {} cannot be listed", parent, e);
        }
        return found;
    }

    private ModelReport read() throws ModelException {
        ModelManifest manifest = ModelManifest.read(folder);
        return new ModelReport(
                folder,
                manifest,
                orElse(this::bytes, 0L),
                new EvaluationReader(folder.resolve("evaluation"), problems).read(),
                new HistoryReader(folder, problems).read(manifest),
                orElse(() -> RunLog.of(folder).read(), new RunLog.Contents(List.of(), List.of())),
                orElse(this::robustness, Optional.<RobustnessReport>empty()),
                orElse(() -> ModelData.read(folder), Optional.<CorpusSummary>empty()),
                CardText.parse(orElse(this::card, "")),
                problems);
    }

    /** What {@code source} reads, or else the other and a sentence about it. */
    private <T> T orElse(Source<T> source, T other) {
        try {
            return source.read();
        } catch (IOException e) {
            LOG.warn("A file of the model {} cannot be read", folder, e);
            problems.add(Failures.sentence(e));
            return other;
        }
    }

    private Optional<RobustnessReport> robustness() throws IOException {
        Path file = folder.resolve("evaluation").resolve("robustness.json");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            RobustnessReport report = JsonFiles.read(file, RobustnessReport.class);
            return report.conditions().size() < 2 ? Optional.empty() : Optional.of(report);
        } catch (JsonProcessingException e) {
            throw new IOException(file + " is damaged; 'tonalyst robustness' writes it anew.", e);
        }
    }

    private String card() throws IOException {
        Path card = folder.resolve("MODEL-CARD.md");
        if (!Files.isRegularFile(card)) {
            return "";
        }
        if (Files.size(card) > MAX_CARD_BYTES) {
            throw new IOException(card + " is too long for a model card and is not shown.");
        }
        return Files.readString(card);
    }

    /** Manifest and networks: what lies directly in the folder and is neither text nor log. */
    private long bytes() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            long sum = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".fb") || name.equals(ModelManifest.FILE)) {
                    sum += Files.size(file);
                }
            }
            return sum;
        }
    }
}

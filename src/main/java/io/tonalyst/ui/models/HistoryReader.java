// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tonalyst.emotion.ModelManifest;
import io.tonalyst.training.EpochRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads training histories: {@code history*.json} of the model, each one list of epochs or several
 * named ones, and the states of trainings below its {@code runs} folder, also those under way.
 */
final class HistoryReader {
    /** Histories of runs that are offered at most. */
    private static final int MAX_RUNS = 60;

    private static final int MAX_DEPTH = 5;
    private static final Logger LOG = LoggerFactory.getLogger(HistoryReader.class);
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final Path folder;
    private final List<String> problems;

    /**
     * @param problems receives one sentence for each file that cannot be read
     */
    HistoryReader(Path folder, List<String> problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** The shipped training, or its members, first, then the others by name. */
    List<TrainingHistory> read(ModelManifest manifest) {
        List<TrainingHistory> histories = new ArrayList<>();
        for (Path file : files(folder, "history", ".json")) {
            String name = String.valueOf(file.getFileName());
            boolean shipped = name.equals("history.json");
            add(
                    file,
                    shipped ? "Shipped" : title(name),
                    shipped ? kept(manifest.training()) : List.of(),
                    histories);
        }
        Path runs = folder.resolve("runs");
        for (Path state : states(runs)) {
            String name = String.valueOf(runs.relativize(state).getParent());
            add(state, "Run " + name.replace('\\', '/'), List.of(), histories);
        }
        return histories;
    }

    /** Kept epochs, one a member. */
    private static List<Integer> kept(JsonNode training) {
        List<Integer> kept = new ArrayList<>();
        training.path("keptEpochs").forEach(epoch -> kept.add(epoch.asInt()));
        if (training.has("keptEpoch")) {
            kept.add(training.path("keptEpoch").asInt());
        }
        return kept;
    }

    /** The states of trainings, newest first: a search leaves hundreds. */
    private static List<Path> states(Path runs) {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(runs, MAX_DEPTH)) {
            return files.filter(f -> f.endsWith("state.json"))
                    .sorted(
                            Comparator.comparingLong((Path f) -> f.toFile().lastModified())
                                    .reversed())
                    .limit(MAX_RUNS)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("{} cannot be listed", runs, e);
            return List.of();
        }
    }

    /** {@code history-member-2.json} is member 2. */
    private static String title(String fileName) {
        String plain = fileName.replaceAll("^history[-_.]?|[.]json$", "").replaceAll("[-_]+", " ");
        return plain.isEmpty()
                ? fileName
                : Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    }

    private static List<Path> files(Path parent, String start, String end) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(parent)) {
            return files.filter(
                            f -> {
                                String name = String.valueOf(f.getFileName());
                                return name.startsWith(start) && name.endsWith(end);
                            })
                    .sorted(
                            Comparator.comparing((Path f) -> !f.endsWith("history.json"))
                                    .thenComparing(Comparator.naturalOrder()))
                    .toList();
        } catch (IOException e) {
            LOG.warn("{} cannot be listed", parent, e);
            return List.of();
        }
    }

    private void add(Path file, String name, List<Integer> kept, List<TrainingHistory> histories) {
        try {
            collect(name, kept, JSON.readTree(file.toFile()), histories);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The training history {} cannot be read", file, e);
            problems.add(file.getFileName() + " is damaged: its training curves are left out.");
        }
    }

    /** A list of epochs, an object with one as {@code history}, or a collection of such. */
    private static void collect(
            String name, List<Integer> kept, JsonNode node, List<TrainingHistory> histories)
            throws IOException {
        if (node.isArray() && node.path(0).has("epoch")) {
            List<EpochRecord> epochs = List.of(JSON.treeToValue(node, EpochRecord[].class));
            boolean known = !kept.isEmpty() && kept.getFirst() > 0;
            histories.add(
                    new TrainingHistory(
                            name,
                            epochs,
                            known ? kept.getFirst() : TrainingHistory.leastLoss(epochs)));
        } else if (node.isArray()) {
            for (int m = 0; m < node.size(); m++) {
                String member = node.size() == 1 ? name : name + ", member " + (m + 1);
                List<Integer> own = m < kept.size() ? List.of(kept.get(m)) : List.of();
                collect(member, own, node.get(m), histories);
            }
        } else if (node.path("history").isArray() && !node.path("history").isEmpty()) {
            collect(name, List.of(node.path("best").asInt()), node.get("history"), histories);
        } else {
            for (var field : node.properties()) {
                if (field.getValue().isContainerNode() && !field.getValue().isEmpty()) {
                    collect(name + ", " + field.getKey(), List.of(), field.getValue(), histories);
                }
            }
        }
    }
}

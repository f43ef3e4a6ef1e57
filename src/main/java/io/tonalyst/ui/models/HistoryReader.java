// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tonalyst.emotion.ModelManifest;
import io.tonalyst.training.EpochRecord;
import java.io.IOException;
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
 * named ones, and the states of trainings in its {@code runs} folder, also those under way.
 */
final class HistoryReader {
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

    /** The shipped training first, then the others by name. */
    List<TrainingHistory> read(ModelManifest manifest) {
        List<TrainingHistory> histories = new ArrayList<>();
        int kept = manifest.training().path("keptEpochs").path(0).asInt(0);
        for (Path file : files(folder, "history", ".json")) {
            String name = String.valueOf(file.getFileName());
            boolean shipped = name.equals("history.json");
            add(file, shipped ? "Shipped" : title(name), shipped ? kept : 0, histories);
        }
        for (Path run : files(folder.resolve("runs"), "", "")) {
            Path state = run.resolve("state.json");
            if (Files.isRegularFile(state)) {
                add(state, "Run " + run.getFileName(), 0, histories);
            }
        }
        return histories;
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

    private void add(Path file, String name, int kept, List<TrainingHistory> histories) {
        try {
            collect(name, kept, JSON.readTree(file.toFile()), histories);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The training history {} cannot be read", file, e);
            problems.add(file.getFileName() + " is damaged: its training curves are left out.");
        }
    }

    /** A list of epochs, an object with one as {@code history}, or a collection of such. */
    private static void collect(
            String name, int kept, JsonNode node, List<TrainingHistory> histories)
            throws IOException {
        if (node.isArray() && node.path(0).has("epoch")) {
            List<EpochRecord> epochs = List.of(JSON.treeToValue(node, EpochRecord[].class));
            histories.add(
                    new TrainingHistory(
                            name, epochs, kept > 0 ? kept : TrainingHistory.leastLoss(epochs)));
        } else if (node.isArray()) {
            int number = 1;
            for (JsonNode member : node) {
                String fallback = name + ", member " + number++;
                collect(member.path("name").asText(fallback), 0, member, histories);
            }
        } else if (node.path("history").isArray()) {
            collect(name, node.path("best").asInt(kept), node.get("history"), histories);
        } else {
            for (var field : node.properties()) {
                if (field.getValue().isContainerNode()) {
                    collect(name + ", " + field.getKey(), 0, field.getValue(), histories);
                }
            }
        }
    }
}

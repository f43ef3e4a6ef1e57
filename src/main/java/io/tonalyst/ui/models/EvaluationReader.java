// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tonalyst.training.Confidence;
import io.tonalyst.training.EvaluationRows;
import io.tonalyst.training.Figures;
import io.tonalyst.training.Reliability;
import io.tonalyst.ui.models.Evaluation.Part;
import io.tonalyst.work.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the evaluations in a folder: every JSON file with overall figures, whatever the protocol,
 * and the rows beside it. Fields it does not know are passed over, so that newer files can be read.
 */
final class EvaluationReader {
    /** Name of the part that holds all clips. */
    static final String ALL = "All clips";

    private static final Logger LOG = LoggerFactory.getLogger(EvaluationReader.class);
    private static final List<String> ORDER = List.of("speaker", "clip", "corpus");
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final Path folder;
    private final List<String> problems;

    /**
     * @param problems receives one sentence for each file that cannot be read
     */
    EvaluationReader(Path folder, List<String> problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** By protocol: what to expect of new voices first. */
    List<Evaluation> read() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Evaluation> evaluations = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                read(file).ifPresent(evaluations::add);
            }
        } catch (IOException e) {
            problem(folder, e);
        }
        evaluations.sort(Comparator.comparingInt(EvaluationReader::rank));
        return evaluations;
    }

    /** The name of a part in the middle of a heading; corpora keep their capitals. */
    static String inTitle(String part) {
        return part.equals(ALL) ? "all clips" : part;
    }

    private static int rank(Evaluation evaluation) {
        int rank = ORDER.indexOf(evaluation.key());
        return rank < 0 ? ORDER.size() + (evaluation.isLeaky() ? 1 : 0) : rank;
    }

    private Optional<Evaluation> read(Path file) {
        try {
            JsonNode root = JSON.readTree(file.toFile());
            if (!root.path("overall").path("confusion").isArray()) {
                return Optional.empty();
            }
            String fileName = String.valueOf(file.getFileName());
            String key = fileName.substring(0, fileName.length() - ".json".length());
            JsonNode confidence = root.path("confidence");
            String protocol = root.path("protocol").asText(key);
            Optional<EvaluationRows> rows = rows(file.resolveSibling(key + ".csv"));
            return Optional.of(
                    new Evaluation(
                            protocol,
                            new Part(ALL, figures(root.path("overall"))),
                            corpora(root.path("corpora")),
                            folds(protocol, root.path("folds"), rows),
                            confidence.path("coverage").isArray()
                                    ? Optional.of(JSON.treeToValue(confidence, Confidence.class))
                                    : Optional.empty(),
                            rows.map(r -> reliability(r, root.path("folds"))).orElse(Map.of())));
        } catch (IOException | RuntimeException e) {
            problem(file, e);
            return Optional.empty();
        }
    }

    private static Figures figures(JsonNode node) throws IOException {
        return JSON.treeToValue(node, Figures.class);
    }

    private static List<Part> corpora(JsonNode node) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> corpus : node.properties()) {
            parts.add(new Part(corpus.getKey(), figures(corpus.getValue())));
        }
        return parts;
    }

    private static List<Part> folds(String protocol, JsonNode node, Optional<EvaluationRows> rows)
            throws IOException {
        List<Part> parts = new ArrayList<>();
        for (JsonNode fold : node) {
            int number = fold.path("fold").asInt(parts.size());
            if (fold.path("figures").isObject()) {
                parts.add(new Part(name(protocol, number, rows), figures(fold.get("figures"))));
            }
        }
        return parts;
    }

    private static String name(String protocol, int fold, Optional<EvaluationRows> rows) {
        List<String> tested =
                protocol.equals("corpus") && rows.isPresent()
                        ? rows.get().corpora(fold)
                        : List.of();
        if (tested.size() == 1) {
            return "Tested on " + tested.getFirst();
        }
        return (protocol.equals("clip") ? "Seed " : "Fold ") + (fold + 1);
    }

    private static Optional<EvaluationRows> rows(Path csv) throws IOException {
        return Files.isRegularFile(csv) ? Optional.of(EvaluationRows.read(csv)) : Optional.empty();
    }

    private static Map<String, Reliability> reliability(EvaluationRows rows, JsonNode folds) {
        Map<Integer, Double> temperatures = new HashMap<>();
        int index = 0;
        for (JsonNode fold : folds) {
            temperatures.put(
                    fold.path("fold").asInt(index++),
                    fold.path("calibration").path("temperature").asDouble(1));
        }
        Map<String, Reliability> parts = new LinkedHashMap<>();
        parts.put(ALL, rows.reliability(temperatures));
        for (String corpus : rows.corpora()) {
            parts.put(corpus, rows.reliability(temperatures, corpus));
        }
        return parts;
    }

    private void problem(Path file, Exception e) {
        LOG.warn("The evaluation {} cannot be read", file, e);
        boolean sentence = e instanceof IOException && e.getMessage() != null;
        problems.add(
                sentence && !(e instanceof JacksonException)
                        ? Failures.sentence(e)
                        : file.getFileName()
                                + " is damaged or of another version; evaluate the model again.");
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tonalyst.corpus.Clip;
import io.tonalyst.corpus.Corpus;
import io.tonalyst.emotion.Emotion;
import io.tonalyst.emotion.ModelException;
import io.tonalyst.emotion.ModelManifest;
import io.tonalyst.emotion.Sha256;
import io.tonalyst.work.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of a model: network, history, evaluation, card and the manifest over them. */
final class ModelFolder {
    /** Checkpoints and everything else that is not part of the model. */
    static final String RUNS = "runs";

    static final String EVALUATION = "evaluation";
    static final String HISTORY = "history.json";
    static final String CARD = "MODEL-CARD.md";

    private final Path folder;

    ModelFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    /** Folder of one training's checkpoints. */
    Path run(String name) {
        return folder.resolve(RUNS).resolve(name);
    }

    /** Folder of the evaluation files, made if missing. */
    Path evaluation() throws IOException {
        return Files.createDirectories(folder.resolve(EVALUATION));
    }

    /** Writes network, history and manifest of a finished training. */
    void ship(
            Members members,
            Recipe recipe,
            List<Clip> learned,
            Calibration calibration,
            String validatedOn,
            Optional<StartModel> start)
            throws IOException {
        Files.createDirectories(folder);
        List<String> networks = export(members, "network-");
        JsonFiles.write(
                folder.resolve(HISTORY),
                members.results().stream().map(r -> new Member(r.best(), r.history())).toList());
        JsonNode training =
                JsonMapper.builder()
                        .build()
                        .valueToTree(
                                new Training(
                                        recipe,
                                        learned.size(),
                                        members.parameters(),
                                        members.keptEpochs(),
                                        validatedOn,
                                        clipsByCorpus(learned),
                                        start.map(StartModel::title).orElse(null)));
        new ModelManifest(
                        String.valueOf(folder.getFileName()),
                        ModelManifest.FORMAT,
                        Emotion.ALL.stream().map(Emotion::key).toList(),
                        ModelManifest.Input.current(),
                        calibration.temperature(),
                        calibration.abstainBelow(),
                        networks,
                        List.of(),
                        training,
                        Map.of())
                .write(folder);
        seal();
    }

    /** Adds networks for narrow-band sound, in place of those there may be. */
    void addTelephone(Members members) throws IOException {
        List<String> names = export(members, "telephone-");
        manifest().withTelephoneNetworks(names).write(folder);
        seal();
    }

    private List<String> export(Members members, String prefix) throws IOException {
        List<String> names = new ArrayList<>();
        for (int m = 0; m < members.results().size(); m++) {
            String name = prefix + m + ".fb";
            members.results().get(m).network().exportFolded(folder.resolve(name));
            names.add(name);
        }
        return names;
    }

    private static Map<String, Integer> clipsByCorpus(List<Clip> clips) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Corpus corpus : Corpus.among(clips)) {
            long n = clips.stream().filter(c -> c.corpus().equals(corpus)).count();
            counts.put(corpus.title(), (int) n);
        }
        return counts;
    }

    /**
     * How the shipped networks came about.
     *
     * @param clips learned from
     * @param parameters learned values of all members
     * @param keptEpochs epochs whose weights are shipped, one a member
     * @param validatedOn what selection and calibration looked at
     * @param corpora titles with the clips learned from; null in models that do not tell
     * @param from name of the model whose weights were gone on from; null: fresh ones
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Training(
            Recipe recipe,
            int clips,
            long parameters,
            List<Integer> keptEpochs,
            String validatedOn,
            @Nullable Map<String, Integer> corpora,
            @Nullable String from) {}

    /**
     * How one network learned.
     *
     * @param best epoch whose weights were kept, 1 is the first
     */
    record Member(int best, List<EpochRecord> history) {}

    /** Whether a model has been shipped into the folder. */
    boolean hasModel() {
        return Files.isRegularFile(folder.resolve(ModelManifest.FILE));
    }

    ModelManifest manifest() throws IOException {
        try {
            return ModelManifest.read(folder);
        } catch (ModelException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Brings the hashes of the manifest up to date with the files of the folder. */
    void seal() throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (Path file : files()) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            hashes.put(name, Sha256.of(file));
        }
        manifest().withHashes(hashes).write(folder);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(folder, 3)) {
            return walk.filter(Files::isRegularFile)
                    .filter(f -> !f.startsWith(folder.resolve(RUNS)))
                    .filter(f -> !f.equals(folder.resolve(ModelManifest.FILE)))
                    .filter(f -> !f.toString().endsWith(WholeFile.PART))
                    .sorted()
                    .toList();
        }
    }
}

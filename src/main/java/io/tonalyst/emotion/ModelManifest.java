// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tonalyst.signal.LogMel;
import io.tonalyst.work.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code model.json} says of the files beside it.
 *
 * @param name of the model
 * @param format version of this layout, {@value #FORMAT}
 * @param labels keys of the outputs in order
 * @param input what the network takes
 * @param temperature what the logits are divided by, above 0
 * @param abstainBelow confidence under which a prediction is uncertain, 0 to 1
 * @param networks names of the network files, at least one; the mean of their logits counts
 * @param telephoneNetworks names of those asked in their place about narrow-band sound ({@link
 *     NetworkImage#isNarrowBand}); empty: there are none
 * @param training recipe and outcome of the training, for people and for repeating it
 * @param sha256 hash of every other file of the folder, by path with forward slashes
 */
public record ModelManifest(
        String name,
        int format,
        List<String> labels,
        Input input,
        double temperature,
        double abstainBelow,
        List<String> networks,
        List<String> telephoneNetworks,
        JsonNode training,
        Map<String, String> sha256) {
    /** File name of the manifest. */
    public static final String FILE = "model.json";

    /** The layout this program writes. */
    public static final int FORMAT = 3;

    /** The oldest layout it reads: without networks for the telephone. */
    private static final int OLDEST_FORMAT = 2;

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * The input of the network: log-mel as {@link LogMel}, then {@link NetworkImage}.
     *
     * @param frames 16 ms each
     * @param scaling formula from dB to the value put in
     */
    public record Input(
            int sampleRate,
            int fftSize,
            int hop,
            int bands,
            int frames,
            double floorDb,
            String scaling) {
        /** What this program computes. */
        public static Input current() {
            return new Input(
                    LogMel.SAMPLE_RATE,
                    LogMel.FFT_SIZE,
                    LogMel.HOP,
                    NetworkImage.BANDS,
                    NetworkImage.FRAMES,
                    LogMel.FLOOR_DB,
                    "1 + dB / 80");
        }
    }

    public ModelManifest {
        labels = List.copyOf(labels);
        networks = List.copyOf(networks);
        telephoneNetworks = telephoneNetworks == null ? List.of() : List.copyOf(telephoneNetworks);
        sha256 = new TreeMap<>(sha256);
    }

    /** The same with other hashes. */
    public ModelManifest withHashes(Map<String, String> hashes) {
        return with(telephoneNetworks, hashes);
    }

    /** The same with other networks for the telephone. */
    public ModelManifest withTelephoneNetworks(List<String> names) {
        return with(names, sha256);
    }

    private ModelManifest with(List<String> telephone, Map<String, String> hashes) {
        return new ModelManifest(
                name,
                FORMAT,
                labels,
                input,
                temperature,
                abstainBelow,
                networks,
                telephone,
                training,
                hashes);
    }

    /**
     * Reads the manifest of a model folder.
     *
     * @throws ModelException with one sentence, if there is none, it is damaged, or of another
     *     format
     */
    public static ModelManifest read(Path folder) throws ModelException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new ModelException("There is no model in " + folder + ": model.json is missing.");
        }
        try {
            ModelManifest manifest = MAPPER.readValue(file.toFile(), ModelManifest.class);
            manifest.check(file);
            return manifest;
        } catch (JacksonException | RuntimeException e) {
            throw new ModelException("The model manifest " + file + " is damaged.", e);
        } catch (IOException e) {
            throw new ModelException("The model manifest " + file + " cannot be read.", e);
        }
    }

    private void check(Path file) throws ModelException {
        if (format < OLDEST_FORMAT || format > FORMAT) {
            throw new ModelException(
                    "%s has format %d; this version reads formats %d to %d."
                            .formatted(file, format, OLDEST_FORMAT, FORMAT));
        }
        boolean same =
                labels.equals(Emotion.ALL.stream().map(Emotion::key).toList())
                        && Input.current().equals(input);
        if (!same || !(temperature > 0) || networks.isEmpty()) {
            throw new ModelException(
                    "The model " + file + " does not fit this version: other labels or input.");
        }
    }

    /** Writes the manifest into its folder, in one move. */
    public void write(Path folder) throws IOException {
        WholeFile.write(folder.resolve(FILE), MAPPER.writeValueAsString(this) + "\n");
    }
}

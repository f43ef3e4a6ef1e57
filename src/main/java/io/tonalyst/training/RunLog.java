// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tonalyst.emotion.Sha256;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The log of all trainings that led to a model: {@value #FILE}, one JSON object a line, in the
 * order in which they ended. Lines are only ever added, so that a run that did badly stays on
 * record.
 *
 * <p>Processes that train side by side may append to the same log. A line that a kill tore is left
 * out when reading, and the next one begins on a line of its own.
 *
 * @param file the log, whether it exists or not
 */
public record RunLog(Path file) {
    /** Name of the log in the folder of a model. */
    public static final String FILE = "run-log.jsonl";

    /** Runs that are read at most; the rest is named among the problems. */
    static final int MAX_RUNS = 100_000;

    /** Longest line in bytes; a run takes about one thousand. */
    static final int MAX_LINE = 1 << 20;

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /**
     * One training and what it came to.
     *
     * @param id unique in the log
     * @param purpose what it was made for, such as {@code search}, {@code ablation}, {@code
     *     evaluation} or {@code ship}
     * @param parent id of the run it varies; null for none
     * @param protocol key of the protocol its clips were split by; null where nothing was held out
     *     for testing
     * @param fold of that protocol; null for none
     * @param seed of weights, order and augmentation
     * @param recipe everything that decides the training beside its clips, as JSON
     * @param parameters learned values
     * @param epochs that were run
     * @param cpuSeconds processor time of all threads
     * @param validation on clips that selection may look at; null where there were none
     * @param test on clips nothing was chosen by; null where they were not touched
     * @param note for people, may be empty
     */
    public record Run(
            String id,
            String purpose,
            @Nullable String parent,
            @Nullable String protocol,
            @Nullable Integer fold,
            long seed,
            JsonNode recipe,
            long parameters,
            int epochs,
            double cpuSeconds,
            @Nullable Scores validation,
            @Nullable Scores test,
            String note) {
        public Run {
            if (id == null || id.isBlank() || purpose == null || purpose.isBlank()) {
                throw new IllegalArgumentException("A run has an id and a purpose");
            }
            recipe = recipe == null ? JSON.createObjectNode() : recipe;
            note = note == null ? "" : note;
        }
    }

    /**
     * How well a network did on a set of clips.
     *
     * @param accuracy share told right, 0 to 1
     * @param uar mean recall over the classes that have clips, 0 to 1
     * @param loss mean cross-entropy in nats
     */
    public record Scores(int clips, double accuracy, double uar, double loss) {}

    /**
     * What a log holds.
     *
     * @param runs in the order of the file
     * @param problems one sentence for each line that could not be read
     */
    public record Contents(List<Run> runs, List<String> problems) {
        public Contents {
            runs = List.copyOf(runs);
            problems = List.copyOf(problems);
        }
    }

    /** The log in the folder of a model. */
    public static RunLog of(Path modelFolder) {
        return new RunLog(modelFolder.resolve(FILE));
    }

    /**
     * An id that says what was trained and tells recipes apart: the name, the seed and the start of
     * the hash of the recipe.
     */
    static String id(String name, Recipe recipe) throws IOException {
        String hash = Sha256.of(JsonFiles.text(recipe).getBytes(StandardCharsets.UTF_8));
        return name + "-seed-" + recipe.seed() + "-" + hash.substring(0, 8);
    }

    /** Whether a run of this id was logged. */
    boolean holds(String id) throws IOException {
        return read().runs().stream().anyMatch(run -> run.id().equals(id));
    }

    /** A recipe, or any other record, as the JSON that {@link Run} keeps. */
    public static JsonNode tree(Object recipe) {
        return JSON.valueToTree(recipe);
    }

    /**
     * Adds a run as one line and returns when it is on the disk. Safe between processes and threads
     * of one process.
     *
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if the run takes more than a megabyte
     */
    public void append(Run run) throws IOException {
        byte[] line = (JSON.writeValueAsString(run) + "\n").getBytes(StandardCharsets.UTF_8);
        if (line.length > MAX_LINE) {
            throw new IllegalArgumentException("The run " + run.id() + " is too long for the log");
        }
        synchronized (RunLog.class) {
            try (var channel =
                            FileChannel.open(
                                    file,
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.READ,
                                    StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                channel.position(channel.size());
                if (endsTorn(channel)) {
                    channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
                }
                var bytes = ByteBuffer.wrap(line);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        }
    }

    private static boolean endsTorn(FileChannel channel) throws IOException {
        if (channel.size() == 0) {
            return false;
        }
        var last = ByteBuffer.allocate(1);
        channel.read(last, channel.size() - 1);
        return last.get(0) != '\n';
    }

    /**
     * Reads the log; one that does not exist holds nothing. Memory is bounded by what the file
     * holds and by {@value #MAX_RUNS} runs.
     *
     * @throws IOException if the file is there and cannot be read
     */
    public Contents read() throws IOException {
        List<Run> runs = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        if (!Files.isRegularFile(file)) {
            return new Contents(runs, problems);
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            var line = new ByteArrayOutputStream();
            int number = 1;
            boolean more = true;
            while (more && number <= MAX_RUNS) {
                more = readLine(in, line);
                take(line, number, more, runs, problems);
                number++;
            }
            if (more && in.read() >= 0) {
                problems.add(
                        "%s has more than %,d lines; the rest was left out."
                                .formatted(file.getFileName(), MAX_RUNS));
            }
        }
        return new Contents(runs, problems);
    }

    /** Reads up to a line end or the end of the file; what exceeds the bound is passed over. */
    private static boolean readLine(InputStream in, ByteArrayOutputStream line) throws IOException {
        line.reset();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                return true;
            }
            if (line.size() < MAX_LINE) {
                line.write(b);
            }
        }
        return false;
    }

    private void take(
            ByteArrayOutputStream line,
            int number,
            boolean ended,
            List<Run> runs,
            List<String> problems) {
        String text = line.toString(StandardCharsets.UTF_8);
        if (text.isBlank()) {
            return;
        }
        try {
            runs.add(JSON.readValue(text, Run.class));
        } catch (JacksonException e) {
            problems.add(
                    ended
                            ? "Line %d of %s is no run and was left out."
                                    .formatted(number, file.getFileName())
                            : "The last line of %s was cut off while it was written; it was left out."
                                    .formatted(file.getFileName()));
        }
    }
}

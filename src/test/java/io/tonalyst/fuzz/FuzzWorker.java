// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.fuzz;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.management.ThreadMXBean;
import io.tonalyst.corpus.CorpusException;
import io.tonalyst.emotion.ModelException;
import io.tonalyst.fuzz.Format.Read;
import io.tonalyst.fuzz.Mutator.Mutant;
import io.tonalyst.fuzz.Verdict.Outcome;
import io.tonalyst.interchange.LabelException;
import io.tonalyst.kpi.CallLogException;
import io.tonalyst.kpi.source.UnknownLogException;
import io.tonalyst.recording.RecordingException;
import io.tonalyst.session.SessionException;
import io.tonalyst.work.Failures;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads bad files in a process of its own, so that one that ends the process ends no other. Before
 * and after each file it writes a line to its output.
 */
public final class FuzzWorker {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path PEAK = Path.of("/proc/self/clear_refs");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Path folder;
    private final Mutator mutator;

    private FuzzWorker(Path folder, Mutator mutator) {
        this.folder = folder;
        this.mutator = mutator;
    }

    /** Folder, seed, first file, one after the last, folder of a model or "-". */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> missing = new ArrayList<>();
        List<Format> formats = formats(folder, args[4], missing);
        var worker = new FuzzWorker(folder, new Mutator(formats, Long.parseLong(args[1])));
        // The first reading of each format loads classes and libraries, which is not the file's
        // doing; and a good file has to be read.
        for (Format format : formats) {
            format.reader()
                    .read(
                            format.place()
                                    .put(
                                            folder,
                                            "good" + format.ending(),
                                            format.wrap().pack(format.seed())));
        }
        out.println("formats " + JSON.writeValueAsString(names(formats)));
        out.println("missing " + JSON.writeValueAsString(missing));
        int to = Integer.parseInt(args[3]);
        for (int i = Integer.parseInt(args[2]); i < to; i++) {
            Mutant mutant = worker.mutator.mutant(i);
            out.println("begin %d %s %s".formatted(i, mutant.damage(), mutant.format().name()));
            out.println("end " + JSON.writeValueAsString(worker.judge(i, mutant)));
        }
    }

    private static List<Format> formats(Path folder, String model, List<String> missing)
            throws Exception {
        List<Format> formats = new ArrayList<>(SoundFormats.all(folder, missing));
        var texts = new TextFormats(folder);
        formats.addAll(texts.all());
        if (!model.equals("-")) {
            formats.addAll(texts.models(Path.of(model)));
        }
        return formats;
    }

    private static List<String> names(List<Format> formats) {
        return formats.stream().map(Format::name).toList();
    }

    private Verdict judge(int number, Mutant mutant) throws IOException {
        Format format = mutant.format();
        Path file = format.place().put(folder, "bad-" + number + format.ending(), mutant.bytes());
        long before = resetPeak();
        long heap = threads.getTotalThreadAllocatedBytes();
        long cpu = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        Outcome outcome;
        String sentence;
        long decoded = 0;
        try {
            Read read = format.reader().read(file);
            outcome = Outcome.READ;
            sentence = read.remark().orElse("");
            decoded = read.bytes();
        } catch (RecordingException
                | SessionException
                | LabelException
                | CallLogException
                | UnknownLogException
                | CorpusException
                | ModelException refused) {
            outcome = Outcome.REFUSED;
            sentence = Failures.sentence(refused);
        } catch (Exception | OutOfMemoryError | StackOverflowError failure) {
            outcome = Outcome.UNEXPECTED;
            sentence =
                    failure + " at " + List.of(failure.getStackTrace()).stream().limit(4).toList();
        }
        var verdict =
                new Verdict(
                        number,
                        format.name(),
                        mutant.damage().name(),
                        outcome,
                        (System.nanoTime() - start) / 1e6,
                        (threads.getCurrentThreadCpuTime() - cpu) / 1e6,
                        mutant.bytes().length,
                        Math.max(mutant.basis(), decoded),
                        threads.getTotalThreadAllocatedBytes() - heap,
                        Math.max(0, status("VmHWM:") - before),
                        sentence.replace(folder + "/", ""));
        if (file.startsWith(folder) && !Files.isDirectory(file)) {
            Files.deleteIfExists(file);
        }
        return verdict;
    }

    /** Sets the peak of the memory of this process to what it is now, and says that. */
    private static long resetPeak() {
        try {
            Files.writeString(PEAK, "5");
        } catch (IOException e) {
            // Without it the peak so far counts, and the growth beyond that is seen.
            return status("VmHWM:");
        }
        return status("VmRSS:");
    }

    private static long status(String field) {
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith(field)) {
                    return Long.parseLong(line.replaceAll("\\D", "")) << 10;
                }
            }
        } catch (IOException e) {
            return 0;
        }
        return 0;
    }
}

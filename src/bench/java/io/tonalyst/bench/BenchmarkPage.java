// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tonalyst.cli.TonalystCommand;
import io.tonalyst.work.WholeFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine;

/**
 * Runs all benchmarks, one after the other, and writes {@code docs/benchmarks.md}: those of JMH,
 * then each subcommand of {@code tonalyst bench} in a process of its own.
 */
public final class BenchmarkPage {
    private static final int PART = 10;

    /**
     * What commands are measured under, by their names: the limits that the figures are stated for.
     */
    private static final Map<String, Map<String, String>> CONDITIONS =
            Map.of(
                    "model", Map.of("OMP_NUM_THREADS", "1"),
                    "recordings", Map.of("TONALYST_JAVA_OPTIONS", "-Xmx512m"));

    private final StringBuilder page = new StringBuilder();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Path launcher;
    private final Path image;
    private final Path log;

    private BenchmarkPage(Path launcher, Path image, Path log) {
        this.launcher = launcher;
        this.image = image;
        this.log = log;
    }

    /**
     * Runs everything and writes the page.
     *
     * @param args the launcher of the build, that of the image (which may be missing), a call log
     *     of a million rows, the page to write
     */
    public static void main(String[] args) throws Exception {
        var made = new BenchmarkPage(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
        made.head();
        made.hotPaths();
        for (CommandLine bench : benches()) {
            made.process(bench);
        }
        made.spark(Path.of("target/spark/tonalyst-spark"));
        WholeFile.write(Path.of(args[3]), made.page.toString());
        System.exit(0);
    }

    private static Collection<CommandLine> benches() {
        return TonalystCommand.commandLine()
                .getSubcommands()
                .get("bench")
                .getSubcommands()
                .entrySet()
                .stream()
                .filter(entry -> !entry.getKey().equals("help"))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    private void head() throws IOException {
        page.append("# Benchmarks\n\n")
                .append("Written by `src/bench/run`; do not edit. ")
                .append(LocalDate.now(ZoneOffset.UTC))
                .append(", ")
                .append(processor())
                .append(", ")
                .append(Runtime.getRuntime().availableProcessors())
                .append(" cores, ")
                .append(System.getProperty("os.name"))
                .append(", Java ")
                .append(Runtime.version())
                .append(
                        String.format(
                                Locale.ROOT,
                                ", load average %.1f when it began. Other load makes elapsed times"
                                        + " longer; processor times (`cpu`) hardly.%n%n",
                                ManagementFactory.getOperatingSystemMXBean()
                                        .getSystemLoadAverage()));
    }

    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(info)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(info).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    private void hotPaths() throws Exception {
        var options =
                new OptionsBuilder()
                        .include("io\\.tonalyst\\.bench\\..*")
                        .forks(1)
                        .warmupIterations(2)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .build();
        page.append("## Hot paths\n\n")
                .append(
                        "JMH, one thread, mean of five seconds after two to warm up; ± is JMH's 99.9 %"
                                + " interval.\n\n| benchmark | ms | ± |\n|---|---|---|\n");
        for (RunResult result : new Runner(options).run()) {
            String name = result.getParams().getBenchmark();
            page.append("| ")
                    .append(words(name.substring(name.lastIndexOf('.') + 1)))
                    .append(" | ")
                    .append(number(result.getPrimaryResult().getScore()))
                    .append(" | ")
                    .append(number(result.getPrimaryResult().getScoreError()))
                    .append(" |\n");
        }
    }

    /** One subcommand, from the launcher to its JSON; {@code start} measures the image. */
    private void process(CommandLine bench) throws IOException, InterruptedException {
        String name = bench.getCommandName();
        var arguments = new ArrayList<>(List.of("bench", name, "--json"));
        if (bench.getCommandSpec().findOption("--log") != null) {
            arguments.addAll(List.of("--log", log.toString()));
        }
        if (bench.getCommandSpec().findOption("--program") != null && Files.exists(image)) {
            arguments.addAll(List.of("--program", image.toString()));
        }
        Map<String, String> conditions = CONDITIONS.getOrDefault(name, Map.of());
        page.append("\n## tonalyst bench ").append(name).append("\n\n`");
        conditions.forEach((key, value) -> page.append(key + "=" + value + " "));
        page.append(String.join(" ", arguments)).append("`\n\n");
        System.err.println("tonalyst " + String.join(" ", arguments));
        arguments.addFirst(launcher.toAbsolutePath().toString());
        Path out = Files.createTempFile("tonalyst-bench", ".json");
        try {
            var builder =
                    new ProcessBuilder(arguments)
                            .redirectOutput(out.toFile())
                            .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().putAll(conditions);
            int code = builder.start().waitFor();
            if (code != 0) {
                page.append("Not measured here: the command ended with ").append(code);
                page.append(".\n");
                return;
            }
            page.append("| figure | value |\n|---|---|\n");
            rows("", json.readTree(out.toFile()));
        } finally {
            Files.deleteIfExists(out);
        }
    }

    /** The batch on Spark, which {@code ./mvnw -Pspark package} makes apart from the product. */
    private void spark(Path program) throws Exception {
        page.append("\n## A batch on Spark\n\n");
        if (!Files.isExecutable(program)) {
            page.append("Not measured here: `./mvnw -Pspark -DskipTests package` was not run.\n");
            return;
        }
        Path work = Files.createTempDirectory("tonalyst-batch");
        try {
            var batch = new SparkBatch(work);
            batch.cut(Path.of("samples/recordings"));
            System.err.println("a batch of clips");
            SparkBatch.Run plain = batch.plain(launcher.toAbsolutePath());
            System.err.println("the same on Spark");
            SparkBatch.Run spark = batch.spark(program.toAbsolutePath());
            long same =
                    plain.results().entrySet().stream()
                            .filter(e -> e.getValue().equals(spark.results().get(e.getKey())))
                            .count();
            page.append(
                    "%d clips of 4 s cut from the sample recordings, by `tonalyst analyse --jobs 2` and by `tonalyst-spark --master local[2]`, start and tables included.%n%n"
                            .formatted(SparkBatch.CLIPS));
            page.append("| figure | plain | Spark |\n|---|---|---|\n");
            page.append(row("elapsed s", plain.elapsed(), spark.elapsed()));
            page.append(row("cpu s", plain.cpu(), spark.cpu()));
            page.append(
                    "| results | %d | %d |%n"
                            .formatted(plain.results().size(), spark.results().size()));
            page.append("| of these the same bytes | | %d |%n".formatted(same));
        } finally {
            try (var files = Files.walk(work)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String row(String name, Duration plain, Duration spark) {
        return "| %s | %s | %s |%n"
                .formatted(name, number(plain.toMillis() / 1e3), number(spark.toMillis() / 1e3));
    }

    private void rows(String prefix, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(e -> rows(join(prefix, e.getKey()), e.getValue()));
        } else if (node.isArray() && !node.isEmpty() && node.get(0).isContainerNode()) {
            for (int i = 0; i < Math.min(node.size(), PART); i++) {
                rows(join(prefix, Integer.toString(i + 1)), node.get(i));
            }
        } else {
            String value = node.isFloatingPointNumber() ? number(node.doubleValue()) : text(node);
            page.append("| ").append(prefix).append(" | ").append(value).append(" |\n");
        }
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : node.toString();
    }

    private static String join(String prefix, String key) {
        String words = key.replace('_', ' ');
        return prefix.isEmpty() ? words : prefix + ", " + words;
    }

    /** Three significant digits. */
    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        int digits =
                value == 0
                        ? 0
                        : (int) Math.clamp(2 - Math.floor(Math.log10(Math.abs(value))), 0, 6);
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private static String words(String camel) {
        return camel.replaceAll("([a-z])([A-Z0-9])", "$1 $2").toLowerCase(Locale.ROOT);
    }
}

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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
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
        page.append("\n## tonalyst bench ").append(name).append("\n\n`");
        page.append(String.join(" ", arguments)).append("`\n\n");
        System.err.println("tonalyst " + String.join(" ", arguments));
        arguments.addFirst(launcher.toAbsolutePath().toString());
        Path out = Files.createTempFile("tonalyst-bench", ".json");
        try {
            int code =
                    new ProcessBuilder(arguments)
                            .redirectOutput(out.toFile())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start()
                            .waitFor();
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

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.emotion.ModelLocator;
import io.tonalyst.emotion.dl4j.Dl4jEmotionModel;
import io.tonalyst.library.AnalysisStore;
import io.tonalyst.library.BatchAnalysis;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches on Spark in this process and, to be killed, in another. */
class SparkAnalyseTest {
    private static final Path MODEL = ModelLocator.ofInstallation().shipped();

    @TempDir Path folder;

    private Path calls;

    @BeforeEach
    void copyCalls() throws Exception {
        calls = Files.createDirectories(folder.resolve("calls"));
        try (Stream<Path> samples = Files.list(Path.of("samples", "calls"))) {
            for (Path sample : samples.toList()) {
                Files.copy(sample, calls.resolve("7_20170114_" + sample.getFileName()));
            }
        }
        Files.writeString(calls.resolve("8_20170115_broken.wav"), "no sound at all");
    }

    @Test
    void resultsAreThoseOfThePlainCommandAndNothingIsAnalysedTwice() throws Exception {
        Path out = folder.resolve("out");
        assertThat(run(out, "parquet")).isEqualTo(1);
        Map<String, String> first = contents(out.resolve("analyses"));
        assertThat(first).hasSize(4);
        Path plain = folder.resolve("plain");
        plain(plain);
        assertThat(first).isEqualTo(contents(plain));
        Map<String, Object> written = stamps(out.resolve("analyses"));
        assertThat(run(out, "csv")).isEqualTo(1);
        assertThat(stamps(out.resolve("analyses"))).isEqualTo(written);
        assertThat(tables(out)).hasSize(2);
    }

    /** Looks at the tables, both written and read by Spark. */
    private static List<Long> tables(Path out) throws IOException {
        try (var spark = SparkSession.builder().master("local[1]").getOrCreate()) {
            var recordings = spark.read().parquet(out.resolve("recordings.parquet").toString());
            assertThat(recordings.count()).isEqualTo(4);
            Row broken = recordings.filter("error IS NOT NULL").first();
            assertThat(broken.<String>getAs("file")).endsWith("8_20170115_broken.wav");
            assertThat(broken.<String>getAs("agent")).isEqualTo("8");
            assertThat(broken.<String>getAs("start")).isEqualTo("2017-01-15");
            long segments =
                    spark.read().parquet(out.resolve("segments.parquet").toString()).count();
            long lines =
                    spark.read()
                            .option("header", "true")
                            .csv(out.resolve("segments.csv").toString())
                            .count();
            assertThat(segments).isGreaterThan(3).isEqualTo(lines);
            return List.of(segments, lines);
        }
    }

    @Test
    void aBatchThatWasKilledGoesOn() throws Exception {
        Path out = folder.resolve("out");
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                SparkAnalyse.class.getName()));
        command.addAll(arguments(out, "parquet"));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("killed.log").toFile())
                        .start();
        Path results = out.resolve("analyses");
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (process.isAlive() && System.nanoTime() < until && contents(results).isEmpty()) {
            Thread.sleep(20);
        }
        process.destroyForcibly().waitFor();
        Map<String, Object> before = stamps(results);
        assertThat(before).isNotEmpty();
        assertThat(run(out, "parquet")).isEqualTo(1);
        assertThat(stamps(results)).hasSize(4).containsAllEntriesOf(before);
    }

    @Test
    void whatMakesNoSenseIsTold() {
        assertThat(SparkAnalyse.run("-o", folder.toString())).isEqualTo(2);
        assertThat(SparkAnalyse.run("-o", folder.toString(), "--format", "xml", "x")).isEqualTo(2);
        assertThat(
                        SparkAnalyse.run(
                                "-o", folder.toString(), "--model", "nowhere", calls.toString()))
                .isEqualTo(1);
    }

    private int run(Path out, String format) {
        return SparkAnalyse.run(arguments(out, format).toArray(String[]::new));
    }

    private List<String> arguments(Path out, String format) {
        return List.of(
                "--master",
                "local[2]",
                "--share",
                "1",
                "--names",
                "{agent}_{date:yyyyMMdd}_{*}",
                "--format",
                format,
                "-o",
                out.toString(),
                calls.toString());
    }

    private void plain(Path results) throws Exception {
        List<Path> recordings;
        try (Stream<Path> files = Files.list(calls)) {
            recordings = files.sorted().toList();
        }
        new BatchAnalysis(
                        new FfmpegDecoder(),
                        Dl4jEmotionModel.load(MODEL),
                        Optional.of(new AnalysisStore(results)))
                .run(recordings, false, 1, r -> {}, new CancelToken(), ProgressSink.NONE);
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        var contents = new TreeMap<String, String>();
        for (Path file : results(folder)) {
            contents.put(file.getFileName().toString(), Files.readString(file));
        }
        return contents;
    }

    private static Map<String, Object> stamps(Path folder) throws IOException {
        var stamps = new TreeMap<String, Object>();
        for (Path file : results(folder)) {
            stamps.put(file.getFileName().toString(), Files.getLastModifiedTime(file));
        }
        return stamps;
    }

    private static List<Path> results(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }
}

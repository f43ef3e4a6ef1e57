// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.RowProblem.Kind;
import io.tonalyst.kpi.table.DialectHints;
import io.tonalyst.kpi.table.TableSampler;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A log with everything that can be wrong with one: a report, no crash, all rows accounted for. */
@Timeout(120)
class TortureTest {
    private static final int GARBAGE_COLUMNS = 2_000_000;
    private static final int GOOD = 5000;

    @TempDir Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private LogOpener opener;

    @BeforeEach
    void makeOpener() {
        opener = new LogOpener(new MappingStore(folder.resolve("mappings"), new Presets()));
    }

    @Test
    void everyRowIsACallOrAReportedProblem() throws Exception {
        Path file = write();
        Binding binding = bind(file);
        long before = allocated();
        Path problems = folder.resolve("problems.csv");
        CallLogImport read;
        try (var kept = ProblemsFile.create(problems, binding.sample().columns())) {
            read = CallLogImporter.read(binding, kept, new CancelToken(), ProgressSink.NONE);
        }
        assertThat(allocated() - before)
                .as("bytes allocated on the way, for a file of %d bytes", Files.size(file))
                .isLessThan(100L << 20);
        assertThat(read.problemCounts())
                .isEqualTo(
                        Map.of(
                                Kind.TOO_LONG, 1L,
                                Kind.QUOTES, 1L,
                                Kind.FIELDS, 2L,
                                Kind.DURATION, 3L,
                                Kind.DATE, 2L,
                                Kind.AGENT, 1L,
                                Kind.DUPLICATE, 2L,
                                Kind.MARK, 1L));
        CallLog log = read.log();
        assertThat(log.size()).isEqualTo(GOOD + 4);
        assertThat(read.rows())
                .isEqualTo(
                        log.size() + read.problemCount() + read.passedOver().get("not answered"));
        assertThat(log.codes(CallDimension.CALL_TYPE))
                .contains("Zeile 1\r\nZeile 2", "say \"hi\", or not", "Rückfrage", "Größe");
        int last = log.size() - 1;
        assertThat(log.date(last)).as("24:00 is the next day").isEqualTo(LocalDate.of(2021, 2, 1));
        assertThat(log.time(last)).isEqualTo(LocalTime.MIDNIGHT);
        assertThat(read.remarks())
                .contains("1 fields are not UTF-8 and were read as Windows-1252.");
        List<String> lines = Files.readAllLines(problems);
        assertThat(lines.getFirst()).startsWith("row,problem,reason,Call Id,Agent,Date");
        assertThat(lines).hasSize(1 + (int) read.problemCount());
        assertThat(lines).anyMatch(line -> line.contains(",duplicate,") && line.contains(",N17,"));
    }

    private Path write() throws IOException {
        bytes.write(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
        add(
                "Call Id,Agent,Date,Time,Topic,Answered (Y/N),Resolved,Speed of answer in seconds,"
                        + "AvgTalkDuration,Satisfaction rating\r\n");
        String[] ends = {"\n", "\r\n", "\r"};
        for (int i = 0; i < GOOD; i++) {
            add(
                    "N%d,Agent %d,%02d.01.2021,%d:%02d,Größe,Y,Y,%d,00:0%d:%02d,3%s"
                            .formatted(
                                    i,
                                    i % 40,
                                    1 + i % 28,
                                    i % 24,
                                    i % 60,
                                    i % 90,
                                    i % 10,
                                    i % 60,
                                    ends[i % 3]));
        }
        add("A1,Ann,31.01.2021,9:00,\"Zeile 1\r\nZeile 2\",Y,Y,1,0:01:00,3\n");
        add("A2,Ann,31.01.2021,9:00,\"say \"\"hi\"\", or not\",Y,N,1,0:01:00,3,,,\r");
        bytes.write(
                "A3,Ann,31.01.2021,9:00,R\u00fcckfrage,Y,N,1,0:01:00,\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
        add("A4,Ann,31.01.2021,24:00,Größe,Y,N,,0:01:00,3\n");
        add("A5,Ann,31.01.2021,9:00,Größe,N,N,,,\n");
        add("B1,Ann,31.01.2021,9:00,Größe,Y,N,1,-0:01:00,3\n");
        add("B2,Ann,31.01.2021,9:00,Größe,Y,N,1,,3\n");
        add("B3,Ann,31.01.2021,9:00,Größe,Y,N,1,24:00:01,3\n");
        add("B4,Ann,32.01.2021,9:00,Größe,Y,N,1,0:01:00,3\n");
        add("B5,Ann,31.01.2021,25:00,Größe,Y,N,1,0:01:00,3\n");
        add("B6,,31.01.2021,9:00,Größe,Y,N,1,0:01:00,3\n");
        add("B7,Ann,31.01.2021,9:00,Größe,maybe,N,1,0:01:00,3\n");
        add("N17,Ann,31.01.2021,9:00,Größe,Y,N,1,0:01:00,3\n");
        add("A1,Ann,31.01.2021,9:00,Größe,Y,N,1,0:01:00,3\n");
        add("B8,Ann\n");
        add("B9,Ann,31.01.2021,9:00,Größe,Y,N,1,0:01:00,3,surplus\n");
        var garbage = new StringBuilder();
        for (int i = 0; i < GARBAGE_COLUMNS; i++) {
            garbage.append((char) ('!' + i % 90 == '"' ? '#' : '!' + i % 90)).append(',');
        }
        add(garbage.append("\n").toString());
        add("\n\r\n\r");
        add("B10,\"Ann,31.01.2021,9:00,Größe,Y,N,1,0:01:00,3\n");
        return Files.write(folder.resolve("torture.csv"), bytes.toByteArray());
    }

    @Test
    void noiseIsNeverMoreThanASentence() throws Exception {
        var random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[1 + random.nextInt(3000)];
            random.nextBytes(noise);
            boolean text = i % 2 == 0;
            for (int j = 0; text && j < noise.length; j++) {
                noise[j] = (byte) "ab1,;\t\"'\n\r:.-\u00e4".charAt((noise[j] & 0xff) % 14);
            }
            Path file = Files.write(folder.resolve("noise.csv"), noise);
            try {
                opener.open(file, new CancelToken(), ProgressSink.NONE);
            } catch (io.tonalyst.kpi.CallLogException | UnknownLogException e) {
                assertThat(e.getMessage()).endsWith(".").doesNotContain("\n");
            }
        }
    }

    @Test
    void aLogCutAnywhereIsReadToTheCut() throws Exception {
        byte[] whole = Files.readAllBytes(write());
        var random = new Random(3);
        for (int i = 0; i < 20; i++) {
            int length = 500 + random.nextInt(200_000);
            Path file =
                    Files.write(folder.resolve("cut.csv"), java.util.Arrays.copyOf(whole, length));
            CallLogImport read =
                    CallLogImporter.read(
                            bind(file),
                            io.tonalyst.kpi.RejectedRows.NONE,
                            new CancelToken(),
                            ProgressSink.NONE);
            assertThat(read.log().size()).isGreaterThan(length / 90);
            assertThat(read.problemCount()).isLessThanOrEqualTo(1);
        }
    }

    private Binding bind(Path file) throws Exception {
        return MappingBinder.bind(
                new Presets().ofName("pwc").orElseThrow(),
                TableSampler.sample(file, DialectHints.NONE));
    }

    private void add(String text) throws IOException {
        bytes.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static long allocated() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tonalyst.kpi.RowProblem.Kind;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallLogReaderTest {
    private static final String HEADER =
            "Agent_ID,Call_Date,Talk_Time,After_Call_Work_Time,Queue_Time,Call_resolution_ID,"
                    + "Call_Type_ID,Plan_ID\n";
    private static final String CALL =
            "32400,2017-01-05 13:45:10,600,120,15,Resolution1,Type20,Plan3\n";

    @TempDir Path folder;

    @Test
    void aCallIsReadWhole() throws Exception {
        CallLog log = read(HEADER + CALL).log();
        assertThat(log.size()).isEqualTo(1);
        assertThat(log.agent(0)).isEqualTo(32400);
        assertThat(log.date(0)).isEqualTo(LocalDate.of(2017, 1, 5));
        assertThat(log.time(0)).isEqualTo(LocalTime.of(13, 45, 10));
        assertThat(log.talkSeconds(0)).isEqualTo(600);
        assertThat(log.acwSeconds(0)).isEqualTo(120);
        assertThat(log.queueSeconds(0)).isEqualTo(15);
        assertThat(log.holdSeconds(0)).isNaN();
        assertThat(log.title(CallDimension.OUTCOME, log.code(CallDimension.OUTCOME, 0)))
                .isEqualTo("Call resolved by agent");
        assertThat(log.title(CallDimension.CALL_TYPE, log.code(CallDimension.CALL_TYPE, 0)))
                .isEqualTo("Technical Support");
        assertThat(log.code(CallDimension.PLAN, 0)).isEqualTo("Plan3");
        assertThat(log.code(CallDimension.AGENT, 0)).isEqualTo("32400");
        assertThat(log.code(CallDimension.TEAM, 0)).isEmpty();
        assertThat(log.resolvedCalls(0)).isEqualTo(1);
        assertThat(log.hasEmotionLabels()).isFalse();
    }

    @Test
    void columnsMayStandInAnyOrderBeQuotedAndHaveOthersBetween() throws Exception {
        CallLog log =
                read("\uFEFFemotion;\"Notes\";CALL_RESOLUTION_ID;talk time;Hold_Time;"
                                + "After_Call_Work_Time;Call_Date;Agent_ID\r\n"
                                + "Anger;\"says \"\"no; never\"\"\nand rings off\";"
                                + "Resolution3;12.5;3;\"4\";2017-02-28;7\r\n"
                                + "neutral;;Resolution1;1;;2;2017-02-28T23:59;8.0")
                        .log();
        assertThat(log.size()).isEqualTo(2);
        assertThat(log.talkSeconds(0)).isEqualTo(12.5f);
        assertThat(log.holdSeconds(0)).isEqualTo(3);
        assertThat(log.acwSeconds(0)).isEqualTo(4);
        assertThat(log.isAngry(0)).isTrue();
        assertThat(log.resolvedCalls(0)).isZero();
        assertThat(log.queueSeconds(0)).isNaN();
        assertThat(log.agent(1)).isEqualTo(8);
        assertThat(log.time(1)).isEqualTo(LocalTime.of(23, 59));
        assertThat(log.holdSeconds(1)).isNaN();
        assertThat(log.isAngry(1)).isFalse();
    }

    @Test
    void badRowsAreLeftOutCountedAndDescribed() throws Exception {
        CallLogImport read =
                read(
                        HEADER
                                + CALL
                                + "x1,2017-01-05,1,1,1,Resolution1,,\n"
                                + "1,2017-02-29,1,1,1,Resolution1,,\n"
                                + "1,2017-01-05,,1,1,Resolution1,,\n"
                                + "1,2017-01-05,1,-1,1,Resolution1,,\n"
                                + "1,2017-01-05,1,1,90000,Resolution1,,\n"
                                + "1,2017-01-05,1,1,1,,,\n"
                                + "1,2017-01-05,1,1,1\n"
                                + "\n"
                                + "1,\"2017-01-05\"x,1,1,1,Resolution1,,\n"
                                + "1,2017-01-05 24:00:01,1,1,1,Resolution1,,\n"
                                + "99999999999,2017-01-05,1,1,1,Resolution1,,\n"
                                + CALL);
        assertThat(read.log().size()).isEqualTo(2);
        assertThat(read.rows()).isEqualTo(12);
        assertThat(read.problemCount()).isEqualTo(10);
        assertThat(read.problemCounts())
                .isEqualTo(
                        Map.of(
                                Kind.AGENT, 2L,
                                Kind.DATE, 2L,
                                Kind.DURATION, 3L,
                                Kind.OUTCOME, 1L,
                                Kind.FIELDS, 1L,
                                Kind.QUOTES, 1L));
        assertThat(read.problems().getFirst())
                .isEqualTo(
                        new RowProblem(
                                3,
                                Kind.AGENT,
                                "Row 3: Agent_ID: the agent is not a whole number from 0 to"
                                        + " 2147483647, not \"x1\"."));
        assertThat(read.problems()).extracting(RowProblem::row).startsWith(3L, 4L, 5L);
        assertThat(read.summary()).startsWith("2 calls read, 10 rows left out (");
    }

    @Test
    void twentyFourHoursIsMidnightAfterTheDay() throws Exception {
        CallLog log = read(HEADER + "1,2017-01-31 24:00:00,1,1,1,Resolution1,,\n").log();
        assertThat(log.date(0)).isEqualTo(LocalDate.of(2017, 2, 1));
        assertThat(log.time(0)).isEqualTo(LocalTime.MIDNIGHT);
    }

    @Test
    void everyRowLeftOutIsHandedOn() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("log.csv"),
                        HEADER
                                + "1,2017-01-05\r"
                                + "1,\"2017\"x,é\r"
                                + CALL
                                + "oops\n".repeat(2000));
        var kept = new java.util.ArrayList<String>();
        CallLogImport read =
                CallLogReader.read(
                        file,
                        (problem, row) ->
                                kept.add(problem.row() + " " + row.text(row.fields() - 1)),
                        new CancelToken(),
                        ProgressSink.NONE);
        assertThat(read.problemCount()).isEqualTo(2002);
        assertThat(kept).hasSize(2002).startsWith("2 2017-01-05", "3 1,\"2017\"x,é", "5 oops");
        assertThat(read.log().size()).as("a bad row ends at its own line end").isEqualTo(1);
    }

    @Test
    void anUnclosedQuoteCostsOneRow() throws Exception {
        CallLogImport read = read(HEADER + CALL + "1,\"2017-01-05,1,1,1,Resolution1,,\n" + CALL);
        assertThat(read.log().size()).isEqualTo(2);
        assertThat(read.problemCounts()).isEqualTo(Map.of(Kind.QUOTES, 1L));
    }

    @Test
    void anEndlessRowIsSkipped() throws Exception {
        CallLogImport read = read(HEADER + CALL + "x".repeat(700_000) + "\n" + CALL);
        assertThat(read.log().size()).isEqualTo(2);
        assertThat(read.problemCounts()).isEqualTo(Map.of(Kind.TOO_LONG, 1L));
    }

    @Test
    void descriptionsAreBoundedCountsAreNot() throws Exception {
        CallLogImport read = read(HEADER + CALL + "oops\n".repeat(5000));
        assertThat(read.problems()).hasSize(CallLogReader.MAX_PROBLEMS);
        assertThat(read.problemCount()).isEqualTo(5000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void rowsAreFoundAcrossBufferEdgesWithEveryLineEnd(String lineEnd) throws Exception {
        var text = new StringBuilder(HEADER.strip()).append(lineEnd);
        int rows = 20_000;
        for (int i = 0; i < rows; i++) {
            text.append(i % 50)
                    .append(
                            ",2017-0%d-01 00:00:00,%d,1,1,Resolution1,T,\"P\"\"1\""
                                    .formatted(1 + i % 3, i % 1000))
                    .append(lineEnd);
        }
        CallLogImport read = read(text.toString());
        assertThat(read.problems()).isEmpty();
        CallLog log = read.log();
        assertThat(log.size()).isEqualTo(rows);
        double talk = IntStream.range(0, rows).mapToDouble(log::talkSeconds).sum();
        assertThat(talk).isEqualTo(rows / 1000 * 499_500.0);
        assertThat(log.agents()).hasSize(50).isSorted();
        assertThat(log.months())
                .containsExactly(
                        YearMonth.of(2017, 1), YearMonth.of(2017, 2), YearMonth.of(2017, 3));
    }

    @Test
    void gzipIsReadLikeText() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write((HEADER + CALL.repeat(20_000)).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read(bytes.toByteArray()).log().size()).isEqualTo(20_000);
    }

    @Test
    void unusableFilesAreExplainedInOneSentence() {
        assertThatThrownBy(() -> read("")).hasMessageEndingWith("log.csv is empty.");
        assertThatThrownBy(() -> read(HEADER))
                .hasMessageEndingWith("log.csv holds column names but no calls.");
        assertThatThrownBy(() -> read("Agent_ID,Call_Date\n1,2017-01-01\n"))
                .hasMessageContaining(
                        "lacks the columns Talk_Time, After_Call_Work_Time, Call_resolution_ID;");
        assertThatThrownBy(() -> read(HEADER + "x,,,,,,,\n"))
                .hasMessageContaining("holds no usable call; the first problem is in row 2:");
        assertThatThrownBy(() -> read(new byte[] {1, 0, 2, 0, 3}))
                .hasMessageContaining("is not a text file in UTF-8");
        assertThatThrownBy(() -> read(new byte[] {0x1f, (byte) 0x8b, 8, 0}))
                .isInstanceOf(CallLogException.class)
                .hasMessageContaining("could not be read");
        assertThatThrownBy(() -> readPath(folder.resolve("absent.csv")))
                .hasMessageMatching("There is no file .*absent\\.csv\\.");
        assertThatThrownBy(() -> readPath(folder)).hasMessageContaining("is a folder");
    }

    @Test
    void readingCanBeCancelled() throws Exception {
        Path file = Files.writeString(folder.resolve("log.csv"), HEADER + CALL);
        var cancel = new CancelToken();
        cancel.cancel();
        assertThatThrownBy(() -> CallLogReader.read(file, cancel, ProgressSink.NONE))
                .isInstanceOf(CancellationException.class);
    }

    private CallLogImport read(String text) throws CallLogException, IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private CallLogImport read(byte[] bytes) throws CallLogException, IOException {
        return readPath(Files.write(folder.resolve("log.csv"), bytes));
    }

    private static CallLogImport readPath(Path path) throws CallLogException {
        return CallLogReader.read(path, new CancelToken(), ProgressSink.NONE);
    }
}

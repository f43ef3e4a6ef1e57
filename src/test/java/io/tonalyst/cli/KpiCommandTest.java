// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KpiCommandTest {
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path log = Path.of("");

    @BeforeEach
    void writeLog() throws Exception {
        log =
                Files.writeString(
                        folder.resolve("log.csv"),
                        """
                        Agent_ID,Call_Date,Talk_Time,After_Call_Work_Time,Queue_Time,\
                        Call_resolution_ID,Call_Type_ID,Plan_ID
                        32400,2017-01-02 00:00:00,100,20,5,Resolution1,Type10,P1
                        32400,2017-01-02 00:00:00,300,40,6,Resolution2,Type10,P1
                        32400,2017-01-05 00:00:00,60,0,7,Resolution1,Type20,P2
                        14270,2017-01-05 00:00:00,50,10,8,Resolution1,Type20,P2
                        14270,yesterday,50,10,8,Resolution1,Type20,P2
                        """);
    }

    @Test
    void handleTimeIsPrintedWithItsComponents() throws Exception {
        JsonNode kpi = kpi("aht", "2017-01", "32400");
        assertThat(kpi.get("agent").asInt()).isEqualTo(32400);
        assertThat(kpi.get("month").asText()).isEqualTo("2017-01");
        assertThat(kpi.get("definition").asText()).isEqualTo("standard");
        assertThat(kpi.get("rows").asInt()).isEqualTo(5);
        assertThat(kpi.get("problems").get("count").asInt()).isEqualTo(1);
        assertThat(kpi.get("problems").get("by_kind").get("date").asInt()).isEqualTo(1);
        assertThat(kpi.get("days")).hasSize(2);
        JsonNode day = kpi.get("days").get(0);
        assertThat(day.get("date").asText()).isEqualTo("2017-01-02");
        assertThat(day.get("calls").asInt()).isEqualTo(2);
        assertThat(day.get("value").asDouble()).isEqualTo(230);
        assertThat(day.get("talk_s").asDouble()).isEqualTo(400);
        assertThat(day.get("acw_s").asDouble()).isEqualTo(60);
        assertThat(day.get("hold_s").isNull()).isTrue();
        assertThat(kpi.get("days").get(1).get("ci_low").isNull()).isTrue();
        assertThat(kpi.get("total").get("value").asDouble()).isEqualTo(520.0 / 3);
        assertThat(kpi.get("peer_median").asDouble()).isEqualTo(60);
        assertThat(err.toString()).contains("1 row left out");
    }

    @Test
    void resolutionIsInPercentAndTheVolaphoneDefinitionIsNamed() throws Exception {
        assertThat(kpi("fcr", "2017-01", "32400").get("days").get(0).get("value").asDouble())
                .isEqualTo(50);
        out.getBuffer().setLength(0);
        JsonNode aht = kpi("aht", "2017-01", "32400", "--definition", "volaphone");
        assertThat(aht.get("definition").asText()).isEqualTo("volaphone");
        assertThat(aht.get("days").get(0).get("value").asDouble()).isEqualTo(200);
    }

    @Test
    void withoutJsonTheMonthIsReadable() {
        assertThat(
                        run(
                                "kpi",
                                "--log",
                                log,
                                "--agent",
                                32400,
                                "--month",
                                "2017-01",
                                "--measure",
                                "fcr"))
                .isZero();
        assertThat(out.toString())
                .contains("Agent 32400, January 2017", "2017-01-02", "50.0 %", "month");
    }

    @Test
    void badOptionsAreUsageErrorsInOneSentence() {
        usage("Agent 5 is not in the call log", "5", "2017-01", "aht");
        usage("Agent 32400 has no calls in March 2017", "32400", "2017-03", "aht");
        usage("--month is a year and a month such as 2017-01", "32400", "2017-13", "aht");
        usage(
                "--measure is one of aht, fcr, calls, angry, angry-measured,"
                        + " valence, valence-change, not 'csat'.",
                "32400",
                "2017-01",
                "csat");
        usage(
                "--definition is one of standard, volaphone",
                "32400",
                "2017-01",
                "aht",
                "--definition",
                "mine");
        log = folder.resolve("absent.csv");
        usage("There is no file", "32400", "2017-01", "aht");
    }

    @Test
    void filtersLimitTheCalls() throws Exception {
        JsonNode kpi = kpi("aht", "2017-01", "32400", "--filter", "type=Technical Support");
        assertThat(kpi.get("total").get("calls").asInt()).isEqualTo(1);
        assertThat(kpi.get("notes").get(0).asText())
                .isEqualTo("Filtered: Call type: Technical Support.");
        out.getBuffer().setLength(0);
        kpi =
                kpi(
                        "calls",
                        "2017-01",
                        "32400",
                        "--filter",
                        "type=Type10,Type20",
                        "--to",
                        "2017-01-04");
        assertThat(kpi.get("total").get("calls").asInt()).isEqualTo(2);
        out.getBuffer().setLength(0);
        usage("--filter is such as", "32400", "2017-01", "aht", "--filter", "shoe=9");
        usage("No call has the plan 'P7'", "32400", "2017-01", "aht", "--filter", "plan=P7");
        usage("--from is a day such as", "32400", "2017-01", "aht", "--from", "soon");
        usage(
                "No call of agent 32400 in January 2017 passes the filter (Plan: P2; until",
                "32400",
                "2017-01",
                "aht",
                "--filter",
                "plan=P2",
                "--to",
                "2017-01-02");
    }

    @Test
    void allAgentsAreRankedWithTheirPeriods() throws Exception {
        assertThat(
                        run(
                                "kpi",
                                "--log",
                                log,
                                "--all-agents",
                                "--by",
                                "week",
                                "--measure",
                                "aht",
                                "--target",
                                "100",
                                "--json"))
                .isZero();
        JsonNode all = new ObjectMapper().readTree(out.toString());
        assertThat(all.get("target").asDouble()).isEqualTo(100);
        assertThat(all.get("agents")).hasSize(2);
        JsonNode best = all.get("agents").get(0);
        assertThat(best.get("agent").asText()).isEqualTo("14270");
        assertThat(best.get("total").get("rank").asInt()).isEqualTo(1);
        assertThat(best.get("scorecard")).hasSize(4);
        JsonNode period = all.get("agents").get(1).get("periods").get(0);
        assertThat(period.get("period").asText()).isEqualTo("2017-W01");
        assertThat(period.get("value").asDouble()).isEqualTo(520.0 / 3);
        assertThat(period.get("limit_low").isNull()).isTrue();
    }

    @Test
    void oneAgentsPeriodsAreReadableAndGoToAFile() throws Exception {
        Path csv = folder.resolve("periods.csv");
        assertThat(
                        run(
                                "kpi",
                                "--log",
                                log,
                                "--agent",
                                32400,
                                "--by",
                                "day",
                                "--measure",
                                "fcr",
                                "--csv",
                                csv))
                .isZero();
        assertThat(out.toString())
                .contains("Agent 32400", "Peers' median", "2017-01-05", "Target 75.0 %");
        assertThat(Files.readAllLines(csv))
                .hasSize(3)
                .first()
                .isEqualTo(
                        "Agent,Period,\"FCR, %\",Calls,Signals,95 % from,95 % to,Limits from,Limits"
                                + " to");
    }

    @Test
    void optionsOfPeriodsAreChecked() {
        String aht = "aht";
        expect(2, "Name an agent and a month", "kpi", "--log", log, "--measure", aht);
        expect(2, "Name one agent", "kpi", "--log", log, "--by", "day", "--measure", aht);
        expect(
                2,
                "--by is day, week or month, not 'year'",
                "kpi",
                "--log",
                log,
                "--all-agents",
                "--by",
                "year",
                "--measure",
                aht);
    }

    @Test
    void badLogsAreFailuresInOneSentence() throws Exception {
        Files.writeString(log, "");
        failure("is empty.");
        Files.writeString(log, "a,b,c\n1,2,3\n");
        failure("is no call log of a known kind (its columns are a, b, c)");
        log = folder;
        failure("is a folder");
    }

    @Test
    void theBenchmarkPrintsOneDocument() throws Exception {
        assertThat(run("bench", "kpi", "--log", log, "--json")).isZero();
        JsonNode bench = new ObjectMapper().readTree(out.toString());
        assertThat(bench.get("calls").asInt()).isEqualTo(4);
        assertThat(bench.get("switch_median_ms").asDouble()).isPositive();
    }

    private JsonNode kpi(String measure, String month, String agent, Object... more)
            throws Exception {
        Object[] args = {
            "kpi", "--log", log, "--agent", agent, "--month", month, "--measure", measure, "--json"
        };
        assertThat(run(concat(args, more))).as(err.toString()).isZero();
        return new ObjectMapper().readTree(out.toString());
    }

    private void usage(
            String sentence, String agent, String month, String measure, Object... more) {
        Object[] args = {
            "kpi", "--log", log, "--agent", agent, "--month", month, "--measure", measure
        };
        expect(TonalystCommand.USAGE, sentence, concat(args, more));
    }

    private void failure(String sentence) {
        expect(
                TonalystCommand.SOME_FAILED,
                sentence,
                "kpi",
                "--log",
                log,
                "--agent",
                "1",
                "--month",
                "2017-01",
                "--measure",
                "aht");
    }

    private void expect(int code, String sentence, Object... args) {
        err.getBuffer().setLength(0);
        assertThat(run(args)).isEqualTo(code);
        assertThat(err.toString().lines().findFirst().orElse(""))
                .startsWith("tonalyst: ")
                .contains(sentence);
        assertThat(out.toString()).isEmpty();
    }

    private static Object[] concat(Object[] first, Object[] second) {
        return java.util.stream.Stream.of(first, second)
                .flatMap(java.util.Arrays::stream)
                .toArray();
    }

    private int run(Object... args) {
        return TonalystCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(java.util.Arrays.stream(args).map(String::valueOf).toArray(String[]::new));
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about call logs on a table of a database, beside the same calls in a file. */
class DatabaseOptionsTest {
    private static final String URL = "jdbc:h2:mem:options";

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Connection keeper;
    private Path log;

    @BeforeEach
    void makeTable() throws Exception {
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
                        14270,2017-01-06 00:00:00,-1,10,8,Resolution1,Type20,P2
                        """);
        keeper = DriverManager.getConnection(URL);
        try (var statement = keeper.createStatement()) {
            statement.execute(
                    "CREATE TABLE calls AS SELECT CAST(agent_id AS INT) AS agent_id,"
                            + " CAST(call_date AS TIMESTAMP) AS call_date, CAST(talk_time AS INT)"
                            + " AS talk_time, CAST(after_call_work_time AS INT) AS"
                            + " after_call_work_time, CAST(queue_time AS INT) AS queue_time,"
                            + " call_resolution_id, call_type_id, plan_id FROM CSVREAD('"
                            + log
                            + "')");
        }
    }

    @AfterEach
    void close() throws Exception {
        keeper.close();
    }

    private int run(Object... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var all = new ArrayList<String>();
        for (Object argument : arguments) {
            all.add(argument.toString());
        }
        return TonalystCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
    }

    private JsonNode json(Object... arguments) throws Exception {
        assertThat(run(arguments)).as(err.toString()).isZero();
        return new ObjectMapper().readTree(out.toString());
    }

    @Test
    void keyFiguresAreThoseOfTheFile() throws Exception {
        for (String measure : List.of("aht", "fcr", "calls")) {
            for (String definition : List.of("standard", "volaphone")) {
                Object[] what = {
                    "--agent",
                    32400,
                    "--month",
                    "2017-01",
                    "--measure",
                    measure,
                    "--definition",
                    definition,
                    "--filter",
                    "type=Type10,Type20",
                    "--json"
                };
                JsonNode file = json(join(new Object[] {"kpi", "--log", log}, what));
                JsonNode table =
                        json(join(new Object[] {"kpi", "--jdbc", URL, "--table", "calls"}, what));
                for (String part :
                        List.of("formula", "notes", "rows", "days", "total", "peer_median")) {
                    assertThat(table.get(part)).isEqualTo(file.get(part));
                }
                assertThat(err.toString()).contains("1 row left out");
            }
        }
    }

    @Test
    void questionsAndPeriodsAreAnsweredAlike() throws Exception {
        Object[] by = {"--figure", "handle", "--by", "type", "--json"};
        assertThat(
                        json(join(new Object[] {"explore", "--jdbc", URL, "--table", "calls"}, by))
                                .get("answers"))
                .isEqualTo(json(join(new Object[] {"explore", "--log", log}, by)).get("answers"));
        assertThat(run("explore", "--jdbc", URL, "--table", "calls", "--figure", "talk"))
                .isEqualTo(2);
        assertThat(
                        run(
                                "kpi",
                                "--jdbc",
                                URL,
                                "--table",
                                "calls",
                                "--measure",
                                "aht",
                                "--all-agents",
                                "--by",
                                "week"))
                .isZero();
        assertThat(out.toString()).contains("32400");
    }

    @Test
    void aMonthIsHeardFromATable() {
        Path wav = folder.resolve("month.wav");
        assertThat(
                        run(
                                "sonify",
                                "--jdbc",
                                URL,
                                "--table",
                                "calls",
                                "--agent",
                                32400,
                                "--month",
                                "2017-01",
                                "--measure",
                                "aht",
                                "--wav",
                                wav))
                .as(err.toString())
                .isZero();
        assertThat(wav).isNotEmptyFile();
    }

    @Test
    void theTableIsLookedAtAndItsMappingWritten() throws Exception {
        Path mapping = folder.resolve("m.json");
        JsonNode look =
                json(
                        "import",
                        "--jdbc",
                        URL,
                        "--table",
                        "calls",
                        "--preview",
                        "--write-mapping",
                        mapping,
                        "--json");
        assertThat(look.get("ready").asBoolean()).isTrue();
        assertThat(look.get("table").get("kind").asText()).startsWith("H2");
        assertThat(look.get("rows")).hasSize(5);
        assertThat(
                        json(
                                        "import",
                                        "--jdbc",
                                        URL,
                                        "--table",
                                        "calls",
                                        "--mapping",
                                        mapping,
                                        "--json")
                                .get("log")
                                .get("calls")
                                .asInt())
                .isEqualTo(4);
    }

    @Test
    void whatMakesNoSenseIsTold() {
        expect("Name the call log by --log", "kpi", "--measure", "aht", "--all-agents");
        expect("not both", "kpi", "--log", log, "--jdbc", URL, "--measure", "aht", "--all-agents");
        expect("Name the table", "kpi", "--jdbc", URL, "--measure", "aht", "--all-agents");
        expect(
                "Name the database by --jdbc",
                "kpi",
                "--log",
                log,
                "--table",
                "x",
                "--measure",
                "aht",
                "--all-agents");
        expect(
                "There is no variable NOWHERE_SET",
                "import",
                "--jdbc",
                URL,
                "--table",
                "calls",
                "--password-env",
                "NOWHERE_SET");
        expect(
                "single rows stay in the database",
                "import",
                "--jdbc",
                URL,
                "--table",
                "calls",
                "--problems",
                folder.resolve("p.csv"));
        expect(
                "There is no terminal",
                "import",
                "--jdbc",
                URL,
                "--table",
                "calls",
                "--ask-password");
        assertThat(run("import", "--jdbc", "jdbc:h2:mem:x;PASSWORD=secret", "--table", "calls"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("Leave the password out").doesNotContain("secret");
    }

    private void expect(String words, Object... arguments) {
        assertThat(run(arguments)).as(words).isEqualTo(2);
        assertThat(err.toString()).contains(words);
    }

    private static Object[] join(Object[] first, Object[] second) {
        var all = new ArrayList<Object>(List.of(first));
        all.addAll(List.of(second));
        return all.toArray();
    }
}

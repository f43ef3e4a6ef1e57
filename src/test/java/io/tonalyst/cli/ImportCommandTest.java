// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    private static final String LOG =
            """
            who;when;long;what
            Ann;13.01.2021 09:30;2:10;A
            Bo;14.01.2021 24:00;30:10;B
            Bo;soon;1:00;B
            Ann;15.01.2021 09:30;1:00
            """;

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aPreviewShowsHowAFileIsUnderstood() throws Exception {
        JsonNode preview = json("import", log(), "--preview", "--json");
        assertThat(preview.get("table").get("delimiter").asText()).isEqualTo(";");
        assertThat(preview.get("table").get("header_row").asInt()).isEqualTo(1);
        assertThat(preview.get("columns").get(3).asText()).isEqualTo("what");
        assertThat(preview.get("rows").get(0).get(1).asText()).isEqualTo("13.01.2021 09:30");
        assertThat(preview.get("ready").asBoolean()).isFalse();
        assertThat(preview.get("issues").toString()).contains("Choose the column with the agent.");
        assertThat(preview.has("log")).isFalse();
    }

    @Test
    void aMappingIsWrittenEditedAndUsedAndBadRowsAreKept() throws Exception {
        Path mapping = folder.resolve("mine.json");
        json("import", log(), "--preview", "--write-mapping", mapping, "--json");
        Files.writeString(
                mapping,
                Files.readString(mapping)
                        .replace(
                                "\"fields\" : { }",
                                "\"fields\" : {\"agent_id\": {\"column\": \"who\"}, \"start\":"
                                        + " {\"column\": \"when\"}, \"talk_s\": {\"column\":"
                                        + " \"long\"}, \"call_type\": {\"column\": \"what\"}}"));
        Path problems = folder.resolve("problems.csv");
        JsonNode read =
                json("import", log(), "--mapping", mapping, "--problems", problems, "--json");
        JsonNode log = read.get("log");
        assertThat(log.get("calls").asInt()).isEqualTo(2);
        assertThat(log.get("rows").asInt()).isEqualTo(4);
        assertThat(log.get("first_day").asText()).isEqualTo("2021-01-13");
        assertThat(log.get("last_day").asText()).isEqualTo("2021-01-15");
        assertThat(log.get("codes").get("type").asInt()).isEqualTo(2);
        assertThat(log.get("problems").get("by_kind").get("date").asInt()).isEqualTo(1);
        assertThat(read.get("files").get("problems").asText()).isEqualTo(problems.toString());
        assertThat(Files.readAllLines(problems))
                .containsExactly(
                        "row,problem,reason,who,when,long,what",
                        "4,date,\"Row 4: when: a date is expected as day, month, year"
                                + " (31.01.2017), not \"\"soon\"\".\",Bo,soon,1:00,B",
                        "5,fields,Row 5: the number of fields differs from the header's.,"
                                + "Ann,15.01.2021 09:30,1:00");
        JsonNode kpi =
                json(
                        "kpi",
                        "--log",
                        log(),
                        "--mapping",
                        mapping,
                        "--agent",
                        "Ann",
                        "--month",
                        "2021-01",
                        "--measure",
                        "aht",
                        "--json");
        assertThat(kpi.get("agent").asText()).isEqualTo("Ann");
        assertThat(kpi.get("total").get("value").asDouble()).isEqualTo(130);
        JsonNode sound =
                json(
                        "sonify",
                        "--log",
                        log(),
                        "--log-mapping",
                        mapping,
                        "--agent",
                        "Bo",
                        "--month",
                        "2021-01",
                        "--json");
        assertThat(sound.get("title").asText()).startsWith("Agent Bo");
    }

    @Test
    void aKnownKindIsReadInWords() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("days.csv"),
                        "date,agent_id,calls_handled,avg_handle_time\n2023-01-02,7,10,300\n");
        assertThat(run("import", file)).isZero();
        assertThat(out.toString())
                .contains(
                        "mapping agent-days",
                        "handle_s",
                        "avg_handle_time (s)",
                        "1 rows of several calls read, no row problems.",
                        "1 agents, 2023-01-02 to 2023-01-02.");
    }

    @Test
    void badInputIsOneSentence() throws Exception {
        expect(
                1,
                "no call log of a known kind",
                "kpi",
                "--log",
                log(),
                "--agent",
                "Ann",
                "--month",
                "2021-01",
                "--measure",
                "aht");
        expect(1, "cannot be read with the mapping my-mapping. Choose the column", "import", log());
        expect(2, "--preset is one of volaphone, pwc", "import", log(), "--preset", "x");
        expect(2, "There is no mapping 'x'", "import", log(), "--mapping", "x");
        expect(
                2,
                "Give either --preset or --mapping",
                "import",
                log(),
                "--mapping",
                "x",
                "--preset",
                "pwc");
        expect(2, "There is no file", "import", folder.resolve("none.csv"));
        expect(2, "--delimiter is one character", "import", log(), "--delimiter", "ab");
        expect(2, "--encoding is one of utf-8", "import", log(), "--encoding", "morse");
        expect(2, "--decimal is . or ,", "import", log(), "--decimal", "x");
        expect(2, "--problems would write over the input", "import", log(), "--problems", log());
        expect(
                1,
                "there is no folder",
                "import",
                log(),
                "--problems",
                folder.resolve("none/p.csv"));
    }

    private Path log() throws Exception {
        return Files.writeString(folder.resolve("log.csv"), LOG);
    }

    private JsonNode json(Object... args) throws Exception {
        out.getBuffer().setLength(0);
        assertThat(run(args)).as(err.toString()).isZero();
        return new ObjectMapper().readTree(out.toString());
    }

    private void expect(int code, String sentence, Object... args) {
        err.getBuffer().setLength(0);
        out.getBuffer().setLength(0);
        assertThat(run(args)).isEqualTo(code);
        assertThat(err.toString().lines().findFirst().orElse(""))
                .startsWith("tonalyst: ")
                .contains(sentence);
        assertThat(out.toString()).isEmpty();
    }

    private int run(Object... args) {
        return TonalystCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(Arrays.stream(args).map(String::valueOf).toArray(String[]::new));
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tonalyst.join.JoinCase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All figures are counted by hand from the table of {@link JoinCase}. */
class JoinCommandTest {
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private JoinCase made;

    @BeforeEach
    void write() throws Exception {
        made = JoinCase.in(folder);
    }

    @Test
    void callsAndRecordingsAreCountedAndListed() throws Exception {
        assertThat(run("join", "--json")).isZero();
        JsonNode joined = json();
        assertThat(joined.get("recordings").asInt()).isEqualTo(8);
        assertThat(joined.get("calls").asInt()).isEqualTo(7);
        assertThat(joined.get("joined").asInt()).isEqualTo(5);
        assertThat(joined.get("measured").asInt()).isEqualTo(4);
        assertThat(joined.get("calls_without_recording").asInt()).isEqualTo(2);
        assertThat(joined.get("unmatched_recordings")).hasSize(3);
        assertThat(joined.get("unmatched_calls")).hasSize(1);
        assertThat(joined.get("unmatched_calls").get(0).get("start").asText())
                .isEqualTo("2017-01-03T11:00");
        JsonNode first = joined.get("matches").get(0);
        assertThat(first.get("measured_emotion").asText()).isEqualTo("angry");
        assertThat(first.get("imported_label").asText()).isEqualTo("neutral");
        assertThat(first.get("valence").asDouble()).isCloseTo(-40, within(1e-4));
    }

    @Test
    void tablesOfBothSidesAreWritten() throws Exception {
        Path csv = folder.resolve("joined.csv");
        Path left = folder.resolve("left.csv");
        assertThat(run("join", "--csv", csv.toString(), "--unmatched", left.toString())).isZero();
        assertThat(Files.readAllLines(csv)).hasSize(1 + 5);
        assertThat(Files.readAllLines(left)).hasSize(1 + 3 + 1);
        assertThat(out.toString()).contains("5 of 8 recordings joined to calls by agent and time");
    }

    @Test
    void theAngryShareIsAFigureLikeAnyOther() throws Exception {
        assertThat(kpi("angry-measured")).isZero();
        JsonNode kpi = json();
        // Two of three measured calls; the days 2 and 4 January have figures, the 3rd has none.
        assertThat(kpi.get("total").get("value").asDouble()).isCloseTo(200 / 3.0, within(1e-9));
        assertThat(kpi.get("days")).hasSize(2);
        JsonNode day = kpi.get("days").get(0);
        assertThat(day.get("value").asDouble()).isEqualTo(50);
        // Wilson's band for 1 of 2, from the published formula.
        assertThat(day.get("ci_low").asDouble()).isCloseTo(9.4531206, within(1e-5));
        assertThat(day.get("ci_high").asDouble()).isCloseTo(90.5468794, within(1e-5));
        assertThat(day.get("measured").get("calls").asInt()).isEqualTo(2);
        assertThat(day.get("measured").get("confidence").asDouble())
                .isCloseTo((0.6 + 0.5) / 2, within(1e-6));
        assertThat(kpi.get("notes").get(0).asText()).startsWith("3 of 5 calls measured");
        assertThat(kpi.get("peer_median").asDouble()).isZero();
    }

    @Test
    void valenceIsAMeanThatMayLieBelowZero() throws Exception {
        assertThat(kpi("valence")).isZero();
        JsonNode kpi = json();
        assertThat(kpi.get("total").get("value").asDouble())
                .isCloseTo((-40 + 50 - 100) / 3.0, within(1e-4));
        assertThat(kpi.get("days").get(0).get("value").asDouble()).isCloseTo(5, within(1e-4));
        assertThat(kpi.get("days").get(0).get("ci_low").asDouble()).isNegative();
        out.getBuffer().setLength(0);
        assertThat(kpi("valence-change")).isZero();
        assertThat(json().get("total").get("value").asDouble())
                .isCloseTo((200 + 100 + 0) / 3.0, within(1e-4));
    }

    @Test
    void measuredCallsAreFilteredComparedAndRanked() throws Exception {
        assertThat(kpi("aht", "--filter", "measured=angry")).isZero();
        assertThat(json().get("total").get("value").asDouble()).isEqualTo((420 + 520) / 2.0);
        out.getBuffer().setLength(0);
        assertThat(run("explore", "--figure", "valence", "--by", "agent", "--json")).isZero();
        assertThat(out.toString()).contains("Valence, measured by agent");
        out.getBuffer().setLength(0);
        assertThat(run("kpi", "--measure", "angry-measured", "--all-agents", "--json")).isZero();
        JsonNode agents = json().get("agents");
        assertThat(agents.get(0).get("agent").asText()).isEqualTo("8");
        assertThat(agents.get(1).get("total").get("calls").asInt()).isEqualTo(3);
    }

    @Test
    void measuresNeedRecordingsAndSensibleOptions() {
        assertThat(bare("kpi", "--log", made.log(), "--measure", "valence", "--agent", 7))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "--measure valence is measured in recordings: name them with --recordings.");
        assertThat(run("join", "--channel", "left")).isEqualTo(2);
        assertThat(run("join", "--tolerance", "-1")).isEqualTo(2);
        assertThat(run("join", "--names", "{agent")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--channel is all, 1 for the left")
                .contains("A tolerance lies between 0 and 3600 s, not at -1 s.");
    }

    private int kpi(String measure, String... more) {
        List<String> all = new ArrayList<>(List.of("--measure", measure, "--agent", "7"));
        all.addAll(List.of("--month", "2017-01", "--json"));
        all.addAll(List.of(more));
        return run("kpi", all.toArray(String[]::new));
    }

    private int run(String command, String... more) {
        List<Object> all = new ArrayList<>(List.of(command, "--log", made.log()));
        all.addAll(List.of("--recordings", made.calls(), "--analyses", made.results()));
        all.addAll(List.of(more));
        return bare(all.toArray());
    }

    private int bare(Object... arguments) {
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        return TonalystCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(texts);
    }

    private JsonNode json() throws Exception {
        return new ObjectMapper().readTree(out.toString());
    }
}

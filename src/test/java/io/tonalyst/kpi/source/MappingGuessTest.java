// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallLogException;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.RejectedRows;
import io.tonalyst.kpi.table.DialectHints;
import io.tonalyst.kpi.table.TableSample;
import io.tonalyst.kpi.table.TableSampler;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingGuessTest {
    @TempDir Path folder;

    @Test
    void columnsAreToldByNameAndContent() throws Exception {
        TableSample sample =
                sample(
                        "Interaction ID;Start Time;User;Talk Time;Hold"
                                + " Time;Wrap-up;Disposition;Score;Date\n"
                                + "1;13.01.2021 09:30;Ann;2:10;0:05;1:00;Solved;4,5;none\n"
                                + "2;14.01.2021 10:30;Bo;30:10;0:15;1:10;Not solved;4,0;none\n");
        ColumnMapping guess = MappingGuess.of(sample);
        assertThat(column(guess, CallField.CALL_ID)).isEqualTo("Interaction ID");
        assertThat(column(guess, CallField.START)).isEqualTo("Start Time");
        assertThat(column(guess, CallField.AGENT)).isEqualTo("User");
        assertThat(column(guess, CallField.TALK)).isEqualTo("Talk Time");
        assertThat(column(guess, CallField.HOLD)).isEqualTo("Hold Time");
        assertThat(column(guess, CallField.WORK)).isEqualTo("Wrap-up");
        assertThat(column(guess, CallField.RATING)).isEqualTo("Score");
        assertThat(guess.rule(CallField.OUTCOME).yes()).containsExactly("Solved");
        assertThat(guess.has(CallField.TIME)).isFalse();
        Binding binding = MappingBinder.bind(guess, sample);
        assertThat(binding.isReady()).isTrue();
        CallLogImport read = read(binding);
        assertThat(read.log().talkSeconds(0)).isEqualTo(130);
        assertThat(read.log().rating(0)).isEqualTo(4.5f);
        assertThat(read.log().resolvedCalls(0)).isEqualTo(1);
        assertThat(read.log().resolvedCalls(1)).isZero();
    }

    @Test
    void anEmptyTableMapsNothing() throws Exception {
        assertThat(MappingGuess.of(sample("one\ntwo\n")).fields()).isEmpty();
    }

    @Test
    void lookupTablesGiveWordsAndTeams() throws Exception {
        Files.writeString(folder.resolve("agents.csv"), "nr;name;team\n7;Ann;North\n8;Bo;South\n");
        TableSample sample =
                sample("agent,date,talk\n7,2021-01-13,60\n8,2021-01-13,60\n9,2021-01-13,60\n");
        ColumnMapping mapping =
                MappingGuess.of(sample)
                        .withLookups(
                                List.of(
                                        lookup(CallField.AGENT_NAME, "name"),
                                        lookup(CallField.TEAM, "team")));
        CallLogImport read = read(MappingBinder.bind(mapping, sample));
        assertThat(read.log().agentTitle(7)).isEqualTo("Ann");
        assertThat(read.log().agentTitle(9)).isEqualTo("9");
        assertThat(read.log().codes(CallDimension.TEAM)).containsExactly("North", "South");
        assertThat(read.log().code(CallDimension.TEAM, 1)).isEqualTo("South");
        assertThat(read.log().code(CallDimension.TEAM, 2)).isEmpty();
        assertThat(read.remarks()).contains("agents.csv gives team for 2 codes of agent_id.");
        ColumnMapping missing =
                mapping.withLookups(
                        List.of(
                                new Lookup(
                                        "none.csv",
                                        CallField.AGENT,
                                        "nr",
                                        CallField.TEAM,
                                        "team",
                                        false)));
        assertThatThrownBy(() -> read(MappingBinder.bind(missing, sample)))
                .isInstanceOf(CallLogException.class)
                .hasMessageMatching("The lookup table .*none.csv for the agent_id is missing.");
    }

    @Test
    void readingCanBeCancelled() throws Exception {
        TableSample sample = sample("agent,date,talk\n7,2021-01-13,60\n");
        var cancel = new CancelToken();
        cancel.cancel();
        Binding binding = MappingBinder.bind(MappingGuess.of(sample), sample);
        assertThatThrownBy(
                        () ->
                                CallLogImporter.read(
                                        binding, RejectedRows.NONE, cancel, ProgressSink.NONE))
                .isInstanceOf(CancellationException.class);
    }

    private static Lookup lookup(CallField gives, String column) {
        return new Lookup("agents.csv", CallField.AGENT, "nr", gives, column, false);
    }

    private static String column(ColumnMapping mapping, CallField field) {
        FieldRule rule = mapping.rule(field);
        return rule == null ? "" : rule.column();
    }

    private static CallLogImport read(Binding binding) throws CallLogException {
        return CallLogImporter.read(
                binding, RejectedRows.NONE, new CancelToken(), ProgressSink.NONE);
    }

    private TableSample sample(String text) throws Exception {
        return TableSampler.sample(
                Files.writeString(folder.resolve("log.csv"), text), DialectHints.NONE);
    }
}

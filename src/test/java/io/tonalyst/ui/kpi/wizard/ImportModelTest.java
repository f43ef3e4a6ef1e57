// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.kpi.RowProblem;
import io.tonalyst.kpi.source.CallField;
import io.tonalyst.kpi.source.Lookup;
import io.tonalyst.kpi.source.MappingStore;
import io.tonalyst.kpi.source.Presets;
import io.tonalyst.kpi.table.DialectHints;
import io.tonalyst.work.JobRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No toolkit: what would go to the UI thread is queued and run by the test. */
class ImportModelTest {
    private static final String LOG =
            "who;when;long;end;note\n"
                    + "Ann;01.02.2021 09:30;2:10;solved;x\n"
                    + "Bo;14.02.2021 24:00;30:10;open;x\n"
                    + "Bo;soon;1:00;open;x\n";

    @TempDir Path folder;

    private final JobRunner jobs = new JobRunner("test", 2);
    private final LinkedBlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private ImportModel model;

    @BeforeEach
    void makeModel() {
        model =
                new ImportModel(
                        new MappingStore(folder.resolve("mappings"), new Presets()), jobs, ui::add);
    }

    @AfterEach
    void close() {
        model.close();
        jobs.close();
    }

    @Test
    void anUnknownLogIsMappedCheckedAndSaved() throws Exception {
        open(LOG);
        assertThat(model.proposalProperty().get().binding().isReady()).isFalse();
        map(CallField.AGENT, 0);
        map(CallField.START, 1);
        map(CallField.TALK, 2);
        map(CallField.OUTCOME, 3);
        Proposal proposal = model.proposalProperty().get();
        assertThat(proposal.binding().isReady()).isTrue();
        assertThat(proposal.samples().get(CallField.TALK).shown().getFirst().meaning())
                .isEqualTo("130 s");
        assertThat(proposal.samples().get(CallField.START).unread()).isEqualTo(1);
        assertThat(proposal.samples().get(CallField.START).shown())
                .anyMatch(s -> s.text().equals("soon") && s.meaning() == null);
        assertThat(proposal.mapping().rule(CallField.OUTCOME).yes()).containsExactly("solved");
        assertThat(model.proposalProperty().get().values(CallField.OUTCOME, 10))
                .containsExactly("open", "solved");
        model.setYes(CallField.OUTCOME, List.of("open"));
        await(() -> model.proposalProperty().get() != proposal);
        model.check();
        await(() -> model.checked().resultProperty().get() != null);
        assertThat(model.checked().runningProperty().get()).isFalse();
        assertThat(model.checked().resultProperty().get().log().size()).isEqualTo(2);
        assertThat(model.checked().resultProperty().get().problemCounts())
                .isEqualTo(Map.of(RowProblem.Kind.DATE, 1L));
        model.save(" ");
        assertThat(model.noticeProperty().get()).startsWith("Give the mapping a name");
        model.save("Nord 1");
        await(() -> !model.savedProperty().get().isEmpty());
        assertThat(model.mappings().getFirst().name()).isEqualTo("Nord 1");
        model.open(Files.writeString(folder.resolve("other.csv"), LOG));
        await(() -> model.proposalProperty().get() != null);
        assertThat(model.proposalProperty().get().mapping().name())
                .as("the next log of the kind is recognised")
                .isEqualTo("Nord 1");
    }

    @Test
    void theDialectCanBeOverruledAndWhatWasMappedStays() throws Exception {
        open(LOG);
        map(CallField.AGENT, 0);
        var before = model.sampleProperty().get();
        model.setHints(new DialectHints(null, ',', null, null, null, null));
        await(() -> model.sampleProperty().get() != before);
        assertThat(model.sampleProperty().get().columns()).hasSize(1);
        assertThat(model.proposalProperty().get().binding().blocking())
                .contains("There is no column \"who\".");
        var narrow = model.sampleProperty().get();
        model.setHints(DialectHints.NONE);
        await(() -> model.sampleProperty().get() != narrow);
        assertThat(model.proposalProperty().get().mapping().has(CallField.AGENT)).isTrue();
        model.use(new Presets().ofName("pwc").orElseThrow());
        await(() -> model.proposalProperty().get().mapping().name().equals("pwc"));
        assertThat(model.proposalProperty().get().binding().blocking())
                .contains("There is no column \"Agent\".");
    }

    @Test
    void aLookupTableIsToldByItsColumns() throws Exception {
        open(LOG.replace("note", "team"));
        map(CallField.AGENT, 0);
        model.lookups()
                .add(Files.writeString(folder.resolve("people.csv"), "who,name\nAnn,Ann Ek\n"));
        await(() -> !model.proposalProperty().get().mapping().lookups().isEmpty());
        assertThat(model.proposalProperty().get().mapping().lookups())
                .containsExactly(
                        new Lookup(
                                "people.csv",
                                CallField.AGENT,
                                "who",
                                CallField.AGENT,
                                "name",
                                false));
        model.lookups().lookAt(model.proposalProperty().get().mapping().lookups());
        await(() -> !model.lookups().columnsProperty().get().isEmpty());
        assertThat(model.lookups().columnsProperty().get())
                .isEqualTo(Map.of("people.csv", List.of("who", "name")));
    }

    @Test
    void whatCannotBeReadIsOneSentence() throws Exception {
        model.open(Files.writeString(folder.resolve("empty.csv"), ""));
        await(() -> !model.noticeProperty().get().isEmpty());
        assertThat(model.noticeProperty().get()).endsWith("empty.csv is empty.");
        assertThat(model.proposalProperty().get()).isNull();
        model.check();
        assertThat(model.checked().runningProperty().get()).isFalse();
    }

    private void open(String text) throws Exception {
        model.open(Files.writeString(folder.resolve("log.csv"), text));
        await(() -> model.proposalProperty().get() != null);
    }

    private void map(CallField field, int column) throws Exception {
        Proposal before = model.proposalProperty().get();
        model.map(field, column);
        await(() -> model.proposalProperty().get() != before);
    }

    private void await(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(model.noticeProperty().get()).isLessThan(end);
            Runnable task = ui.poll(20, TimeUnit.MILLISECONDS);
            if (task != null) {
                task.run();
            }
        }
    }
}

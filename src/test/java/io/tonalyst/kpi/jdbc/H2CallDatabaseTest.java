// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.RejectedRows;
import io.tonalyst.kpi.RowProblem;
import io.tonalyst.kpi.source.LogOpener;
import io.tonalyst.kpi.source.MappingBinder;
import io.tonalyst.kpi.source.MappingGuess;
import io.tonalyst.kpi.source.MappingStore;
import io.tonalyst.kpi.source.Presets;
import io.tonalyst.kpi.table.DialectHints;
import io.tonalyst.kpi.table.TableSample;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same SQL in another database, whose names are upper case, and mappings of all kinds. */
class H2CallDatabaseTest {
    private static final String URL = "jdbc:h2:mem:calls";

    @TempDir Path folder;

    private Connection keeper;

    @BeforeEach
    void open() throws Exception {
        keeper = DriverManager.getConnection(URL);
    }

    @AfterEach
    void close() throws Exception {
        keeper.close();
    }

    private LogOpener opener() {
        return new LogOpener(new MappingStore(folder.resolve("mappings"), new Presets()));
    }

    private CallLogImport ofFile(String csv) throws Exception {
        Path file = Files.writeString(folder.resolve("calls.csv"), csv);
        TableSample sample = opener().sample(file, DialectHints.NONE);
        var known = opener().recognise(sample);
        return opener().open(
                        file,
                        known.isPresent() ? known.get().mapping() : MappingGuess.of(sample),
                        RejectedRows.NONE,
                        new CancelToken(),
                        ProgressSink.NONE);
    }

    private static CallDatabase connect(String table) throws Exception {
        return CallDatabase.connect(new DatabaseAddress(URL, "", table, null), null, 60);
    }

    private CallLogImport ofTable(String table) throws Exception {
        try (var database = connect(table)) {
            TableSample sample = database.sample();
            var binding =
                    opener().recognise(sample)
                            .orElseGet(() -> MappingBinder.bind(MappingGuess.of(sample), sample));
            return database.read(
                    binding, CallDatabase.Extent.ALL, new CancelToken(), ProgressSink.NONE);
        }
    }

    @Test
    void aLogWithEverythingHasTheFiguresOfItsFile() throws Exception {
        List<String> rows = CallTables.rows(1200);
        CallTables.create(keeper, "calls", rows);
        CallLogImport file = ofFile(CallTables.csv(rows));
        CallLogImport table = ofTable("calls");
        assertThat(table.problemCounts()).isEqualTo(file.problemCounts());
        assertThat(SameFigures.compare(file.log(), table.log())).isGreaterThan(5000);
    }

    @Test
    void rowsOfSeveralCallsAreWeighted() throws Exception {
        List<String> rows =
                List.of(
                        "2019-01-05 00:00:00,7,4,100.5,0.75",
                        "2019-01-05 00:00:00,8,0,90,0.5",
                        "2019-01-06 00:00:00,7,1,200,1",
                        "2019-01-06 00:00:00,8,3,300,",
                        "2019-02-06 00:00:00,8,2.5,300,0.1");
        CallTables.create(
                keeper,
                "days",
                List.of(
                        "date TIMESTAMP",
                        "agent_id INTEGER",
                        "calls_handled NUMERIC(9,1)",
                        "avg_handle_time DOUBLE PRECISION",
                        "fcr_rate DOUBLE PRECISION"),
                rows);
        CallLogImport file =
                ofFile(
                        "date,agent_id,calls_handled,avg_handle_time,fcr_rate\n"
                                + String.join("\n", rows)
                                + "\n");
        CallLogImport table = ofTable("DAYS");
        assertThat(file.log().recorded().summed()).isTrue();
        assertThat(table.problemCounts()).isEqualTo(Map.of(RowProblem.Kind.NUMBER, 1L));
        assertThat(table.problemCounts()).isEqualTo(file.problemCounts());
        assertThat(table.passedOver()).isEqualTo(file.passedOver());
        SameFigures.compare(file.log(), table.log());
    }

    @Test
    void callsNobodyAnsweredArePassedOver() throws Exception {
        String columns =
                "Call Id,Agent,Date,Time,Topic,Answered (Y/N),Resolved,Speed of answer in seconds,"
                        + "AvgTalkDuration,Satisfaction rating\n";
        List<String> rows =
                List.of(
                        "i1,Diane,2021-01-01 00:00:00,09:12:58,Contract,Y,Y,109,143,3",
                        "i2,Becky,2021-01-01 00:00:00,09:12:58,Technical,Y,N,70,244,2",
                        "i3,Becky,2021-01-02 00:00:00,09:12:58,Technical,N,N,,,",
                        "i4,Becky,2021-01-02 00:00:00,09:12:58,Technical,maybe,N,10,20,",
                        "i2,Becky,2021-01-01 00:00:00,09:12:58,Technical,Y,N,70,244,2");
        CallTables.create(
                keeper,
                "pwc",
                List.of(
                        "\"Call Id\" VARCHAR(9)",
                        "\"Agent\" VARCHAR(9)",
                        "\"Date\" TIMESTAMP",
                        "\"Time\" VARCHAR(9)",
                        "\"Topic\" VARCHAR(19)",
                        "\"Answered (Y/N)\" VARCHAR(9)",
                        "\"Resolved\" VARCHAR(9)",
                        "\"Speed of answer in seconds\" INTEGER",
                        "\"AvgTalkDuration\" INTEGER",
                        "\"Satisfaction rating\" INTEGER"),
                rows);
        CallLogImport table = ofTable("pwc");
        assertThat(table.passedOver()).isEqualTo(Map.of("not answered", 1L));
        assertThat(table.problemCounts()).isEqualTo(Map.of(RowProblem.Kind.MARK, 1L));
        assertThat(table.log().callCount()).isEqualTo(3);
        assertThat(table.remarks())
                .anyMatch(text -> text.startsWith("1 rows repeat the number of a call"));
        CallLogImport file = ofFile(columns + String.join("\n", rows.subList(0, 4)) + "\n");
        keeper.createStatement().execute("CREATE VIEW once AS SELECT DISTINCT * FROM pwc");
        SameFigures.compare(file.log(), ofTable("once").log());
    }

    @Test
    void aDriverThatIsNoJarIsTold() {
        assertThatThrownBy(
                        () ->
                                CallDatabase.connect(
                                        new DatabaseAddress(
                                                URL, "", "t", folder.resolve("driver.jar")),
                                        null,
                                        5))
                .hasMessageStartingWith("There is no driver jar ");
        assertThatThrownBy(() -> connect("nothing").sample())
                .hasMessageStartingWith("There is no table or view 'nothing' in jdbc:h2:mem:calls");
    }
}

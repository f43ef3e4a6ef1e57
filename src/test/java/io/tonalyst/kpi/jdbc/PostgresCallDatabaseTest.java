// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallFilter;
import io.tonalyst.kpi.CallLogException;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.RejectedRows;
import io.tonalyst.kpi.source.Binding;
import io.tonalyst.kpi.source.LogOpener;
import io.tonalyst.kpi.source.MappingBinder;
import io.tonalyst.kpi.source.MappingGuess;
import io.tonalyst.kpi.source.MappingStore;
import io.tonalyst.kpi.source.Presets;
import io.tonalyst.kpi.table.DialectHints;
import io.tonalyst.kpi.table.TableSample;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Call logs in a PostgreSQL server that the test starts, beside the same calls in files. */
class PostgresCallDatabaseTest {
    private static final List<String> ROWS = CallTables.rows(3000);

    @TempDir static Path folder;

    private static EmbeddedPostgres server;

    @BeforeAll
    static void startServer() throws Exception {
        try {
            server = EmbeddedPostgres.builder().start();
        } catch (Exception | LinkageError e) {
            Assumptions.abort("PostgreSQL's binaries do not run on this machine: " + e);
        }
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            CallTables.create(connection, "\"Calls of 2019\"", ROWS);
            List<String> vola = Files.readAllLines(Path.of("samples", "call_log.csv"));
            CallTables.create(
                    connection,
                    "volaphone",
                    List.of(
                            "agent_id INTEGER",
                            "call_date TIMESTAMP",
                            "talk_time INTEGER",
                            "after_call_work_time INTEGER",
                            "queue_time INTEGER",
                            "call_resolution_id TEXT",
                            "call_type_id TEXT",
                            "plan_id TEXT",
                            "emotion TEXT"),
                    vola.subList(1, vola.size()));
            statement.execute(
                    "CREATE VIEW spans AS SELECT agent_id, call_date::timestamptz AS call_date,"
                            + " make_interval(secs => talk_time) AS talk_time,"
                            + " call_resolution_id = 'Resolution1' AS resolved FROM volaphone");
            statement.execute(
                    "CREATE VIEW texts AS SELECT agent_id::text AS agent,"
                            + " to_char(call_date, 'DD.MM.YYYY HH24:MI') AS call_date,"
                            + " talk_time AS talk_seconds FROM volaphone");
            statement.execute(
                    "CREATE VIEW numbers AS SELECT agent_id, extract(epoch from call_date)::bigint"
                            + " AS start, talk_time::text AS talk_time FROM volaphone");
            statement.execute("CREATE TABLE witness (n INTEGER)");
            statement.execute(
                    "CREATE FUNCTION writes() RETURNS INTEGER LANGUAGE sql AS"
                            + " 'INSERT INTO witness VALUES (1) RETURNING n'");
            statement.execute(
                    "CREATE VIEW sly AS SELECT agent_id, call_date, talk_time + 0 * writes() AS"
                            + " talk_time FROM volaphone");
            statement.execute(
                    "CREATE VIEW slow AS SELECT agent_id, call_date, talk_time +"
                            + " CASE WHEN agent_id > 0 THEN length(pg_sleep(0.02)::text) ELSE 0 END"
                            + " AS talk_time FROM volaphone LIMIT 20000");
            statement.execute("CREATE ROLE stranger LOGIN");
            statement.execute("CREATE ROLE guarded LOGIN PASSWORD 'open sesame'");
            statement.execute("GRANT SELECT ON volaphone TO guarded");
            guard(statement);
        }
    }

    /** The server lets everybody in; one user has to say a password. */
    private static void guard(Statement statement) throws Exception {
        try (var file = statement.executeQuery("SHOW hba_file")) {
            file.next();
            Path hba = Path.of(file.getString(1));
            String rules = Files.readString(hba);
            Files.writeString(hba, "host all guarded all scram-sha-256\n" + rules);
        }
        statement.execute("SELECT pg_reload_conf()");
    }

    @AfterAll
    static void stopServer() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    private static DatabaseAddress address(String table) {
        return address(table, "postgres");
    }

    private static DatabaseAddress address(String table, String user) {
        return new DatabaseAddress(
                "jdbc:postgresql://localhost:" + server.getPort() + "/postgres", user, table, null);
    }

    private static CallLogImport read(String table, CallDatabase.Extent extent)
            throws CallLogException {
        try (var database = CallDatabase.connect(address(table), null, 60)) {
            return database.read(
                    bind(database.sample()), extent, new CancelToken(), ProgressSink.NONE);
        }
    }

    private static Binding bind(TableSample sample) {
        return opener().recognise(sample)
                .orElseGet(() -> MappingBinder.bind(MappingGuess.of(sample), sample));
    }

    private static LogOpener opener() {
        return new LogOpener(new MappingStore(folder.resolve("mappings"), new Presets()));
    }

    @Test
    void aLogWithEverythingHasTheFiguresOfItsFile() throws Exception {
        Path file = Files.writeString(folder.resolve("calls.csv"), CallTables.csv(ROWS));
        LogOpener opener = opener();
        TableSample sample = opener.sample(file, DialectHints.NONE);
        CallLogImport ofFile =
                opener.open(
                        file,
                        MappingGuess.of(sample),
                        RejectedRows.NONE,
                        new CancelToken(),
                        ProgressSink.NONE);
        CallLogImport ofTable = read("Calls of 2019", CallDatabase.Extent.ALL);
        assertThat(ofTable.log().isGrouped()).isTrue();
        assertThat(ofTable.rows()).isEqualTo(ofFile.rows());
        assertThat(ofTable.problemCounts()).isEqualTo(ofFile.problemCounts());
        assertThat(ofTable.log().callCount()).isEqualTo(ofFile.log().size());
        assertThat(SameFigures.compare(ofFile.log(), ofTable.log())).isGreaterThan(10_000);
    }

    @Test
    void aVolaPhoneLogIsRecognisedAndHasTheFiguresOfItsFile() throws Exception {
        CallLogImport ofFile =
                opener().open(
                                Path.of("samples", "call_log.csv"),
                                new CancelToken(),
                                ProgressSink.NONE);
        CallLogImport ofTable = read("volaphone", CallDatabase.Extent.ALL);
        var type = new CallFilter(Map.of(CallDimension.CALL_TYPE, Set.of("Type20")), null, null);
        assertThat(SameFigures.compare(ofFile.log(), ofTable.log(), List.of(CallFilter.NONE, type)))
                .isGreaterThan(10_000);
        assertThat(ofTable.log().title(CallDimension.CALL_TYPE, "Type20"))
                .isEqualTo("Technical Support");
    }

    @Test
    void momentsIntervalsAndTrueOrFalseAreRead() throws Exception {
        CallLogImport ints = read("volaphone", CallDatabase.Extent.ALL);
        CallLogImport spans = read("spans", CallDatabase.Extent.ALL);
        var one = ints.log().totals(ints.log().all());
        var other = spans.log().totals(spans.log().all());
        assertThat(other.talkS()).isEqualTo(one.talkS());
        assertThat(other.resolved()).isEqualTo(one.resolved());
        assertThat(spans.log().months()).isEqualTo(ints.log().months());
        assertThat(spans.remarks()).anyMatch(text -> text.contains("time zone"));
    }

    @Test
    void datesInTextAreReadWhereTheyCanBe() throws Exception {
        CallLogImport ints = read("volaphone", CallDatabase.Extent.ALL);
        CallLogImport texts = read("texts", CallDatabase.Extent.ALL);
        assertThat(texts.log().months()).isEqualTo(ints.log().months());
        assertThat(texts.log().callCount()).isEqualTo(ints.log().callCount());
        assertThatThrownBy(() -> read("numbers", CallDatabase.Extent.ALL))
                .isInstanceOf(CallLogException.class)
                .hasMessage(
                        "The column \"talk_time\" cannot be added up as a duration, for it holds"
                                + " text: make a view that casts it to a number.");
    }

    @Test
    void onlyWhatIsAskedForIsFetched() throws Exception {
        var extent =
                new CallDatabase.Extent(
                        Set.of(CallDimension.CALL_TYPE),
                        LocalDate.of(2017, 1, 5),
                        LocalDate.of(2017, 1, 6));
        CallLogImport some = read("volaphone", extent);
        assertThat(some.log().codes(CallDimension.CALL_TYPE)).isNotEmpty();
        assertThat(some.log().codes(CallDimension.PLAN)).isEmpty();
        assertThat(some.log().hasEmotionLabels()).isTrue();
        int agents = some.log().agents().length;
        assertThat(some.log().size()).isLessThanOrEqualTo(agents * 2 * 5);
        CallLogImport texts =
                read("texts", new CallDatabase.Extent(null, extent.from(), extent.to()));
        assertThat(texts.log().callCount()).isEqualTo(some.log().callCount());
    }

    @Test
    void dimensionsAreLeftOutUntilTheGroupsFit() throws Exception {
        try (var database = CallDatabase.connect(address("volaphone"), null, 60, 8000)) {
            CallLogImport read =
                    database.read(
                            bind(database.sample()),
                            CallDatabase.Extent.ALL,
                            new CancelToken(),
                            ProgressSink.NONE);
            assertThat(read.log().size()).isLessThanOrEqualTo(8000);
            assertThat(read.remarks()).anyMatch(text -> text.startsWith("Not told apart by"));
        }
        try (var database = CallDatabase.connect(address("volaphone"), null, 60, 10)) {
            Binding binding = bind(database.sample());
            assertThatThrownBy(
                            () ->
                                    database.read(
                                            binding,
                                            CallDatabase.Extent.ALL,
                                            new CancelToken(),
                                            ProgressSink.NONE))
                    .hasMessage("The calls fall into more than 10 groups: limit them by days.");
        }
    }

    @Test
    void nothingIsWrittenEvenWhenATableTriesTo() throws Exception {
        assertThatThrownBy(() -> read("sly", CallDatabase.Extent.ALL))
                .hasMessage(
                        "The table sly would write to the database when it is read, which is not"
                                + " allowed: choose one that only reads.");
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var count = connection.createStatement().executeQuery("SELECT * FROM witness")) {
            assertThat(count.next()).isFalse();
        }
    }

    @Test
    void aNameCannotSmuggleInSql() {
        assertThatThrownBy(
                        () -> read("volaphone; DROP TABLE volaphone; --", CallDatabase.Extent.ALL))
                .hasMessageStartingWith(
                        "There is no table or view 'volaphone; DROP TABLE volaphone; --' in"
                                + " jdbc:postgresql://localhost:");
    }

    @Test
    void aQueryEndsWhenItIsCancelledOrItsTimeIsUp() throws Exception {
        try (var database = CallDatabase.connect(address("slow"), null, 1)) {
            // The sample of a thousand rows would take twenty seconds.
            assertThatThrownBy(database::sample)
                    .hasMessageContaining("it took longer than allowed");
        }
        TableSample sample;
        try (var database = CallDatabase.connect(address("volaphone"), null, 60)) {
            sample = database.sample();
        }
        var cancel = new CancelToken();
        try (var database = CallDatabase.connect(address("slow"), null, 60)) {
            CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS).execute(cancel::cancel);
            long start = System.nanoTime();
            assertThatThrownBy(
                            () ->
                                    database.read(
                                            bind(slowColumns(sample)),
                                            CallDatabase.Extent.ALL,
                                            cancel,
                                            ProgressSink.NONE))
                    .isInstanceOf(CancellationException.class);
            assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
        }
    }

    /** The first three columns of the sample, which are those of the slow table. */
    private static TableSample slowColumns(TableSample sample) {
        List<List<String>> rows = sample.rows().stream().map(row -> row.subList(0, 3)).toList();
        return new TableSample(
                sample.file(),
                sample.dialect(),
                sample.columns().subList(0, 3),
                rows,
                rows,
                List.of(),
                List.of());
    }

    @Test
    void whatTheDatabaseRefusesIsToldInOneSentence() {
        String url = address("volaphone").plainUrl();
        assertThatThrownBy(
                        () ->
                                CallDatabase.connect(
                                        address("x", "guarded"), "wrong".toCharArray(), 5))
                .isInstanceOf(CallLogException.class)
                .hasMessage(
                        "The database "
                                + url
                                + " does not let the user guarded in: check the user and the"
                                + " password.");
        assertThatCode(
                        () -> {
                            try (var database =
                                    CallDatabase.connect(
                                            address("volaphone", "guarded"),
                                            "open sesame".toCharArray(),
                                            5)) {
                                database.sample();
                            }
                        })
                .doesNotThrowAnyException();
        assertThatThrownBy(
                        () -> {
                            try (var database =
                                    CallDatabase.connect(
                                            address("volaphone", "stranger"), null, 5)) {
                                database.sample();
                            }
                        })
                .hasMessage(
                        "The user stranger may not read the table volaphone: ask for the right to"
                                + " select from it.");
        assertThatThrownBy(
                        () ->
                                CallDatabase.connect(
                                        new DatabaseAddress(
                                                "jdbc:postgresql://localhost:1/x", "u", "t", null),
                                        null,
                                        5))
                .hasMessage(
                        "The database jdbc:postgresql://localhost:1/x cannot be reached: check the"
                                + " host and the port, and that the server runs.");
        assertThatThrownBy(
                        () ->
                                CallDatabase.connect(
                                        new DatabaseAddress(
                                                url.replaceFirst("/postgres$", "/nowhere"),
                                                "postgres",
                                                "t",
                                                null),
                                        null,
                                        5))
                .hasMessageStartingWith("There is no such database");
        assertThatThrownBy(
                        () ->
                                CallDatabase.connect(
                                        new DatabaseAddress(
                                                url + "?user=a&password=b", "", "t", null),
                                        null,
                                        5))
                .hasMessageStartingWith("Leave the password out of the URL");
        assertThatThrownBy(
                        () ->
                                CallDatabase.connect(
                                        new DatabaseAddress("jdbc:mysql://h/d", "", "t", null),
                                        null,
                                        5))
                .hasMessage(
                        "No driver for jdbc:mysql is at hand (PostgreSQL's is): name the jar of the"
                                + " driver.");
    }

    @Test
    void tablesAreListed() throws Exception {
        try (var database = CallDatabase.connect(address(""), null, 5)) {
            assertThat(database.tables()).contains("volaphone", "Calls of 2019", "spans");
            assertThat(database.product()).startsWith("PostgreSQL 17");
        }
    }
}

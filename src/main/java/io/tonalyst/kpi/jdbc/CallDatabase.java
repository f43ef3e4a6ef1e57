// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.jdbc;

import io.tonalyst.kpi.CallDimension;
import io.tonalyst.kpi.CallLogException;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.source.Binding;
import io.tonalyst.kpi.source.CallField;
import io.tonalyst.kpi.table.TableSample;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call log in a database, reached by JDBC and only read: the connection is read-only, every query
 * is a prepared {@code SELECT}, and all are of one moment where the database can do that. Calls are
 * added up there; what comes here are sums by day, agent and the names that calls are filtered and
 * compared by. For one thread.
 */
public final class CallDatabase implements AutoCloseable {
    /** A query may take so long unless someone says otherwise. */
    public static final int DEFAULT_SECONDS = 600;

    /** So many groups are fetched at most; dimensions are left out until they fit. */
    static final int MAX_GROUPS = 2_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(CallDatabase.class);
    private static final int GROUPS_BETWEEN_REPORTS = 4096;

    /** What calls are told apart by; those at the end are left out first. */
    private static final List<CallDimension> KEYS =
            List.of(
                    CallDimension.TEAM,
                    CallDimension.CALL_TYPE,
                    CallDimension.OUTCOME,
                    CallDimension.QUEUE,
                    CallDimension.EMOTION,
                    CallDimension.PLAN);

    private final DatabaseAddress address;
    private final JdbcDrivers drivers;
    private final Connection connection;
    private final SqlDialect dialect;
    private final String product;
    private final int timeoutSeconds;
    private final int maxGroups;

    private CallDatabase(
            DatabaseAddress address,
            JdbcDrivers drivers,
            Connection connection,
            int timeoutSeconds,
            int maxGroups)
            throws SQLException {
        this.address = address;
        this.drivers = drivers;
        this.connection = connection;
        this.timeoutSeconds = timeoutSeconds;
        this.maxGroups = maxGroups;
        DatabaseMetaData database = connection.getMetaData();
        connection.setReadOnly(true);
        if (database.supportsTransactionIsolationLevel(Connection.TRANSACTION_REPEATABLE_READ)) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        }
        connection.setAutoCommit(false);
        dialect = SqlDialect.of(database);
        product =
                database.getDatabaseProductName()
                        + " "
                        + String.valueOf(database.getDatabaseProductVersion()).split(" ", 2)[0];
    }

    /**
     * Connects.
     *
     * @param password is not kept; null for none
     * @param timeoutSeconds after which a query is given up
     * @throws CallLogException if there is no driver, or the database refuses
     */
    public static CallDatabase connect(
            DatabaseAddress address, char @Nullable [] password, int timeoutSeconds)
            throws CallLogException {
        return connect(address, password, timeoutSeconds, MAX_GROUPS);
    }

    static CallDatabase connect(
            DatabaseAddress address, char @Nullable [] password, int timeoutSeconds, int maxGroups)
            throws CallLogException {
        address.check();
        JdbcDrivers drivers = JdbcDrivers.of(address);
        Connection connection = null;
        try {
            connection = drivers.connect(address, password);
            return new CallDatabase(address, drivers, connection, timeoutSeconds, maxGroups);
        } catch (SQLException e) {
            close(connection, drivers);
            throw JdbcFailures.of(address, e);
        } catch (CallLogException e) {
            close(connection, drivers);
            throw e;
        }
    }

    /** The database and its version, such as {@code PostgreSQL 17.6}. */
    public String product() {
        return product;
    }

    /** The tables and views that can be seen, those of the user's own schema first. */
    public List<String> tables() throws CallLogException {
        try {
            return DatabaseTable.list(connection);
        } catch (SQLException e) {
            throw JdbcFailures.of(address, e);
        }
    }

    /** The first rows of the table, as texts; the table stands in the place of the file. */
    public TableSample sample() throws CallLogException {
        try {
            return TableLook.sample(connection, table(), address.asPath(), timeoutSeconds);
        } catch (SQLException e) {
            throw JdbcFailures.of(address, e);
        }
    }

    private DatabaseTable table() throws SQLException, CallLogException {
        if (address.table().isEmpty()) {
            throw new CallLogException("Name the table or view that holds the calls.");
        }
        return DatabaseTable.find(connection, address, dialect);
    }

    /**
     * What of the calls is fetched.
     *
     * @param apart dimensions that calls can be filtered and compared by afterwards; null for all
     *     that are mapped, as far as the groups are not too many
     * @param from first day; null for the first of the table
     * @param to last day; null for the last of the table
     */
    public record Extent(
            @Nullable Set<CallDimension> apart, @Nullable LocalDate from, @Nullable LocalDate to) {
        /** All calls. */
        public static final Extent ALL = new Extent(null, null, null);
    }

    /**
     * Adds up the calls in the database.
     *
     * @param binding of a mapping to {@link #sample}
     * @throws CallLogException if the binding is not ready, the database refuses, or no row is a
     *     usable call
     * @throws java.util.concurrent.CancellationException when the token is raised
     */
    public CallLogImport read(
            Binding binding, Extent extent, CancelToken cancel, ProgressSink progress)
            throws CallLogException {
        if (!binding.isReady()) {
            throw new CallLogException(
                    "%s cannot be read with the mapping %s. %s"
                            .formatted(
                                    address.title(), binding.mapping().name(), binding.blocking()));
        }
        try {
            return read(
                    binding,
                    extent,
                    new CancellableQuery(connection, timeoutSeconds, cancel),
                    progress);
        } catch (SQLException e) {
            throw JdbcFailures.of(address, e);
        } finally {
            rollBack();
        }
    }

    private CallLogImport read(
            Binding binding, Extent extent, CancellableQuery queries, ProgressSink progress)
            throws SQLException, CallLogException {
        var columns = CallColumnsSql.of(binding, table(), dialect, extent.from(), extent.to());
        List<CallDimension> keys = new ArrayList<>(keys(binding, extent));
        var leftOut = new ArrayList<CallDimension>();
        while (true) {
            var query = CallSql.of(binding, columns, keys);
            var reader =
                    new GroupReader(
                            binding,
                            query,
                            columns.day(),
                            extent.from() == null ? LocalDate.MIN : extent.from(),
                            extent.to() == null ? LocalDate.MAX : extent.to());
            progress.report(0.05, product + " adds up the calls");
            LOG.debug("{}", query.text().sql());
            boolean fits = fetch(query, reader, queries, progress);
            if (fits) {
                return finish(binding, columns, reader, queries, keys, leftOut);
            }
            if (extent.apart() != null || keys.isEmpty()) {
                throw new CallLogException(
                        "The calls fall into more than %,d groups: limit them by days%s."
                                .formatted(
                                        maxGroups,
                                        keys.isEmpty() ? "" : ", or tell them apart by less"));
            }
            leftOut.add(keys.removeLast());
        }
    }

    private static List<CallDimension> keys(Binding binding, Extent extent) {
        Set<CallDimension> apart = extent.apart();
        return KEYS.stream()
                .filter(key -> apart == null || apart.contains(key))
                .filter(
                        key ->
                                binding.fields().keySet().stream()
                                        .anyMatch(f -> f.dimension() == key))
                .toList();
    }

    private boolean fetch(
            CallSql query, GroupReader reader, CancellableQuery queries, ProgressSink progress)
            throws SQLException, CallLogException {
        boolean[] fits = {true};
        queries.<CallLogException>run(
                query.text(),
                rows -> {
                    while (rows.next()) {
                        reader.take(rows);
                        if (reader.groups() > maxGroups) {
                            fits[0] = false;
                            return;
                        }
                        if (reader.groups() % GROUPS_BETWEEN_REPORTS == 0) {
                            queries.cancel().throwIfCancelled();
                            progress.report(
                                    0.5,
                                    String.format(
                                            Locale.ROOT, "%,d groups fetched", reader.groups()));
                        }
                    }
                });
        return fits[0];
    }

    private CallLogImport finish(
            Binding binding,
            CallColumnsSql columns,
            GroupReader reader,
            CancellableQuery queries,
            List<CallDimension> keys,
            List<CallDimension> leftOut)
            throws SQLException, CallLogException {
        if (reader.groups() == 0) {
            throw new CallLogException(
                    address.title()
                            + (reader.rows() == 0
                                    ? " holds no rows of these days."
                                    : " holds no usable call; %,d rows were left out."
                                            .formatted(reader.rows())));
        }
        List<String> remarks = new ArrayList<>(binding.remarks());
        remarks.add(
                "Added up by %s by day, agent%s; single calls stay in the database."
                        .formatted(product, named(keys)));
        if (!leftOut.isEmpty()) {
            remarks.add(
                    "Not told apart by%s: the groups would be more than %,d."
                            .formatted(named(leftOut).substring(1), maxGroups));
        }
        if (!binding.mapping().lookups().isEmpty()
                && binding.mapping().lookups().stream().anyMatch(lookup -> !lookup.optional())) {
            remarks.add("Lookup tables are files and were not joined: join them in a view.");
        }
        columns.remark().ifPresent(remarks::add);
        duplicates(binding, columns, queries, remarks);
        Map<CallDimension, Map<String, String>> titles =
                binding.bound(CallField.AGENT_NAME) == null
                        ? Map.of()
                        : Map.of(CallDimension.AGENT, agentNames(columns, queries));
        return new CallLogImport(
                reader.builder().build(titles),
                reader.rows(),
                List.of(),
                reader.problems(),
                reader.passed(),
                remarks);
    }

    private static String named(List<CallDimension> keys) {
        return keys.stream()
                .map(key -> ", " + key.title().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static Map<String, String> agentNames(CallColumnsSql columns, CancellableQuery queries)
            throws SQLException {
        var names = new HashMap<String, String>();
        queries.<SQLException>run(
                columns.text()
                        .in(
                                "SELECT q_agent_id, MIN(q_agent_name) FROM (",
                                ") r WHERE q_agent_id IS NOT NULL AND q_agent_name IS NOT NULL"
                                        + " GROUP BY q_agent_id"),
                (ResultSet rows) -> {
                    while (rows.next()) {
                        names.put(rows.getString(1), rows.getString(2));
                    }
                });
        return names;
    }

    /** Calls that are there twice are told of, but count: a table has no first one. */
    private static void duplicates(
            Binding binding, CallColumnsSql columns, CancellableQuery queries, List<String> remarks)
            throws SQLException {
        if (binding.bound(CallField.CALL_ID) == null) {
            return;
        }
        queries.<SQLException>run(
                columns.text()
                        .in("SELECT COUNT(q_call_id), COUNT(DISTINCT q_call_id) FROM (", ") r"),
                (ResultSet rows) -> {
                    if (rows.next() && rows.getLong(1) > rows.getLong(2)) {
                        remarks.add(
                                String.format(
                                        Locale.ROOT,
                                        "%,d rows repeat the number of a call and count as calls of"
                                                + " their own: leave them out in a view.",
                                        rows.getLong(1) - rows.getLong(2)));
                    }
                });
    }

    private void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.debug("The transaction could not be ended", e);
        }
    }

    @Override
    public void close() {
        close(connection, drivers);
    }

    private static void close(@Nullable Connection connection, JdbcDrivers drivers) {
        try (drivers) {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException | IOException e) {
            LOG.debug("The connection could not be closed", e);
        }
    }
}

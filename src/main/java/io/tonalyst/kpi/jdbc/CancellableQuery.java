// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.jdbc;

import io.tonalyst.work.CancelToken;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs queries that end when their time is up or a token is raised. */
final class CancellableQuery {
    private static final Logger LOG = LoggerFactory.getLogger(CancellableQuery.class);
    private static final int FETCHED = 5000;
    private static final int LOOK_MILLIS = 100;

    private final Connection connection;
    private final int timeoutSeconds;
    private final CancelToken cancel;

    CancellableQuery(Connection connection, int timeoutSeconds, CancelToken cancel) {
        this.connection = connection;
        this.timeoutSeconds = timeoutSeconds;
        this.cancel = cancel;
    }

    CancelToken cancel() {
        return cancel;
    }

    /** Takes the rows of an answer. */
    @FunctionalInterface
    interface Rows<X extends Exception> {
        void take(ResultSet rows) throws SQLException, X;
    }

    /**
     * Runs a query and hands its rows on while they come.
     *
     * @throws CancellationException when the token is raised
     */
    <X extends Exception> void run(SqlText text, Rows<X> rows) throws SQLException, X {
        cancel.throwIfCancelled();
        var over = new CountDownLatch(1);
        try (PreparedStatement statement = connection.prepareStatement(text.sql())) {
            statement.setQueryTimeout(timeoutSeconds);
            statement.setFetchSize(FETCHED);
            int place = 1;
            for (Object parameter : text.parameters()) {
                if (parameter instanceof LocalDate date) {
                    statement.setDate(place++, java.sql.Date.valueOf(date));
                } else {
                    statement.setString(place++, parameter.toString());
                }
            }
            Thread.ofVirtual().name("query-watch").start(() -> watch(statement, over));
            try (ResultSet found = statement.executeQuery()) {
                rows.take(found);
            }
        } catch (SQLException e) {
            if (cancel.isCancelled()) {
                throw (CancellationException) new CancellationException("cancelled").initCause(e);
            }
            throw e;
        } finally {
            over.countDown();
        }
    }

    private void watch(PreparedStatement statement, CountDownLatch over) {
        try {
            while (!over.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (cancel.isCancelled()) {
                    statement.cancel();
                    return;
                }
            }
        } catch (SQLException e) {
            LOG.debug("The database did not cancel the query", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

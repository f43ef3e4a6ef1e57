// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.wizard;

import io.tonalyst.kpi.CallLogException;
import io.tonalyst.kpi.CallLogImport;
import io.tonalyst.kpi.jdbc.CallDatabase;
import io.tonalyst.kpi.jdbc.ConnectionStore;
import io.tonalyst.kpi.jdbc.DatabaseAddress;
import io.tonalyst.kpi.source.Binding;
import io.tonalyst.kpi.table.TableSample;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.util.Arrays;
import java.util.List;

/**
 * A table in a database as the wizard asks it: one connection a question, none left open. The
 * password is here as long as the wizard needs it, and nowhere else.
 */
public final class DatabaseLog {
    private final DatabaseAddress address;
    private final char[] password;
    private final ConnectionStore store;

    /**
     * @param password empty for none
     * @param store keeps the address once it has let someone in
     */
    public DatabaseLog(DatabaseAddress address, char[] password, ConnectionStore store) {
        this.address = address;
        this.password = password.clone();
        this.store = store;
    }

    /** Forgets the password; no question can be asked any more. */
    void forget() {
        Arrays.fill(password, ' ');
    }

    /** Where it lies. */
    public DatabaseAddress address() {
        return address;
    }

    /** The first rows, as texts. */
    TableSample sample() throws CallLogException {
        try (CallDatabase database = connect()) {
            TableSample sample = database.sample();
            store.keep(address);
            return sample;
        }
    }

    /** The tables and views that can be seen. */
    List<String> tables() throws CallLogException {
        try (CallDatabase database = connect()) {
            return database.tables();
        }
    }

    /** Adds up all calls there. */
    CallLogImport read(Binding binding, CancelToken cancel, ProgressSink progress)
            throws CallLogException {
        try (CallDatabase database = connect()) {
            return database.read(binding, CallDatabase.Extent.ALL, cancel, progress);
        }
    }

    private CallDatabase connect() throws CallLogException {
        return CallDatabase.connect(
                address, password.length == 0 ? null : password, CallDatabase.DEFAULT_SECONDS);
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.jdbc;

import io.tonalyst.kpi.CallLogException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Finds the driver of a database, in the program or in a jar someone names, and connects by it. */
final class JdbcDrivers implements AutoCloseable {
    private static final String SECONDS_TO_CONNECT = "15";

    private final @Nullable URLClassLoader jar;

    private JdbcDrivers(@Nullable URLClassLoader jar) {
        this.jar = jar;
    }

    static JdbcDrivers of(DatabaseAddress address) throws CallLogException {
        Path file = address.driverJar();
        if (file == null) {
            return new JdbcDrivers(null);
        }
        if (!Files.isRegularFile(file)) {
            throw new CallLogException("There is no driver jar " + file + ".");
        }
        try {
            URL url = file.toUri().toURL();
            return new JdbcDrivers(
                    new URLClassLoader(new URL[] {url}, JdbcDrivers.class.getClassLoader()));
        } catch (IOException e) {
            throw new CallLogException("The driver jar " + file + " cannot be read.", e);
        }
    }

    /**
     * Opens a connection.
     *
     * @param password is not kept; null for none
     */
    Connection connect(DatabaseAddress address, char @Nullable [] password)
            throws CallLogException {
        var properties = new Properties();
        if (!address.user().isEmpty()) {
            properties.setProperty("user", address.user());
        }
        if (password != null) {
            properties.setProperty("password", new String(password));
        }
        if (address.kind().equals("postgresql")) {
            properties.setProperty("loginTimeout", SECONDS_TO_CONNECT);
            properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
            properties.setProperty("ApplicationName", "tonalyst");
        }
        try {
            Connection connection = driver(address).connect(address.url(), properties);
            if (connection == null) {
                throw none(address);
            }
            return connection;
        } catch (SQLException e) {
            throw JdbcFailures.of(address, e);
        }
    }

    private Driver driver(DatabaseAddress address) throws CallLogException, SQLException {
        ServiceLoader<Driver> loader =
                jar == null
                        ? ServiceLoader.load(Driver.class, JdbcDrivers.class.getClassLoader())
                        : ServiceLoader.load(Driver.class, jar);
        Iterator<Driver> drivers = loader.iterator();
        try {
            while (drivers.hasNext()) {
                Driver driver = drivers.next();
                if (driver.acceptsURL(address.url())) {
                    return driver;
                }
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new CallLogException(
                    "The driver in "
                            + address.driverJar()
                            + " cannot be used: it needs other jars"
                            + " or another Java.",
                    e);
        }
        throw none(address);
    }

    private static CallLogException none(DatabaseAddress address) {
        Path file = address.driverJar();
        return new CallLogException(
                file == null
                        ? "No driver for jdbc:%s is at hand (PostgreSQL's is): name the jar of the driver."
                                .formatted(address.kind())
                        : "The jar %s holds no driver for jdbc:%s."
                                .formatted(file, address.kind()));
    }

    @Override
    public void close() throws IOException {
        if (jar != null) {
            jar.close();
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tonalyst.work.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The databases that were opened last, the newest first, in a file of the user. No passwords. */
public final class ConnectionStore {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionStore.class);
    private static final int MOST = 20;
    private static final long MAX_BYTES = 1 << 20;

    private final Path file;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * @param file may be missing; it is made when a connection is kept
     */
    public ConnectionStore(Path file) {
        this.file = file;
    }

    /** The store in the settings of whoever runs the program. */
    public static ConnectionStore ofUser() {
        return new ConnectionStore(
                Path.of(System.getProperty("user.home", "."), ".tonalyst", "connections.json"));
    }

    /** What is kept; nothing where the file cannot be read. */
    public List<DatabaseAddress> all() {
        var found = new ArrayList<DatabaseAddress>();
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES) {
                for (JsonNode node : json.readTree(Files.readAllBytes(file)).path("connections")) {
                    String jar = node.path("driver_jar").asText("");
                    found.add(
                            new DatabaseAddress(
                                    node.path("url").asText(""),
                                    node.path("user").asText(""),
                                    node.path("table").asText(""),
                                    jar.isEmpty() ? null : Path.of(jar)));
                }
            }
        } catch (IOException | InvalidPathException e) {
            LOG.warn("The connections in {} cannot be read", file, e);
        }
        return found.subList(0, Math.min(MOST, found.size()));
    }

    /** Keeps an address as the newest; one that cannot be kept is no harm. */
    public void keep(DatabaseAddress address) {
        var all = new ArrayList<>(List.of(address));
        all().stream().filter(other -> !other.equals(address)).limit(MOST - 1).forEach(all::add);
        var connections = new ArrayList<Map<String, String>>();
        for (DatabaseAddress one : all) {
            var map = new LinkedHashMap<String, String>();
            map.put("url", one.url());
            map.put("user", one.user());
            map.put("table", one.table());
            map.put("driver_jar", one.driverJar() == null ? "" : one.driverJar().toString());
            connections.add(map);
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            WholeFile.write(
                    file,
                    json.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(Map.of("connections", connections)));
        } catch (IOException e) {
            LOG.warn("The connections cannot be kept in {}", file, e);
        }
    }
}

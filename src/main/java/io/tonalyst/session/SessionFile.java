// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.session;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tonalyst.work.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Session files: one JSON document, described in {@code docs/session-files.md}. Reading takes plain
 * values field by field and never makes objects of a class that the file names; size, depth and
 * counts are bounded. Paths in the folder of the file or below are kept relative to it.
 */
public final class SessionFile {
    /** How the names of session files end. */
    public static final String ENDING = ".tonalyst";

    static final String FORMAT = "tonalyst-session";

    /** The first version, which knows recordings. */
    static final int FIRST = 1;

    /** The version with a call log in it, which programs of the first one would lose. */
    static final int WITH_KPIS = 2;

    private static final long MAX_BYTES = 64L << 20;
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(16)
                                                    .maxStringLength(100_000)
                                                    .maxNumberLength(40)
                                                    .build())
                                    .build())
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    private SessionFile() {}

    /** Whether the name of a file ends like that of a session. */
    public static boolean isSession(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /**
     * Reads a session.
     *
     * @throws SessionException if the file is missing, no session, of a newer version or damaged
     */
    public static SessionDocument read(Path file) throws SessionException {
        String name = String.valueOf(file.getFileName());
        try {
            if (!Files.isRegularFile(file)) {
                throw new SessionException(name + " does not exist: check the path.");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new SessionException(
                        name + " is larger than a session can be (64 MB); choose another file.");
            }
            JsonNode root = MAPPER.readTree(Files.readAllBytes(file));
            if (root == null || !root.path("format").asText().equals(FORMAT)) {
                throw new SessionException(name + " is no Tonalyst session; choose another file.");
            }
            int version = root.path("version").asInt();
            if (version < FIRST || version > WITH_KPIS) {
                throw new SessionException(
                        name
                                + " was written by another version of Tonalyst (session version "
                                + version
                                + ", this program knows "
                                + FIRST
                                + " to "
                                + WITH_KPIS
                                + "); open it with that one.");
            }
            return SessionJson.read(root, folder(file));
        } catch (JsonProcessingException e) {
            throw new SessionException(
                    name
                            + " is damaged"
                            + (e.getLocation() == null
                                    ? ""
                                    : " in line " + e.getLocation().getLineNr())
                            + "; if it was edited by hand, mend it there.",
                    e);
        } catch (FieldException e) {
            throw new SessionException(
                    name + " is damaged: " + e.getMessage() + "; mend it in a text editor.", e);
        } catch (IOException e) {
            throw new SessionException(name + " cannot be read: check that you may open it.", e);
        }
    }

    /**
     * Writes a session, whole or not at all.
     *
     * @throws SessionException if the file cannot be written
     */
    public static void write(Path file, SessionDocument session) throws SessionException {
        try {
            WholeFile.write(
                    file,
                    MAPPER.writeValueAsString(SessionJson.write(session, folder(file))) + "\n");
        } catch (IOException e) {
            throw new SessionException(
                    "Cannot save the session to "
                            + file
                            + ": check that the folder exists, may be written to and has room.",
                    e);
        }
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().normalize().resolveSibling("");
    }
}

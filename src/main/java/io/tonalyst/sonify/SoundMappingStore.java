// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.sonify;

import io.tonalyst.work.WholeFile;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sound mappings saved as JSON files in a folder of the user, one a file, and files elsewhere. */
public final class SoundMappingStore {
    /** How files of mappings end. */
    public static final String ENDING = ".json";

    private static final Logger LOG = LoggerFactory.getLogger(SoundMappingStore.class);
    private static final long MAX_BYTES = 1 << 20;
    private static final int MAX_FILES = 200;

    private final Path folder;
    private final SoundMappingJson json = new SoundMappingJson();

    /**
     * @param folder may be missing; it is made when a mapping is saved
     */
    public SoundMappingStore(Path folder) {
        this.folder = folder;
    }

    /** The store in the settings of whoever runs the program. */
    public static SoundMappingStore ofUser() {
        return new SoundMappingStore(
                Path.of(System.getProperty("user.home", "."), ".tonalyst", "sounds"));
    }

    /** The saved mappings by name; files that cannot be read are passed over and logged. */
    public List<Mapping> saved() {
        List<Mapping> mappings = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return mappings;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(ENDING))
                            .sorted()
                            .limit(MAX_FILES)
                            .toList()) {
                try {
                    mappings.add(read(file));
                } catch (SoundMappingException e) {
                    LOG.warn("A saved sound mapping is passed over", e);
                }
            }
        } catch (IOException e) {
            LOG.warn("The saved sound mappings in {} cannot be read", folder, e);
        }
        return mappings;
    }

    /**
     * The mapping a person names: a preset, a saved one, or a file.
     *
     * @throws SoundMappingException with one sentence, if there is none
     */
    public Mapping find(String name) throws SoundMappingException {
        var preset = Mapping.ofKey(name);
        if (preset.isPresent()) {
            return preset.get();
        }
        for (Mapping mapping : saved()) {
            if (mapping.key().equalsIgnoreCase(name)) {
                return mapping;
            }
        }
        try {
            Path file = Path.of(name);
            if (Files.isRegularFile(file)) {
                return read(file);
            }
        } catch (InvalidPathException e) {
            LOG.debug("Not a file: {}", name, e);
        }
        throw new SoundMappingException(
                "A sound mapping is one of %s, a saved one or a file, not '%s'."
                        .formatted(String.join(", ", SoundMappingJson.presets()), name));
    }

    /**
     * Saves a design under its name, in place of one of the same name.
     *
     * @return the file
     * @throws SoundMappingException if it cannot be written
     */
    public Path save(SoundDesign design) throws SoundMappingException {
        Path file = folder.resolve(fileName(design.name()) + ENDING);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new SoundMappingException("The folder " + folder + " cannot be made.", e);
        }
        write(new Mapping.Designed(design), file);
        return file;
    }

    /**
     * Reads a file.
     *
     * @throws SoundMappingException if it is no mapping
     */
    public Mapping read(Path file) throws SoundMappingException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new SoundMappingException(
                        file + " is too large for a sound mapping: at most 1 MB is read.");
            }
            return json.read(Files.readString(file), file.toString());
        } catch (MalformedInputException e) {
            throw new SoundMappingException(
                    file + " is no sound mapping: its text is not UTF-8.", e);
        } catch (IOException e) {
            throw new SoundMappingException(
                    file + " cannot be read: check that it exists and may be read.", e);
        }
    }

    /**
     * Writes a file, replacing an existing one.
     *
     * @throws SoundMappingException if it cannot be written
     */
    public void write(Mapping mapping, Path file) throws SoundMappingException {
        try {
            WholeFile.write(file, json.write(mapping));
        } catch (IOException e) {
            throw new SoundMappingException(
                    "Cannot write "
                            + file
                            + ": check that its folder exists and may be written to.",
                    e);
        }
    }

    private static String fileName(String name) {
        String safe = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}._-]+", "-");
        return safe.startsWith(".") ? "-" + safe.substring(1) : safe;
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.source;

import io.tonalyst.kpi.CallLogException;
import io.tonalyst.work.WholeFile;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mappings saved as JSON files in a folder of the user, one a file, and those of the program. */
public final class MappingStore {
    private static final Logger LOG = LoggerFactory.getLogger(MappingStore.class);
    private static final String ENDING = ".json";
    private static final long MAX_BYTES = 1 << 20;
    private static final int MAX_FILES = 500;

    private final Path folder;
    private final Presets presets;
    private final MappingJson json = new MappingJson();

    /**
     * @param folder may be missing; it is made when a mapping is saved
     */
    public MappingStore(Path folder, Presets presets) {
        this.folder = folder;
        this.presets = presets;
    }

    /** The store in the settings of whoever runs the program. */
    public static MappingStore ofUser() {
        return new MappingStore(
                Path.of(System.getProperty("user.home", "."), ".tonalyst", "mappings"),
                new Presets());
    }

    /** A file of the user's settings, beside the folder of the mappings. */
    public Path besides(String name) {
        return folder.toAbsolutePath().resolveSibling(name);
    }

    /** The mappings that come with the program. */
    public List<ColumnMapping> presets() {
        return presets.all();
    }

    /** The saved mappings by name; files that cannot be read are passed over and logged. */
    public List<ColumnMapping> saved() {
        List<ColumnMapping> mappings = new ArrayList<>();
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
                } catch (CallLogException e) {
                    LOG.warn("A saved mapping is passed over", e);
                }
            }
        } catch (IOException e) {
            LOG.warn("The saved mappings in {} cannot be read", folder, e);
        }
        mappings.sort(Comparator.comparing(ColumnMapping::name));
        return mappings;
    }

    /** Saved mappings, then those of the program. */
    public List<ColumnMapping> all() {
        var all = new ArrayList<>(saved());
        all.addAll(presets());
        return all;
    }

    /**
     * Saves a mapping under its name, in place of one of the same name.
     *
     * @return the file
     * @throws CallLogException if it cannot be written
     */
    public Path save(ColumnMapping mapping) throws CallLogException {
        Path file = folder.resolve(fileName(mapping.name()) + ENDING);
        try {
            Files.createDirectories(folder);
            WholeFile.write(file, json.write(mapping));
            return file;
        } catch (IOException e) {
            throw new CallLogException(
                    file + " could not be written: check that the folder may be written to.", e);
        }
    }

    private static String fileName(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        String trimmed = plain.replaceAll("^-+|-+$", "");
        return trimmed.isEmpty() ? "mapping" : trimmed.substring(0, Math.min(60, trimmed.length()));
    }

    /**
     * Reads one file.
     *
     * @throws CallLogException if it is missing or no mapping
     */
    public ColumnMapping read(Path file) throws CallLogException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new CallLogException(file + " is no column mapping: it is too long.");
            }
            return json.read(Files.readString(file), file.toString());
        } catch (MalformedInputException e) {
            throw new CallLogException(file + " is no column mapping: it is not UTF-8.", e);
        } catch (IOException e) {
            throw new CallLogException("The mapping " + file + " cannot be read.", e);
        }
    }

    /**
     * The mapping someone names: a file, else a saved one, else one of the program.
     *
     * @throws CallLogException if there is none, or the file is no mapping
     */
    public ColumnMapping find(String name) throws CallLogException {
        Path file = Path.of(name);
        if (Files.isRegularFile(file)) {
            return read(file);
        }
        for (ColumnMapping mapping : all()) {
            if (mapping.name().equalsIgnoreCase(name)) {
                return mapping;
            }
        }
        throw new CallLogException(
                "There is no mapping '%s': name a file, or one of %s."
                        .formatted(
                                name,
                                String.join(
                                        ", ", all().stream().map(ColumnMapping::name).toList())));
    }
}

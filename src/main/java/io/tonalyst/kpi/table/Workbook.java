// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * An XLSX workbook (ECMA-376), read as a stream: its sheets row by row, with bounds on what its
 * parts may unpack to.
 */
final class Workbook implements Closeable {
    private static final long SMALL_PART = 32L << 20;

    private final Path file;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private final List<Sheet> sheets = new ArrayList<>();
    private final CellStyles styles;
    private final @Nullable String stringsPart;
    private boolean from1904;

    /** A sheet and the part that holds it. */
    private record Sheet(String name, String part) {}

    private Workbook(Path file, ZipFile zip) throws IOException, XMLStreamException {
        this.file = file;
        this.zip = zip;
        zip.stream().forEach(entry -> entries.put(normal(entry.getName()), entry));
        Map<String, String> targets = new HashMap<>();
        Map<String, String> byType = new HashMap<>();
        readRelations(targets, byType);
        readSheets(targets);
        String stylesPart = byType.get("styles");
        styles = new CellStyles();
        if (stylesPart != null && entries.containsKey(normal(stylesPart))) {
            try (var xml = part(stylesPart, SMALL_PART)) {
                styles.read(xml);
            }
        }
        stringsPart = byType.get("sharedStrings");
    }

    /**
     * Opens a workbook.
     *
     * @throws TableException if it is damaged or has no sheets
     */
    static Workbook open(Path file) throws IOException, TableException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw damaged(file, e);
        }
        try {
            var workbook = new Workbook(file, zip);
            if (workbook.sheets.isEmpty()) {
                throw new TableException(file + " is a workbook without sheets.");
            }
            return workbook;
        } catch (XMLStreamException e) {
            TableException damaged = damaged(file, e);
            Closing.quietly(zip, damaged);
            throw damaged;
        } catch (IOException | TableException e) {
            Closing.quietly(zip, e);
            throw e;
        }
    }

    private static TableException damaged(Path file, Exception cause) {
        return new TableException(file + " is a damaged workbook: export it again.", cause);
    }

    private void readRelations(Map<String, String> targets, Map<String, String> byType)
            throws IOException, XMLStreamException {
        try (var xml = part("xl/_rels/workbook.xml.rels", SMALL_PART)) {
            while (xml.nextStart()) {
                if (xml.name().equals("Relationship")) {
                    String target = xml.attribute("Target");
                    String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
                    targets.put(xml.attribute("Id"), path);
                    String type = xml.attribute("Type");
                    byType.put(type.substring(type.lastIndexOf('/') + 1), path);
                }
            }
        }
    }

    private void readSheets(Map<String, String> targets) throws IOException, XMLStreamException {
        try (var xml = part("xl/workbook.xml", SMALL_PART)) {
            while (xml.nextStart()) {
                switch (xml.name()) {
                    case "workbookPr" -> {
                        String text = xml.attribute("date1904");
                        from1904 = text.equals("1") || text.equals("true");
                    }
                    case "sheet" -> {
                        String part = targets.get(xml.relation());
                        if (part != null && entries.containsKey(normal(part))) {
                            sheets.add(new Sheet(xml.attribute("name"), part));
                        }
                    }
                    default -> {
                        // Views, names and the like tell nothing of the cells.
                    }
                }
            }
        }
    }

    private XmlPart part(String name, long limit) throws IOException, XMLStreamException {
        ZipEntry entry = entries.get(normal(name));
        if (entry == null) {
            throw new IOException("the part " + name + " is missing");
        }
        return new XmlPart(new BoundedStream(zip.getInputStream(entry), entry, limit));
    }

    private static String normal(String name) {
        return name.replace('\\', '/').toLowerCase(Locale.ROOT);
    }

    /** Names of the sheets, in their order. */
    List<String> sheets() {
        return sheets.stream().map(Sheet::name).toList();
    }

    /**
     * The rows of a sheet from the first on.
     *
     * @param number the first sheet is 1
     * @throws TableException if there is no such sheet
     */
    TableRows rows(int number) throws IOException, TableException {
        if (number < 1 || number > sheets.size()) {
            throw new TableException(
                    "%s has %d sheets (%s): there is no sheet %d."
                            .formatted(file, sheets.size(), String.join(", ", sheets()), number));
        }
        try {
            var strings = new SharedStrings();
            if (stringsPart != null && entries.containsKey(normal(stringsPart))) {
                try (var xml = part(stringsPart, SharedStrings.MAX_BYTES)) {
                    strings.read(xml);
                }
            }
            var xml = part(sheets.get(number - 1).part(), SheetRows.MAX_BYTES);
            return new SheetRows(xml, strings, styles, from1904);
        } catch (XMLStreamException e) {
            throw damaged(file, e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small workbooks part by part, sound and unsound ones, for tests. */
public final class Xlsx {
    /** Style 1 is a date, 2 a time, 3 a date of the workbook's own, 4 an elapsed time. */
    private static final String STYLES =
            """
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
            <numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy hh:mm"/>
            <numFmt numFmtId="165" formatCode="[h]:mm:ss"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="21"/><xf numFmtId="164"/>
            <xf numFmtId="165"/></cellXfs></styleSheet>
            """;

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    public Xlsx() {
        put("[Content_Types].xml", "<Types/>");
        put(
                "xl/workbook.xml",
                """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                <sheets><sheet name="Calls" sheetId="1" r:id="rId1"/>
                <sheet name="Notes" sheetId="2" r:id="rId2"/></sheets></workbook>
                """);
        put(
                "xl/_rels/workbook.xml.rels",
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>
                <Relationship Id="rId2" Type="http://x/worksheet" Target="/xl/worksheets/sheet2.xml"/>
                <Relationship Id="rId3" Type="http://x/styles" Target="styles.xml"/>
                <Relationship Id="rId4" Type="http://x/sharedStrings" Target="sharedStrings.xml"/>
                </Relationships>
                """);
        put("xl/styles.xml", STYLES);
        put("xl/sharedStrings.xml", "<sst/>");
        put("xl/worksheets/sheet1.xml", sheet(""));
        put("xl/worksheets/sheet2.xml", sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"));
    }

    /** Puts a part in place of one of the same name. */
    public Xlsx put(String name, String content) {
        parts.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Sets the rows of the first sheet, as XML. */
    public Xlsx rows(String xml) {
        return put("xl/worksheets/sheet1.xml", sheet(xml));
    }

    private static String sheet(String rows) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                + "<sheetData>"
                + rows
                + "</sheetData></worksheet>";
    }

    /** Writes the workbook. */
    public Path write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    /** A row of cells that hold texts; empty ones are left out, as spreadsheets do. */
    public static String textRow(int number, String... texts) {
        var row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].isEmpty()) {
                row.append("<c r=\"")
                        .append((char) ('A' + i))
                        .append(number)
                        .append("\" t=\"inlineStr\"><is><t>")
                        .append(texts[i])
                        .append("</t></is></c>");
            }
        }
        return row.append("</row>").toString();
    }
}

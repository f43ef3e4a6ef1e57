// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import java.io.IOException;
import java.util.Arrays;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * The rows of a sheet of a workbook. Dates and times come as text; what a formula came to stands
 * for it; a cell that holds an error is empty. A cell that cannot be read costs no other.
 */
final class SheetRows implements TableRows {
    /** So long may the part be that holds a sheet. */
    static final long MAX_BYTES = 8L << 30;

    /** So many characters a cell can have. */
    static final int MAX_CELL = 32_767;

    private static final int MAX_ROW = DelimitedRows.MAX_ROW;

    private final XmlPart xml;
    private final SharedStrings strings;
    private final CellStyles styles;
    private final boolean from1904;
    private final String[] cells = new String[MAX_FIELDS];
    private final StringBuilder text = new StringBuilder();
    private int fields;
    private int characters;
    private long row;

    SheetRows(XmlPart xml, SharedStrings strings, CellStyles styles, boolean from1904) {
        this.xml = xml;
        this.strings = strings;
        this.styles = styles;
        this.from1904 = from1904;
        Arrays.fill(cells, "");
    }

    @Override
    public Outcome next() throws IOException {
        try {
            int event;
            while ((event = xml.next()) != XMLStreamConstants.END_DOCUMENT) {
                if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("row")) {
                    readRow();
                    if (characters > MAX_ROW) {
                        return Outcome.TOO_LONG;
                    }
                    if (characters > 0) {
                        return Outcome.ROW;
                    }
                }
            }
            return Outcome.END;
        } catch (XMLStreamException e) {
            throw new IOException("the sheet is damaged after row " + row, e);
        }
    }

    private void readRow() throws XMLStreamException, IOException {
        row = rowNumber(xml.attribute("r"));
        Arrays.fill(cells, 0, fields, "");
        fields = 0;
        characters = 0;
        int column = 0;
        int event;
        while ((event = xml.next()) != XMLStreamConstants.END_DOCUMENT) {
            if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("row")) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("c")) {
                column = column(xml.attribute("r"), column);
                readCell(column, xml.attribute("t"), xml.attribute("s"));
                column++;
            }
        }
    }

    private void readCell(int column, String type, String style)
            throws XMLStreamException, IOException {
        text.setLength(0);
        boolean inValue = false;
        boolean inRuby = false;
        int event;
        while ((event = xml.next()) != XMLStreamConstants.END_DOCUMENT) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    inRuby |= xml.name().equals("rPh");
                    inValue = !inRuby && (xml.name().equals("v") || xml.name().equals("t"));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    inValue = false;
                    inRuby &= !xml.name().equals("rPh");
                    if (xml.name().equals("c")) {
                        keep(column, value(type, style));
                        return;
                    }
                }
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE -> {
                    if (inValue) {
                        xml.appendTo(text, MAX_CELL);
                    }
                }
                default -> {
                    // Comments and the like.
                }
            }
        }
    }

    private String value(String type, String style) {
        String raw = text.toString();
        return switch (type) {
            case "s" -> strings.get(raw);
            case "b" -> raw.equals("1") ? "TRUE" : "FALSE";
            case "e" -> "";
            case "d" -> raw.replace('T', ' ');
            case "str", "inlineStr" -> raw;
            default -> CellText.of(raw, styles.of(style), from1904);
        };
    }

    private void keep(int column, String value) {
        characters += value.length();
        if (column < MAX_FIELDS && characters <= MAX_ROW) {
            cells[column] = value;
            fields = Math.max(fields, column + 1);
        }
    }

    private long rowNumber(String text) {
        try {
            return text.isEmpty() ? row + 1 : Math.max(row + 1, Long.parseLong(text));
        } catch (NumberFormatException e) {
            return row + 1;
        }
    }

    /** The column of a reference such as {@code AB12}, the first being 0. */
    private static int column(String reference, int fallback) {
        int column = 0;
        int at = 0;
        while (at < reference.length() && at < 4) {
            int letter = Character.toUpperCase(reference.charAt(at)) - 'A';
            if (letter < 0 || letter > 25) {
                break;
            }
            column = 26 * column + letter + 1;
            at++;
        }
        return at == 0 ? fallback : column - 1;
    }

    @Override
    public long row() {
        return row;
    }

    @Override
    public int fields() {
        return fields;
    }

    @Override
    public String text(int field) {
        return cells[field];
    }

    @Override
    public double progress() {
        return xml.progress();
    }

    @Override
    public String remark() {
        return "";
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}

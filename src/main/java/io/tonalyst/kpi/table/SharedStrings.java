// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** The texts that the cells of a workbook share. */
final class SharedStrings {
    /** So long may the part be that holds them. */
    static final long MAX_BYTES = 1L << 30;

    /** So many characters are held in memory. */
    private static final long MAX_CHARACTERS = 100_000_000;

    private final List<String> texts = new ArrayList<>();

    /** Reads them all; letters in ruby above a text are left out. */
    void read(XmlPart xml) throws XMLStreamException, IOException {
        var text = new StringBuilder();
        long characters = 0;
        boolean inText = false;
        boolean inRuby = false;
        int event;
        while ((event = xml.next()) != XMLStreamConstants.END_DOCUMENT) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (xml.name()) {
                        case "si" -> text.setLength(0);
                        case "rPh" -> inRuby = true;
                        case "t" -> inText = !inRuby;
                        default -> {
                            // Fonts and the like.
                        }
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    switch (xml.name()) {
                        case "rPh" -> inRuby = false;
                        case "t" -> inText = false;
                        case "si" -> {
                            // Each entry counts for what its object takes besides.
                            characters += text.length() + 40L;
                            if (characters > MAX_CHARACTERS) {
                                throw new IOException(
                                        "its texts are too many for a workbook: save the sheet as"
                                                + " CSV");
                            }
                            texts.add(text.toString());
                        }
                        default -> {
                            // As above.
                        }
                    }
                }
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE -> {
                    if (inText) {
                        xml.appendTo(text, SheetRows.MAX_CELL);
                    }
                }
                default -> {
                    // Comments and the like.
                }
            }
        }
    }

    /** The text of a number as cells hold it; empty for one there is not. */
    String get(String number) {
        try {
            int index = Integer.parseInt(number.strip());
            return index >= 0 && index < texts.size() ? texts.get(index) : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }
}

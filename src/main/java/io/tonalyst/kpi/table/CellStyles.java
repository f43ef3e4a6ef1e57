// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** Which cell styles of a workbook show numbers as dates or times (ECMA-376, 18.8.30). */
final class CellStyles {
    /** What a style makes of a number. */
    enum Shown {
        NUMBER,
        DATE,
        TIME
    }

    private final List<Shown> styles = new ArrayList<>();

    void read(XmlPart xml) throws XMLStreamException, IOException {
        Map<String, String> formats = new HashMap<>();
        boolean inCells = false;
        int event;
        while ((event = xml.next()) != XMLStreamConstants.END_DOCUMENT) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.name()) {
                    case "numFmt" ->
                            formats.put(xml.attribute("numFmtId"), xml.attribute("formatCode"));
                    case "cellXfs" -> inCells = true;
                    case "xf" -> {
                        if (inCells) {
                            String id = xml.attribute("numFmtId");
                            styles.add(
                                    formats.containsKey(id)
                                            ? ofFormat(formats.get(id))
                                            : builtIn(id));
                        }
                    }
                    default -> {
                        // Fonts, fills and borders.
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("cellXfs")) {
                inCells = false;
            }
        }
    }

    /** What the style of a number makes of numbers; texts that are no style number tell nothing. */
    Shown of(String style) {
        if (style.isEmpty()
                || style.length() > 6
                || !style.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Shown.NUMBER;
        }
        int index = Integer.parseInt(style);
        return index < styles.size() ? styles.get(index) : Shown.NUMBER;
    }

    private static Shown builtIn(String id) {
        return switch (id) {
            case "14",
                    "15",
                    "16",
                    "17",
                    "22",
                    "27",
                    "28",
                    "29",
                    "30",
                    "31",
                    "36",
                    "50",
                    "51",
                    "52",
                    "53",
                    "54",
                    "57",
                    "58" ->
                    Shown.DATE;
            case "18", "19", "20", "21", "32", "33", "34", "35", "45", "46", "47", "55", "56" ->
                    Shown.TIME;
            default -> Shown.NUMBER;
        };
    }

    /** Letters in quotes, after a backslash and in brackets are not part of the pattern. */
    private static Shown ofFormat(String code) {
        String first = code.split(";", 2)[0].toLowerCase(Locale.ROOT);
        boolean elapsed = first.matches(".*\\[(h+|m+|s+)].*");
        String pattern =
                first.replaceAll("\"[^\"]*\"", "")
                        .replaceAll("\\\\.", "")
                        .replaceAll("_.", "")
                        .replaceAll("\\[[^]]*]", "")
                        .replace("general", "")
                        .replace("am/pm", "");
        if (elapsed) {
            return Shown.TIME;
        }
        if (pattern.contains("y") || pattern.contains("d") || pattern.contains("mmm")) {
            return Shown.DATE;
        }
        if (pattern.contains("h") || pattern.contains("s")) {
            return Shown.TIME;
        }
        return pattern.contains("m") ? Shown.DATE : Shown.NUMBER;
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTest {
    @TempDir Path folder;

    @Test
    void cellsOfEveryKindBecomeText() throws Exception {
        var xlsx =
                new Xlsx()
                        .put(
                                "xl/sharedStrings.xml",
                                "<sst><si><t>Agent</t></si><si><r><t>Ri</t></r><r><t>ch</t></r>"
                                        + "<rPh><t>ruby</t></rPh></si></sst>")
                        .rows(
                                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\""
                                        + " t=\"inlineStr\"><is><t>a &amp; b</t></is></c></row><row"
                                        + " r=\"3\"><c r=\"A3\" s=\"1\"><v>44197</v></c><c r=\"B3\""
                                        + " s=\"2\"><v>0.38400462962963</v></c><c r=\"C3\""
                                        + " s=\"3\"><v>44197.5</v></c><c r=\"D3\""
                                        + " s=\"4\"><v>1.5</v></c><c r=\"E3\"><v>12.5</v></c><c"
                                        + " r=\"F3\" t=\"b\"><v>1</v></c><c r=\"G3\""
                                        + " t=\"e\"><v>#N/A</v></c><c r=\"H3\""
                                        + " t=\"str\"><f>A1</f><v>made</v></c><c r=\"I3\""
                                        + " t=\"d\"><v>2021-01-01T09:30:00</v></c><c r=\"J3\""
                                        + " t=\"s\"><v>1</v></c><c r=\"K3\" t=\"s\"><v>77</v></c></row>"
                                        + "<row><c><v>1</v></c><c><v>2</v></c></row>");
        List<List<String>> rows = rows(xlsx);
        assertThat(rows.getFirst()).containsExactly("1", "Agent", "", "a & b");
        assertThat(rows.get(1))
                .containsExactly(
                        "3",
                        "2021-01-01",
                        "09:12:58",
                        "2021-01-01 12:00:00",
                        "36:00:00",
                        "12.5",
                        "TRUE",
                        "",
                        "made",
                        "2021-01-01 09:30:00",
                        "Rich",
                        "");
        assertThat(rows.get(2)).containsExactly("4", "1", "2");
    }

    @Test
    void datesCountFrom1904WhereTheWorkbookSaysSo() throws Exception {
        var xlsx =
                new Xlsx()
                        .put(
                                "xl/workbook.xml",
                                "<workbook xmlns:r=\"http://r\"><workbookPr"
                                        + " date1904=\"1\"/><sheets><sheet name=\"S\""
                                        + " r:id=\"rId1\"/></sheets></workbook>")
                        .rows("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>42735</v></c></row>");
        assertThat(rows(xlsx).getFirst()).containsExactly("1", "2021-01-01");
    }

    @Test
    void strangeReferencesAndStylesCostNoMemoryAndNoOtherCell() throws Exception {
        var xlsx =
                new Xlsx()
                        .rows(
                                "<row r=\"1\"><c r=\"ZZZZZZZ1\"><v>9</v></c><c r=\"A1\""
                                        + " s=\"99\"><v>1</v></c><c r=\"B1\" s=\"x\"><v>2</v></c><c"
                                        + " r=\"!!\" t=\"odd\"><v>3</v></c></row><row r=\"oops\"><c"
                                        + " r=\"A2\" s=\"1\"><v>1e300</v></c></row>");
        List<List<String>> rows = rows(xlsx);
        assertThat(rows.getFirst()).containsExactly("1", "1", "2", "3");
        assertThat(rows.get(1)).containsExactly("2", "1e300");
    }

    @Test
    void aLongRowIsPassedOver() throws Exception {
        var cells = new StringBuilder("<row r=\"1\">");
        for (int i = 0; i < 20; i++) {
            cells.append("<c t=\"inlineStr\"><is><t>")
                    .append("x".repeat(30_000))
                    .append("</t></is></c>");
        }
        var xlsx = new Xlsx().rows(cells + "</row><row r=\"2\"><c><v>1</v></c></row>");
        try (var workbook = Workbook.open(xlsx.write(folder.resolve("long.xlsx")));
                var rows = workbook.rows(1)) {
            assertThat(rows.next()).isEqualTo(TableRows.Outcome.TOO_LONG);
            assertThat(rows.next()).isEqualTo(TableRows.Outcome.ROW);
            assertThat(rows.fields()).isEqualTo(1);
            assertThat(rows.next()).isEqualTo(TableRows.Outcome.END);
        }
    }

    @Test
    void aPartThatUnpacksToFarTooMuchIsRefused() throws Exception {
        var bomb =
                new Xlsx()
                        .rows("<row r=\"1\"><c><v>1</v></c></row>" + " ".repeat(80_000_000))
                        .write(folder.resolve("bomb.xlsx"));
        assertThat(Files.size(bomb)).isLessThan(200_000);
        try (var workbook = Workbook.open(bomb);
                var rows = workbook.rows(1)) {
            assertThat(rows.next()).isEqualTo(TableRows.Outcome.ROW);
            assertThatThrownBy(rows::next).hasMessageContaining("unpacks to more than 64 MB");
        }
    }

    @Test
    void damagedWorkbooksAreOneSentence() throws Exception {
        Path noXml = new Xlsx().put("xl/workbook.xml", "<workbook").write(folder.resolve("a.xlsx"));
        assertThatThrownBy(() -> Workbook.open(noXml))
                .isInstanceOf(TableException.class)
                .hasMessageEndingWith("a.xlsx is a damaged workbook: export it again.");
        Path entities =
                new Xlsx()
                        .put(
                                "xl/sharedStrings.xml",
                                "<!DOCTYPE s [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
                                        + "<sst><si><t>&b;</t></si></sst>")
                        .write(folder.resolve("b.xlsx"));
        assertThatThrownBy(
                        () -> {
                            try (var workbook = Workbook.open(entities)) {
                                workbook.rows(1);
                            }
                        })
                .isInstanceOf(TableException.class)
                .hasMessageContaining("damaged workbook");
        Path sheets = new Xlsx().write(folder.resolve("c.xlsx"));
        try (var workbook = Workbook.open(sheets)) {
            assertThatThrownBy(() -> workbook.rows(3))
                    .hasMessageContaining("has 2 sheets (Calls, Notes): there is no sheet 3.");
        }
        Path cut = folder.resolve("cut.xlsx");
        byte[] whole = Files.readAllBytes(sheets);
        Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> TableSampler.sample(cut, DialectHints.NONE))
                .hasMessageContaining("is a damaged workbook or archive");
    }

    private List<List<String>> rows(Xlsx xlsx) throws Exception {
        List<List<String>> result = new ArrayList<>();
        try (var workbook = Workbook.open(xlsx.write(folder.resolve("t.xlsx")));
                var rows = workbook.rows(1)) {
            while (rows.next() == TableRows.Outcome.ROW) {
                List<String> texts = new ArrayList<>(List.of(Long.toString(rows.row())));
                texts.addAll(DialectGuess.texts(rows));
                result.add(texts);
            }
        }
        return result;
    }
}

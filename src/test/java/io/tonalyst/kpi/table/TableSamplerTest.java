// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TableSamplerTest {
    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(TextEncoding.class)
    void theEncodingIsToldAndRead(TextEncoding encoding) throws Exception {
        String sign = encoding == TextEncoding.WINDOWS_1252 ? "€" : "";
        String text = "Größe;Agent\n" + ("12,5;Müller" + sign + "\n").repeat(50);
        byte[] bytes = text.getBytes(encoding.charset());
        for (boolean marked : new boolean[] {false, true}) {
            var file = new ByteArrayOutputStream();
            if (marked) {
                file.write(ByteOrderMark.of(encoding));
            }
            file.write(bytes);
            TableSample sample = sample(file.toByteArray());
            assertThat(sample.dialect().encoding()).isEqualTo(encoding);
            assertThat(sample.dialect().delimiter()).isEqualTo(';');
            assertThat(sample.dialect().decimal()).isEqualTo(',');
            assertThat(sample.columns()).containsExactly("Größe", "Agent");
            assertThat(sample.head()).hasSize(50).contains(List.of("12,5", "Müller" + sign));
            assertThat(readAll(sample)).hasSize(50).contains(List.of("12,5", "Müller" + sign));
        }
    }

    @Test
    void fieldsInAnotherEncodingAreReadOneByOne() throws Exception {
        var file = new ByteArrayOutputStream();
        file.write("name,n\n".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 30; i++) {
            file.write("Zoë,1\n".getBytes(StandardCharsets.UTF_8));
        }
        file.write("Zoë,2\n".getBytes(Charset.forName("windows-1252")));
        TableSample sample = sample(file.toByteArray());
        assertThat(sample.dialect().encoding()).isEqualTo(TextEncoding.UTF_8);
        try (var table = TableFile.open(sample)) {
            while (table.rows().next() == TableRows.Outcome.ROW) {
                assertThat(table.rows().text(0)).isEqualTo("Zoë");
            }
            assertThat(table.rows().remark())
                    .isEqualTo("1 fields are not UTF-8 and were read as Windows-1252.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '!',
            value = {
                "a,b,c\\n1,2,3\\n!,!~\"~",
                "a;b;c\\n1,5;2,5;3\\n!;!~\"~",
                "a\\tb\\n1,000\\t2\\n!\\t!~\"~",
                "a|b|c\\nx, y|2|3\\n!|!~\"~",
                "a,b\\n\"x;y;z\",\"1;2;3\"\\n!,!~\"~",
                "a,b\\n'x,y','2'\\n!,!~'~",
            })
    void delimiterAndQuoteAreTold(String text, String delimiter, String quote) throws Exception {
        String lines = text.replace("\\n", "\n").replace("\\t", "\t");
        String data = lines.substring(lines.indexOf('\n') + 1);
        Dialect dialect = sample(lines + data.repeat(20)).dialect();
        assertThat(dialect.delimiter()).isEqualTo(delimiter.replace("\\t", "\t").charAt(0));
        assertThat(dialect.quote()).isEqualTo(quote.charAt(0));
        assertThat(dialect.headerRow()).isEqualTo(1);
    }

    @Test
    void theHeaderIsFoundBelowATitleOrMissed() throws Exception {
        TableSample titled = sample("Report of May\n\nAgent,Talk\nA,1\nB,2\nC,3\n");
        assertThat(titled.dialect().headerRow()).isEqualTo(3);
        assertThat(titled.columns()).containsExactly("Agent", "Talk");
        assertThat(readAll(titled)).hasSize(3);
        TableSample padded = sample("Report,,\n,,\nAgent,Talk,\nA,1,\nB,2,\nC,3,\n");
        assertThat(padded.dialect().headerRow()).isEqualTo(3);
        TableSample bare = sample("A,1\nB,2\nC,3\n");
        assertThat(bare.dialect().headerRow()).isZero();
        assertThat(bare.columns()).containsExactly("Column 1", "Column 2");
        assertThat(readAll(bare)).hasSize(3);
        TableSample again = sample("x,x,\n1,2,3\n");
        assertThat(again.columns()).containsExactly("x", "x (2)", "Column 3");
    }

    @Test
    void hintsOverruleWhatIsFound() throws Exception {
        Path file = write("a,b;c\n1,2;3\n".getBytes(StandardCharsets.UTF_8));
        var hints = new DialectHints(TextEncoding.LATIN_1, ';', Dialect.NO_QUOTE, ',', 0, null);
        TableSample sample = TableSampler.sample(file, hints);
        assertThat(sample.dialect())
                .isEqualTo(new Dialect(TextEncoding.LATIN_1, ';', Dialect.NO_QUOTE, ',', 0, 1));
        assertThat(sample.head()).containsExactly(List.of("a,b", "c"), List.of("1,2", "3"));
    }

    @Test
    void samplesComeFromAllOverALongFileAlsoPacked() throws Exception {
        var text = new StringBuilder("day,n\n");
        for (int day = 1; day <= 28; day++) {
            for (int i = 0; i < 8000; i++) {
                text.append("2017-01-%02d,%d\n".formatted(day, i));
            }
        }
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        for (byte[] bytes :
                List.of(
                        text.toString().getBytes(StandardCharsets.UTF_8),
                        packed.toByteArray(),
                        text.toString().getBytes(StandardCharsets.UTF_16LE))) {
            TableSample sample = sample(bytes);
            assertThat(sample.values(0).stream().distinct().count()).isGreaterThan(10);
            assertThat(sample.rows().size()).isLessThan(20_000);
            assertThat(sample.head()).hasSize(TableSampler.HEAD);
        }
    }

    @Test
    void whatIsNoTableIsOneSentence() {
        assertThatThrownBy(() -> sample("")).hasMessageEndingWith("is empty.");
        assertThatThrownBy(() -> sample(new byte[] {1, 0, 0, 0, 2, 3, 0, 0, 0, 9}))
                .hasMessageContaining("is neither text nor a workbook");
        assertThatThrownBy(
                        () -> sample(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1}))
                .hasMessageContaining("(.xls)");
        assertThatThrownBy(() -> TableSampler.sample(folder, DialectHints.NONE))
                .hasMessageContaining("is a folder");
        assertThatThrownBy(() -> TableSampler.sample(folder.resolve("none"), DialectHints.NONE))
                .hasMessageContaining("There is no file");
    }

    private List<List<String>> readAll(TableSample sample) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        try (var table = TableFile.open(sample)) {
            while (table.rows().next() == TableRows.Outcome.ROW) {
                rows.add(DialectGuess.texts(table.rows()));
            }
        }
        return rows;
    }

    private TableSample sample(String text) throws Exception {
        return sample(text.getBytes(StandardCharsets.UTF_8));
    }

    private TableSample sample(byte[] bytes) throws Exception {
        return TableSampler.sample(write(bytes), DialectHints.NONE);
    }

    private Path write(byte[] bytes) throws Exception {
        return Files.write(folder.resolve("table.csv"), bytes);
    }
}

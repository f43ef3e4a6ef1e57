// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tonalyst.interchange.TextGridReader.NamedTier;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextGridTest {
    /** A strict reader of the long form, line by line, that shares nothing with the product. */
    private static final class Strict {
        private final List<String> lines;
        private int at;

        Strict(String text) {
            lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        }

        void expect(String line) {
            assertThat(lines.get(at++)).isEqualTo(line);
        }

        String value(String key) {
            Matcher match =
                    Pattern.compile(Pattern.quote(key) + " = (.*)").matcher(lines.get(at++));
            assertThat(match.matches()).as(key + " in line " + at).isTrue();
            return match.group(1);
        }

        String text(String key) {
            String quoted = value(key);
            assertThat(quoted).startsWith("\"").endsWith("\"").hasSizeGreaterThan(1);
            String inner = quoted.substring(1, quoted.length() - 1);
            assertThat(inner.replace("\"\"", "")).doesNotContain("\"");
            return inner.replace("\"\"", "\"");
        }

        List<String> read() {
            List<String> found = new ArrayList<>();
            expect("File type = \"ooTextFile\"");
            expect("Object class = \"TextGrid\"");
            double start = Double.parseDouble(value("xmin"));
            double end = Double.parseDouble(value("xmax"));
            assertThat(end).isGreaterThan(start);
            expect("tiers? <exists>");
            int size = Integer.parseInt(value("size"));
            expect("item []:");
            for (int i = 1; i <= size; i++) {
                expect("item [" + i + "]:");
                assertThat(text("class")).isEqualTo("IntervalTier");
                String name = text("name");
                assertThat(Double.parseDouble(value("xmin"))).isEqualTo(start);
                assertThat(Double.parseDouble(value("xmax"))).isEqualTo(end);
                int count = Integer.parseInt(value("intervals: size"));
                double at = start;
                for (int k = 1; k <= count; k++) {
                    expect("intervals [" + k + "]:");
                    double from = Double.parseDouble(value("xmin"));
                    double to = Double.parseDouble(value("xmax"));
                    assertThat(from).as("no gap").isEqualTo(at);
                    assertThat(to).isGreaterThan(from);
                    String said = text("text");
                    if (!said.isEmpty()) {
                        found.add(name + " " + from + "-" + to + " " + said);
                    }
                    at = to;
                }
                assertThat(at).as("covers all").isEqualTo(end);
            }
            assertThat(at).isEqualTo(lines.size());
            return found;
        }
    }

    @Test
    void intervalTiersCoverTheTimeAndHoldPredictionAndCorrection() {
        assertThat(new Strict(TextGrid.write(Calls.reviewed())).read())
                .containsExactly(
                        "ch1 prediction 0.5-2.25 angry",
                        "ch1 prediction 3.0-4.125 calm",
                        "ch1 confidence 0.5-2.25 0.65",
                        "ch1 confidence 3.0-4.125 0.31 uncertain",
                        "ch1 correction 0.5-2.25 angry",
                        "ch1 correction 2.9-4.0 fear",
                        "ch1 correction 5.0-5.75 happy",
                        "ch1 comment 0.5-2.25 loud: \"really\"",
                        "ch2 prediction 1.0-5.5 sad",
                        "ch2 confidence 1.0-5.5 0.80",
                        "ch2 correction 1.25-5.0 sad",
                        "ch2 comment 5.6-5.9 door");
    }

    @Test
    void hostileTextStaysText() {
        assertThat(new Strict(TextGrid.write(Calls.hostile())).read())
                .filteredOn(l -> l.contains("comment"))
                .containsExactly(
                        "ch1 comment 0.5-2.25 =HYPERLINK(\"x\") <script>alert('1')</script> &"
                                + " \"q\"  ; ]]>");
    }

    @Test
    void readsTheLongAndTheShortForm() throws Exception {
        String shortForm =
                """
                File type = "ooTextFile"
                Object class = "TextGrid"

                0
                2.3
                <exists>
                2
                "IntervalTier"
                "words"
                0
                2.3
                2
                0
                1.5
                "an ""angry"" man"
                1.5
                2.3
                ""
                "TextTier"
                "bell"
                0
                2.3
                1
                1
                "ding"
                """;

        assertThat(TextGridReader.read(shortForm))
                .containsExactly(
                        new NamedTier(
                                "words", List.of(new Tier.Interval(0, 1.5, "an \"angry\" man"))),
                        new NamedTier("bell", List.of()));
        assertThat(TextGridReader.read(TextGrid.write(Calls.reviewed())))
                .hasSize(8)
                .filteredOn(t -> t.name().equals("ch1 prediction"))
                .first()
                .extracting(NamedTier::intervals)
                .isEqualTo(
                        List.of(
                                new Tier.Interval(0.5, 2.25, "angry"),
                                new Tier.Interval(3, 4.125, "calm")));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 45, 60, 120, 200, 400, 900})
    void aFileThatBreaksOffIsAReason(int length) {
        String cut = TextGrid.write(Calls.reviewed()).substring(0, length);

        assertThatThrownBy(() -> TextGridReader.read(cut)).isInstanceOf(LabelException.class);
    }

    @Test
    void lyingCountsEndWithTheFile() {
        String lying =
                TextGrid.write(Calls.reviewed())
                        .replaceFirst("intervals: size = \\d+", "intervals: size = 2000000000");

        assertThatThrownBy(() -> TextGridReader.read(lying))
                .isInstanceOf(LabelException.class)
                .hasMessageContaining("promises");
    }
}

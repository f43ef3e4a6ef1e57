// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tonalyst.kpi.table.Dialect;
import io.tonalyst.kpi.table.DialectHints;
import io.tonalyst.kpi.table.TextEncoding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingStoreTest {
    @TempDir Path folder;

    private static final ColumnMapping MINE =
            new ColumnMapping(
                    "My logs, 2021",
                    "My logs",
                    "Made by hand.",
                    new DialectHints(TextEncoding.LATIN_1, '\t', Dialect.NO_QUOTE, ',', 3, 2),
                    Map.of(
                            CallField.START,
                            new FieldRule("Tag", "dmy", List.of(), List.of(), false),
                            CallField.OUTCOME,
                            new FieldRule("Ende", "", List.of("gelöst"), List.of("-"), true)),
                    List.of(
                            new Lookup(
                                    "teams.csv",
                                    CallField.AGENT,
                                    "Nr",
                                    CallField.TEAM,
                                    "Team",
                                    true)),
                    List.of(new SkipRule("Ende", List.of("Test", "Probe"))));

    @Test
    void savedMappingsComeBackAsTheyWere() throws Exception {
        var store = new MappingStore(folder.resolve("new/mappings"), new Presets());
        assertThat(store.saved()).isEmpty();
        Path file = store.save(MINE);
        assertThat(file.getFileName()).hasToString("my-logs-2021.json");
        assertThat(store.saved()).containsExactly(MINE);
        assertThat(store.find("my logs, 2021")).isEqualTo(MINE);
        assertThat(store.find(file.toString())).isEqualTo(MINE);
        assertThat(store.find("PWC").title()).isEqualTo("PwC call centre");
        assertThat(store.all()).hasSize(6).startsWith(MINE);
        Files.writeString(folder.resolve("new/mappings/broken.json"), "{");
        assertThat(store.saved()).containsExactly(MINE);
        assertThatThrownBy(() -> store.find("none"))
                .hasMessage(
                        "There is no mapping 'none': name a file, or one of My logs, 2021,"
                                + " volaphone, pwc, technion, scorecard, agent-days.");
    }

    @Test
    void presetsAreWrittenAndReadBackWithoutLoss() throws Exception {
        var json = new MappingJson();
        for (ColumnMapping preset : new Presets().all()) {
            assertThat(json.read(json.write(preset), "copy")).isEqualTo(preset);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{|is no JSON: line 1 cannot be read.",
                "[]|\"format\" has to be \"tonalyst-call-log-mapping\"",
                "{F,\"version\":2}|\"version\" has to be 1.",
                "{F,\"version\":1,\"fields\":{}}|the file lacks \"name\"",
                "{F,\"version\":1,\"name\":\"x\"}|\"fields\" names no column",
                "{F,\"version\":1,\"name\":\"x\",\"fields\":{\"shoe\":{}}}|\"shoe\" is no field of"
                        + " a call",
                "{F,\"version\":1,\"name\":\"x\",\"fields\":{\"start\":{}}}|\"start\" lacks"
                        + " \"column\"",
                "{F,\"version\":1,\"name\":\"x\",\"fields\":{\"start\":{\"column\":\"a\",\"style\":\"ydm\"}}}|\"style\""
                        + " of \"start\" is not known: \"ydm\"",
                "{F,\"version\":1,\"name\":\"x\",\"colour\":1}|the file does not know \"colour\"",
                "{F,\"version\":1,\"name\":\"x\",\"table\":{\"delimiter\":\"ab\"}}|\"delimiter\" is"
                        + " one character, tab, none or auto",
                "{F,\"version\":1,\"name\":\"x\",\"table\":{\"sheet\":0}}|\"sheet\" is a whole"
                        + " number from 1 on",
                "{F,\"version\":1,\"name\":\"x\",\"table\":{\"encoding\":\"ebcdic\"}}|\"encoding\""
                        + " is not known",
                "{F,\"version\":1,\"name\":\"x\",\"fields\":{\"start\":{\"column\":\"a\"}},\"lookups\":[{\"file\":\"f\",\"of\":\"rating\",\"key\":\"k\",\"value\":\"v\"}]}|cannot"
                        + " give rating for codes of rating",
            })
    void whatIsNoMappingIsExplained(String text, String sentence) {
        String whole = text.replace("F", "\"format\":\"tonalyst-call-log-mapping\"");
        assertThatThrownBy(() -> new MappingJson().read(whole, "m.json"))
                .hasMessageStartingWith("m.json")
                .hasMessageContaining(sentence)
                .hasMessageEndingWith(".");
    }
}

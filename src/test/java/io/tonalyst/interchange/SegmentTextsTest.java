// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentTextsTest {
    @Test
    void csvHoldsPredictionAndCorrection() {
        List<String> lines = SegmentTexts.csv(Calls.reviewed()).lines().toList();

        assertThat(lines.getFirst())
                .isEqualTo(
                        "start_s,end_s,channel,emotion,confidence,uncertain,neutral,calm,happy,sad,"
                                + "angry,fear,disgust,surprise,predicted,label,comment,file");
        assertThat(lines).hasSize(6);
        assertThat(lines.get(2))
                .startsWith("2.900,4.000,0,fear,0.3100,true,0.0986,0.3100,")
                .endsWith(",calm,fear,,a call.wav");
        assertThat(lines.get(3)).isEqualTo("5.000,5.750,0,happy,,,,,,,,,,,,happy,,a call.wav");
    }

    @Test
    void noCellBeginsLikeAFormula() {
        String csv = SegmentTexts.csv(Calls.hostile());

        assertThat(csv).contains("'=HYPERLINK(\"\"x\"\")").contains("'=1+1 <b>&");
        assertThat(csv.lines().skip(1)).allMatch(l -> l.contains(",\"'=1+1"));
        assertThat(csv.lines()).hasSize(4);
    }

    @Test
    void jsonHoldsPredictionAndCorrection() throws Exception {
        var tree = JsonMapper.builder().build().readTree(SegmentTexts.json(Calls.reviewed()));

        assertThat(tree.at("/format").asText()).isEqualTo("tonalyst-analysis");
        assertThat(tree.at("/segments/1/emotion").asText()).isEqualTo("fear");
        assertThat(tree.at("/segments/1/prediction/emotion").asText()).isEqualTo("calm");
        assertThat(tree.at("/segments/1/prediction/end_s").asDouble()).isEqualTo(4.125);
        assertThat(tree.at("/segments/1/correction/label").asText()).isEqualTo("fear");
        assertThat(tree.at("/segments/1/correction/moved").asBoolean()).isTrue();
        assertThat(tree.at("/segments/2/prediction").isNull()).isTrue();
    }

    @Test
    void recordingsOfOneNameGetNamesOfTheirOwnThatStay() {
        Path a = Path.of("a", "call.wav");
        Path b = Path.of("b", "Call.mp3");
        Path c = Path.of("a", "other.wav");
        var names = ExportNames.of(List.of(a, b, c));

        assertThat(names.of(c)).isEqualTo("other");
        assertThat(names.of(a)).matches("call-[0-9a-f]{8}").isNotEqualTo(names.of(b));
        assertThat(ExportNames.of(List.of(c, b, a)).of(a)).isEqualTo(names.of(a));
    }
}

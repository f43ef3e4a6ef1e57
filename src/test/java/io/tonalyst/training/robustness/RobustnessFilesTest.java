// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The robustness figures of the shipped model follow from its rows. */
class RobustnessFilesTest {
    private static final Path FOLDER = Path.of("models/emotion-cnn-3/evaluation");

    @Test
    void theFiguresFollowFromTheRows() throws Exception {
        RobustnessReport written =
                JsonMapper.builder()
                        .build()
                        .readValue(
                                FOLDER.resolve("robustness.json").toFile(), RobustnessReport.class);
        Map<String, String> descriptions = new LinkedHashMap<>();
        written.conditions().forEach(c -> descriptions.put(c.key(), c.description()));

        RobustnessReport computed =
                RobustnessFiles.report(
                        RobustnessFiles.parse(Files.readAllLines(FOLDER.resolve("robustness.csv"))),
                        descriptions);

        assertThat(computed.clips()).isEqualTo(written.clips());
        assertThat(computed.corpora()).isEqualTo(written.corpora());
        assertThat(computed.conditions()).hasSameSizeAs(written.conditions());
        for (int i = 0; i < computed.conditions().size(); i++) {
            var is = computed.conditions().get(i);
            var said = written.conditions().get(i);
            assertThat(is.accuracy()).as(is.key()).isCloseTo(said.accuracy(), within(1e-12));
            assertThat(is.uar()).as(is.key()).isCloseTo(said.uar(), within(1e-12));
            assertThat(is.lost()).as(is.key()).isCloseTo(said.lost(), within(1e-9));
        }
        assertThat(written.conditions().getFirst().lost()).isZero();
    }
}

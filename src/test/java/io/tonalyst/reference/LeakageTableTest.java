// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.tonalyst.reference.ReferenceSummary.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeakageTableTest {
    @TempDir private Path models;

    @Test
    void showsTheProtocolsOfBothPipelinesFromTheLeastHonestOn() throws Exception {
        write(ReferencePipeline.FRAMES, ReferenceProtocol.SPEAKER, 0, 0.4);
        write(ReferencePipeline.FRAMES, ReferenceProtocol.LEAKY, 0.984, 0.93);
        write(ReferencePipeline.FEATURES, ReferenceProtocol.CLIP, 0, 0.6);

        List<LeakageTable.Row> rows = LeakageTable.read(models).rows();

        assertThat(rows)
                .extracting(LeakageTable.Row::pipeline, LeakageTable.Row::protocol)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                ReferencePipeline.FEATURES, ReferenceProtocol.CLIP),
                        org.assertj.core.groups.Tuple.tuple(
                                ReferencePipeline.FRAMES, ReferenceProtocol.LEAKY),
                        org.assertj.core.groups.Tuple.tuple(
                                ReferencePipeline.FRAMES, ReferenceProtocol.SPEAKER));
        assertThat(rows.get(1).accuracy()).isEqualTo(0.93);
        assertThat(rows.get(1).sentence()).contains("98.4 %");
        assertThat(rows.get(1).network()).isEqualTo("32-16 filters, 12 epochs");
        assertThat(rows.get(1).corpusAccuracy()).containsEntry("TESS", 1.0);
    }

    @Test
    void isEmptyWhereNothingWasRun() throws Exception {
        assertThat(LeakageTable.read(models.resolve("none")).rows()).isEmpty();
    }

    @Test
    void saysWhichFileIsDamaged() throws Exception {
        Path folder = Files.createDirectories(models.resolve("reference-frames"));
        Files.writeString(folder.resolve("reference.json"), "{ \"pipeline\" : ");

        assertThatIOException()
                .isThrownBy(() -> LeakageTable.read(models))
                .withMessageContaining("reference.json is damaged");
    }

    private void write(
            ReferencePipeline pipeline, ReferenceProtocol protocol, double siblings, double right)
            throws Exception {
        Path folder = Files.createDirectories(models.resolve(pipeline.folder()));
        var recipe = new ReferenceRecipe(pipeline.key(), List.of(32, 16), 32, 12, 64, 1);
        ReferenceSummary.read(pipeline, folder)
                .with(
                        protocol,
                        new Outcome(
                                recipe, 40, 120, 40, siblings, 1, right, 0.5, Map.of("TESS", 1.0)))
                .write(folder);
    }
}

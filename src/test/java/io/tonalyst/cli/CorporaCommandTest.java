// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tonalyst.corpus.CorpusSummary;
import io.tonalyst.recording.WavWriter;
import io.tonalyst.signal.Signal;
import io.tonalyst.time.SampleRate;
import io.tonalyst.training.ModelData;
import io.tonalyst.training.TinyCorpus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CorporaCommandTest {
    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void countsAndMeasuresSoundAndImages() throws Exception {
        Path corpora = folder.resolve("corpora");
        TinyCorpus.write(corpora, 3);
        var rate = new SampleRate(16_000);
        var writer = new WavWriter();
        writer.write(corpora.resolve("DC_a01.wav"), new Signal(rate, new float[16_000]));
        writer.write(corpora.resolve("DC_a02.wav"), new Signal(rate, new float[48_000]));
        writer.write(corpora.resolve("KL_sa01.wav"), new Signal(rate, new float[24_000]));
        Path model = folder.resolve("models/x");

        assertThat(run("--corpora", corpora.toString(), "--json", "--out", model.toString()))
                .as(err.toString())
                .isZero();

        JsonNode json = JsonMapper.builder().build().readTree(out.toString());
        assertThat(json.at("/corpora")).hasSize(2);
        assertThat(json.at("/corpora/0/log_mel_clips").asInt()).isEqualTo(18);
        CorpusSummary summary = ModelData.read(model).orElseThrow();
        assertThat(summary.clips()).isEqualTo(21);
        assertThat(summary.speakers()).isEqualTo(5);
        CorpusSummary.OfCorpus savee = summary.corpora().get(1);
        assertThat(savee.corpus()).isEqualTo("SAVEE");
        assertThat(savee.classes())
                .extracting(CorpusSummary.OfClass::label)
                .containsExactly("sad", "angry");
        CorpusSummary.Durations angry = savee.classes().get(1).durations();
        assertThat(angry.total()).isCloseTo(4, within(1e-6));
        assertThat(angry.median()).isCloseTo(2, within(1e-6));
        assertThat(angry.histogram().get(4)).isEqualTo(1);
        assertThat(angry.histogram().get(12)).isEqualTo(1);
        assertThat(savee.speakers()).extracting(CorpusSummary.OfSpeaker::sex).containsOnly("male");
    }

    @Test
    void aClipThatCannotBeReadIsNamedAndNotCounted() throws Exception {
        TinyCorpus.write(folder, 1);
        Files.writeString(folder.resolve("DC_a01.wav"), "no sound");

        assertThat(run("--corpora", folder.toString())).isEqualTo(1);

        assertThat(err.toString()).contains("not counted").contains("DC_a01.wav");
        assertThat(out.toString()).contains("CREMA-D").doesNotContain("SAVEE");
    }

    private int run(String... args) {
        CommandLine line = TonalystCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] all = new String[args.length + 1];
        all[0] = "corpora";
        System.arraycopy(args, 0, all, 1, args.length);
        return line.execute(all);
    }
}

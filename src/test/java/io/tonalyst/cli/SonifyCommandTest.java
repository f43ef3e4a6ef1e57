// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tonalyst.recording.FfmpegDecoder;
import io.tonalyst.work.CancelToken;
import io.tonalyst.work.ProgressSink;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sound.midi.MidiSystem;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SonifyCommandTest {
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String series = "";
    private String log = "";

    @BeforeEach
    void writeInputs() throws Exception {
        Path days = folder.resolve("agent-7.csv");
        Files.writeString(
                days,
                """
                date,calls,resolved_by_agent,mean_talk_time_s
                2017-01-01,4,4,450
                2017-01-02,8,4,1000.0
                2017-01-05,10,9,1200
                """);
        series = days.toString();
        Path calls = folder.resolve("log.csv");
        Files.writeString(
                calls,
                """
                Agent_ID,Call_Date,Talk_Time,After_Call_Work_Time,Queue_Time,Call_resolution_ID
                7,2017-01-01 00:00:00,400,100,5,Resolution1
                7,2017-01-01 00:00:00,600,300,5,Resolution2
                7,2017-01-03 00:00:00,1000,200,5,Resolution1
                """);
        log = calls.toString();
    }

    @Test
    void referenceNotesOfASeriesAreThoseOfTheNotebooks() throws Exception {
        assertThat(run("sonify", "--series", series, "--mapping", "reference-varied", "--json"))
                .isZero();
        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(report.get("days").findValuesAsText("date"))
                .containsExactly("2017-01-01", "2017-01-02", "2017-01-05");
        assertThat(report.get("days").findValues("note"))
                .extracting(JsonNode::toString)
                .containsExactly("[51,100]", "[80,100]", "[96,100]");
        assertThat(report.get("threshold").asDouble()).isEqualTo(900);
        assertThat(report.get("length_s").asDouble()).isEqualTo(1.5);
        assertThat(report.get("distinct_pitches").asInt()).isEqualTo(3);
        assertThat(report.get("definition").asText()).isEqualTo("volaphone");
    }

    @Test
    void agentsBesideAreHeardTogetherOnOneAxis() throws Exception {
        String calls = Path.of("samples", "call_log.csv").toAbsolutePath().toString();
        assertThat(
                        run(
                                "sonify",
                                "--log",
                                calls,
                                "--agent",
                                "32400",
                                "--month",
                                "2017-01",
                                "--beside",
                                "14270",
                                "--beside",
                                "26210",
                                "--json"))
                .as(err.toString())
                .isZero();
        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(report.get("days").findValuesAsText("subject"))
                .contains("Agent 32400", "Agent 14270", "Agent 26210");
        for (JsonNode day : report.get("days")) {
            // 500 s is C3 and 3,000 s C6, whoever it is.
            assertThat(day.get("note").get(0).asDouble())
                    .isCloseTo(48 + 36 * (day.get("value").asDouble() - 500) / 2500, within(1e-6));
            assertThat(day.get("calls").asInt()).isPositive();
        }
        assertThat(report.get("sentence").asText()).contains("Agent 14270 middle");

        assertThat(run("sonify", "--series", series, "--beside", "7")).isEqualTo(2);
        assertThat(err.toString()).contains("--beside names at most two agents of a --log");
    }

    @Test
    void aMonthOfALogIsWrittenAsMidiAndSound() throws Exception {
        Path midi = folder.resolve("score.mid");
        Path wav = folder.resolve("score.wav");
        assertThat(
                        run(
                                "sonify",
                                "--log",
                                log,
                                "--agent",
                                "7",
                                "--month",
                                "2017-01",
                                "--midi",
                                midi.toString(),
                                "--wav",
                                wav.toString()))
                .isZero();
        assertThat(out.toString())
                .contains("AHT = sum(talk + after-call work) / calls handled")
                .contains("2 notes of 2 different pitches in 7.75 s;")
                .contains("Wrote " + midi)
                .contains("Wrote " + wav);
        var sound = new FfmpegDecoder().decode(wav, new CancelToken(), ProgressSink.NONE).signal();
        assertThat(sound.frames()).isEqualTo(372_000);
        assertThat(sound.sampleRate().hertz()).isEqualTo(48_000);
        assertThat(sound.channel(0)[0]).isNotZero();
        assertThat(sound.channel(0)[24_000]).isNotZero();
        assertThat(MidiSystem.getSequence(midi.toFile()).getTracks()).hasSize(4);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --measure fcr --threshold 101 | 2 | lies between 0 and 100 %
                    --threshold 0 | 2 | lies above 0
                    --mapping loud | 2 | --mapping: A sound mapping is one of precise, reference-simple
                    --measure calls | 2 | --measure is aht, fcr, angry-measured, valence or valence-change, not 'calls'
                    --measure age | 2 | --measure is one of
                    --definition mine | 2 | --definition is one of
                    --definition standard | 2 | talk times only
                    --agent 7 | 2 | --agent and --month choose from a --log
                    --midi OUT/a --wav OUT/./a | 2 | --midi and --wav name the same file
                    --midi SERIES | 2 | would write over the input
                    --midi OUT/none/a.mid | 1 | there is no folder
                    --wav OUT --midi OUT/b.mid | 1 | is a folder
                    """)
    void whatCannotBeDoneIsToldInOneSentenceAndNothingIsWritten(
            String options, int code, String sentence) throws Exception {
        String before = Files.readString(Path.of(series));
        String[] args =
                ("sonify --series SERIES " + options)
                        .replace("SERIES", series)
                        .replace("OUT", folder.toString())
                        .split(" ");
        assertThat(run(args)).isEqualTo(code);
        assertThat(err.toString()).startsWith("tonalyst: ").contains(sentence);
        assertThat(out.toString()).isEmpty();
        assertThat(Files.readString(Path.of(series))).isEqualTo(before);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void noFileIsWrittenWhereOneOfThemCannotBe() throws Exception {
        Path nowhere = Path.of("/proc");
        Assumptions.assumeTrue(Files.isDirectory(nowhere), "there is no folder without files here");
        Path midi = folder.resolve("a.mid");
        assertThat(
                        run(
                                "sonify",
                                "--series",
                                series,
                                "--midi",
                                midi.toString(),
                                "--wav",
                                nowhere.resolve("a.wav").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("the folder /proc takes no files");
        assertThat(midi).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--midi", "--png"})
    void aPipeIsWrittenToAndNotReplacedByAFile(String option) throws Exception {
        Path pipe = folder.resolve("pipe");
        Assumptions.assumeTrue(madePipe(pipe), "pipes cannot be made here");
        CompletableFuture<byte[]> received =
                CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return Files.readAllBytes(pipe);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
        assertThat(run("sonify", "--series", series, option, pipe.toString())).isZero();
        assertThat(Files.isRegularFile(pipe)).isFalse();
        assertThat(received.get(10, TimeUnit.SECONDS)).hasSizeGreaterThan(100);
    }

    @Test
    void midiDevicesAreListedAndOneThatIsMissingIsToldBeforeAnythingSounds() throws Exception {
        assertThat(run("sonify", "--midi-devices", "--json")).isZero();
        JsonNode devices = new ObjectMapper().readTree(out.toString()).get("midi_devices");
        assertThat(devices.isArray()).isTrue();
        assertThat(run("sonify", "--series", series, "--midi-out", "none of these")).isEqualTo(1);
        assertThat(err.toString()).contains("--midi-out: ").contains("MIDI device");
    }

    @Test
    void aDesignOfOneselfIsUsedFromItsFile() throws Exception {
        Path file = folder.resolve("mine.json");
        Files.writeString(
                file,
                """
                {"format": "tonalyst-sound-mapping", "version": 1, "name": "mine",
                 "pitch": {"low": 60, "high": 72}, "scale": "pentatonic", "instrument": "harp"}
                """);
        assertThat(run("sonify", "--series", series, "--mapping", file.toString(), "--json"))
                .isZero();
        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(report.get("mapping").asText()).isEqualTo("mine");
        assertThat(report.get("sentence").asText())
                .contains("in 6 steps of the C pentatonic scale");
        assertThat(report.get("summary").asText()).contains("2 days at or above 900 s");
        assertThat(report.get("days").findValues("note"))
                .extracting(n -> n.get(0).asInt())
                .isSubsetOf(60, 62, 64, 67, 69, 72);
        Files.writeString(file, "{}");
        assertThat(run("sonify", "--series", series, "--mapping", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("is no sound mapping");
    }

    private static boolean madePipe(Path pipe) throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    sonify | 2 | Name the figures
                    sonify --log LOG --series LOG | 2 | not both
                    sonify --log LOG --agent 7 | 2 | the month with --month
                    sonify --log LOG --agent 7 --month May | 2 | --month is a year and a month
                    sonify --log LOG --agent 8 --month 2017-01 | 2 | Agent 8 is not in the call log
                    sonify --log LOG --agent 7 --month 2018-01 | 2 | no calls in January 2018
                    sonify --log GONE --agent 7 --month 2018-01 | 2 | There is no file
                    sonify --series GONE | 2 | There is no file
                    sonify --series LOG | 1 | lacks the columns
                    """)
    void figuresThatAreNotThereAreToldInOneSentence(String line, int code, String sentence) {
        assertThat(run(line.replace("LOG", log).replace("GONE", folder + "/gone").split(" ")))
                .isEqualTo(code);
        assertThat(err.toString()).startsWith("tonalyst: ").contains(sentence);
    }

    @Test
    void aSeriesOverCenturiesIsNotMadeIntoASound() throws Exception {
        Path days = folder.resolve("long.csv");
        Files.writeString(
                days,
                """
                date,calls,resolved_by_agent,mean_talk_time_s
                1901-01-01,4,4,450
                2199-01-02,8,4,1000
                """);
        assertThat(run("sonify", "--series", days.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("a score may have 366 days");
    }

    private int run(String... args) {
        return TonalystCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }
}

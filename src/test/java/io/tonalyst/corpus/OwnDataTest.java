// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tonalyst.emotion.Emotion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders and tables of a user's own. */
class OwnDataTest {
    @TempDir private Path folder;

    @Test
    void aFolderWithOneSubfolderAnEmotionIsACorpusOfThatName() throws Exception {
        touch("calls/Anger/a.wav");
        touch("calls/Anger/late/b.mp3");
        touch("calls/Anger/notes.txt");
        touch("calls/Anger/.hidden.wav");
        touch("calls/pleasant_surprise/03-01-06-01-02-01-12.wav");

        CorpusScan scan = scan("calls");

        assertThat(scan.problems()).isEmpty();
        assertThat(scan.clips())
                .extracting(Clip::id)
                .containsExactly(
                        "calls/Anger/a.wav",
                        "calls/Anger/late/b.mp3",
                        "calls/pleasant_surprise/03-01-06-01-02-01-12.wav");
        assertThat(scan.clips())
                .extracting(Clip::emotion)
                .containsExactly(Emotion.ANGRY, Emotion.ANGRY, Emotion.SURPRISE);
        assertThat(scan.clips())
                .allSatisfy(clip -> assertThat(clip.hasSpeaker()).isFalse())
                .allSatisfy(clip -> assertThat(clip.corpus()).isEqualTo(Corpus.own("calls")));
        assertThat(scan.clips().stream().map(Clip::recording).distinct()).hasSize(3);
    }

    @Test
    void foldersOfOtherNamesAreLeftOutWithOneSentence() throws Exception {
        touch("calls/sad/a.wav");
        touch("calls/bored/b.wav");
        touch("calls/happy/readme.txt");
        touch("calls/c.wav");

        CorpusScan scan = scan("calls");

        assertThat(scan.clips()).hasSize(1);
        assertThat(scan.problemCount()).isEqualTo(3);
        assertThat(scan.problems())
                .anySatisfy(
                        p -> assertThat(p).contains("bored", "neutral, calm, happy, sad, angry"))
                .anySatisfy(p -> assertThat(p).contains("happy holds no sound file"))
                .anySatisfy(p -> assertThat(p).contains("1 sound files lie in"));
    }

    @Test
    void aFolderCalledAsAPublishedCorpusStaysTheUsersOwn() throws Exception {
        touch("TESS/sad/a.wav");
        touch("other/TESS/sad/a.wav");

        CorpusScan scan =
                new CorpusScanner()
                        .scan(List.of(folder.resolve("TESS"), folder.resolve("other/TESS")));

        assertThat(scan.clips())
                .extracting(clip -> clip.corpus().title())
                .containsExactlyInAnyOrder("TESS-own", "TESS-own-2");
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t'})
    void aTableNamesSpeakersPartsAndChannels(char delimiter) throws Exception {
        touch("calls/long call.wav");
        touch("elsewhere.flac");
        String decimal = delimiter == ',' ? "1.5" : "1,5";
        write(
                "calls/own.csv",
                """
                Label|Path|speaker|START|end|channel|corpus|remark
                angry|"long call.wav"|ann|%s|4.25|1||loud
                calm|long call.wav||6||||
                happy|%s|bob||||phone|"he said ""no"" twice"
                """
                        .formatted(decimal, folder.resolve("elsewhere.flac"))
                        .replace('|', delimiter));

        CorpusScan scan = scan("calls/own.csv");

        assertThat(scan.problems()).isEmpty();
        assertThat(scan.clips())
                .extracting(Clip::id)
                .containsExactly(
                        "own/long call.wav@1.500-4.250#1",
                        "own/long call.wav@6.000-",
                        "phone/elsewhere.flac");
        assertThat(scan.clips())
                .extracting(Clip::speaker)
                .containsExactly("own-ann", "", "phone-bob");
        assertThat(scan.clips())
                .extracting(Clip::part)
                .containsExactly(
                        new ClipPart(1.5, 4.25, OptionalInt.of(1)),
                        new ClipPart(6, Double.POSITIVE_INFINITY, OptionalInt.empty()),
                        ClipPart.WHOLE);
        assertThat(scan.clips().get(0).recording()).isEqualTo(scan.clips().get(1).recording());
    }

    @Test
    void everyRowThatCannotBeUsedIsCountedAndTold() throws Exception {
        touch("a.wav");
        touch("a.txt");
        touch("a.png");
        write(
                "own.csv",
                """
                path,label,speaker,start,end,channel
                a.wav,bored,,,,
                missing.wav,sad,,,,
                ,sad,,,,
                a.txt,sad,,,,
                a.wav,sad,,1,1.05,
                a.wav,sad,,x,2,
                a.wav,sad,,-1,2,
                a.wav,sad,,0,NaN,
                a.wav,sad,,0,2,left
                a.png,sad,,0,2,
                a.wav,sad
                "a.wav,sad,,,,

                a.wav,sad,,,,
                """);

        CorpusScan scan = scan("own.csv");

        assertThat(scan.clips()).hasSize(1);
        assertThat(scan.problemCount()).isEqualTo(12);
        assertThat(scan.problems()).hasSize(12).allMatch(p -> p.startsWith("Row "));
        assertThat(scan.problems().get(0))
                .isEqualTo(
                        "Row 2 of "
                                + folder.resolve("own.csv")
                                + " is left out: the label \"bored\" is none of neutral, calm,"
                                + " happy, sad, angry, fear, disgust, surprise.");
        assertThat(scan.problems().get(11)).startsWith("Row 13 ").contains("quotation mark");
    }

    @Test
    void manyBadRowsAreCountedButNotAllDescribed() throws Exception {
        touch("a.wav");
        write("own.csv", "path,label\na.wav,sad\n" + "a.wav,bored\n".repeat(5000));

        CorpusScan scan = scan("own.csv");

        assertThat(scan.problemCount()).isEqualTo(5000);
        assertThat(scan.problems()).hasSize(SourceProblems.MAX_DESCRIBED);
    }

    @Test
    void theLaterSourceCorrectsTheEarlier() throws Exception {
        touch("calls/sad/a.wav");
        touch("calls/sad/b.wav");
        write("fix.csv", "path,label,speaker\ncalls/sad/a.wav,angry,ann\n");

        CorpusScan scan =
                new CorpusScanner()
                        .scan(List.of(folder.resolve("calls"), folder.resolve("fix.csv")));

        assertThat(scan.clips())
                .extracting(Clip::id)
                .containsExactly("calls/sad/b.wav", "fix/calls/sad/a.wav");
        assertThat(scan.problems()).singleElement().asString().contains("labelled twice");
    }

    @Test
    void aPartOfAClipStaysWithTheClip() throws Exception {
        touch("calls/sad/a.wav");
        touch("RAVDESS/03-01-06-01-02-01-12.wav");
        write(
                "fix.csv",
                "path,label,start,end\ncalls/sad/a.wav,angry,0,1\n"
                        + "RAVDESS/03-01-06-01-02-01-12.wav,angry,0,1\n");

        CorpusScan scan =
                new CorpusScanner()
                        .scan(
                                List.of(
                                        folder.resolve("calls"),
                                        folder.resolve("RAVDESS"),
                                        folder.resolve("fix.csv")));

        assertThat(scan.clips()).hasSize(4);
        assertThat(scan.clips().stream().map(Clip::recording).distinct())
                .containsExactlyInAnyOrder("calls/sad/a.wav", "03-01-06-01-02-01-12");
    }

    @Test
    void idsAreFitForTheProjectsTables() throws Exception {
        touch("my, data/sad/a,\"b\".wav");

        assertThat(scan("my, data").clips())
                .extracting(Clip::id)
                .containsExactly("my_ data/sad/a__b_.wav");
        assertThat(ClipCollector.fitPlace("../../etc//passwd")).isEqualTo("etc/passwd");
    }

    @Test
    void whatIsNoTableIsSaidInOneSentence() throws Exception {
        write("empty.csv", "");
        write("columns.csv", "file,emotion\na.wav,sad\n");
        write("header.csv", "path,label,speaker\n");
        Files.write(
                folder.resolve("latin.csv"),
                "path,label\nmüde.wav,sad\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.write(folder.resolve("noise.csv"), new byte[200_000]);

        says("empty.csv", "first line must name the columns");
        says("columns.csv", "it reads \"file,emotion\"");
        says("header.csv", "column names but no clips");
        says("latin.csv", "not in UTF-8");
        says("noise.csv", "not a text table");
    }

    private void says(String source, String words) {
        assertThatExceptionOfType(CorpusException.class)
                .isThrownBy(() -> scan(source))
                .withMessageContaining(words)
                .withMessageContaining(source);
    }

    private CorpusScan scan(String source) throws CorpusException {
        return new CorpusScanner().scan(List.of(folder.resolve(source)));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void touch(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
    }
}

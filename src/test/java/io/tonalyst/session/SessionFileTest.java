// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tonalyst.emotion.Emotion;
import io.tonalyst.review.Annotation;
import io.tonalyst.review.Annotation.Predicted;
import io.tonalyst.review.Review;
import io.tonalyst.session.SessionDocument.Entry;
import io.tonalyst.session.SessionDocument.Stretch;
import io.tonalyst.session.SessionDocument.View;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionFileTest {
    @TempDir Path folder;

    @Test
    void allOfASessionComesBack() throws Exception {
        SessionDocument session = session();
        Path file = folder.resolve("my calls.tonalyst");

        SessionFile.write(file, session);

        assertThat(SessionFile.read(file)).isEqualTo(session);
        assertThat(session.remarks()).isEqualTo(3);
        assertThat(Files.readString(file)).contains("\"path\" : \"calls/a.wav\"");
    }

    @Test
    void fileAndRecordingsCanMoveTogether() throws Exception {
        SessionFile.write(folder.resolve("s.tonalyst"), session());
        Path elsewhere = Files.createDirectory(folder.resolve("moved"));
        Files.move(folder.resolve("s.tonalyst"), elsewhere.resolve("s.tonalyst"));

        assertThat(SessionFile.read(elsewhere.resolve("s.tonalyst")).recordings())
                .extracting(Entry::file)
                .containsExactly(elsewhere.resolve("calls/a.wav"), Path.of("/elsewhere/b.wav"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|is no Tonalyst session",
                "[1,2]|is no Tonalyst session",
                "|is no Tonalyst session",
                "{\"format\":|is damaged in line 1",
                "{\"format\":\"tonalyst-session\",\"version\":9}|another version",
                "{\"format\":\"tonalyst-session\",\"version\":1,\"recordings\":{}}|no list",
                "{\"format\":\"tonalyst-session\",\"version\":1,\"recordings\":[{}]}|recording 1"
                        + " has no path",
                "{\"format\":\"tonalyst-session\",\"version\":1,\"recordings\":[{\"path\":\"a\","
                        + "\"annotations\":[{\"channel\":0,\"start_s\":\"x\"}]}]}|recording 1,"
                        + " annotation 1 has no number start_s",
                "{\"format\":\"tonalyst-session\",\"version\":1,\"recordings\":[{\"path\":\"a\","
                        + "\"annotations\":[{\"channel\":0,\"start_s\":2,\"end_s\":1}]}]}|impossible",
                "{\"format\":\"tonalyst-session\",\"version\":1,\"recordings\":[{\"path\":\"a\","
                        + "\"annotations\":[{\"channel\":0,\"start_s\":0,\"end_s\":1,\"label\":"
                        + "\"java.lang.Runtime\"}]}]}|none of the eight emotions"
            })
    void whatIsNoSessionIsOneSentence(String text, String part) throws Exception {
        Path file = Files.writeString(folder.resolve("s.tonalyst"), text == null ? "" : text);

        assertThatThrownBy(() -> SessionFile.read(file))
                .isInstanceOf(SessionException.class)
                .hasMessageStartingWith("s.tonalyst ")
                .hasMessageContaining(part)
                .hasMessageEndingWith(".");
    }

    @Test
    void deepNestingAndMutatedFilesAreSentencesToo() throws Exception {
        Path file = folder.resolve("s.tonalyst");
        Files.writeString(file, "[".repeat(100_000));
        assertThatThrownBy(() -> SessionFile.read(file)).isInstanceOf(SessionException.class);

        SessionFile.write(file, session());
        byte[] whole = Files.readAllBytes(file);
        var random = new Random(4);
        for (int i = 0; i < 500; i++) {
            byte[] mutated = whole.clone();
            for (int k = 0; k <= i % 4; k++) {
                mutated[random.nextInt(mutated.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, mutated);
            try {
                SessionFile.read(file);
            } catch (SessionException e) {
                assertThat(e.getMessage()).startsWith("s.tonalyst ");
            }
        }
    }

    @Test
    void theCallLogComesBackAndSessionsWithoutOneStayOfTheFirstVersion() throws Exception {
        Path file = folder.resolve("s.tonalyst");
        SessionFile.write(file, session());
        assertThat(Files.readString(file)).contains("\"version\" : 1").doesNotContain("kpis");
        var state =
                new KpiState(
                        new KpiState.Source(
                                folder.resolve("logs/calls.csv"),
                                "{\"format\":\"tonalyst-call-log-mapping\",\"version\":1}",
                                Optional.of(
                                        new KpiState.Database(
                                                "jdbc:postgresql://host/calls",
                                                "reader",
                                                "public.calls",
                                                ""))),
                        "32400",
                        "2017-01",
                        "valence",
                        "standard",
                        OptionalDouble.of(-12.5),
                        "{\"format\":\"tonalyst-sound-mapping\",\"version\":1,\"preset\":\"concern\"}",
                        2,
                        "Calls",
                        Map.of("type", List.of("Type10", "Type20")),
                        Optional.of(LocalDate.of(2017, 1, 5)),
                        Optional.empty(),
                        Optional.of(new KpiState.Joining("{agent}_{*}", 60, 2)),
                        Optional.of(
                                new ChartsState(
                                        "bubbles",
                                        "fcr",
                                        "week",
                                        "aht",
                                        "fcr",
                                        "calls",
                                        "",
                                        12,
                                        List.of("32400", "007"),
                                        List.of("10020"),
                                        "worst",
                                        3)));
        SessionFile.write(file, session().with(Optional.of(state)));
        assertThat(Files.readString(file))
                .contains("\"version\" : 2", "\"log\" : \"logs/calls.csv\"")
                .doesNotContain("password");
        assertThat(SessionFile.read(file).kpis()).contains(state);
        Files.writeString(
                file, Files.readString(file).replace("2017-01-05", "the fifth of January"));
        assertThatThrownBy(() -> SessionFile.read(file))
                .hasMessageContaining("kpis: from is no day such as 2017-01-31");
    }

    private SessionDocument session() {
        Path a = folder.resolve("calls/a.wav");
        Review said =
                new Review(
                        List.of(
                                new Annotation(
                                        1,
                                        0.123456,
                                        2,
                                        Optional.of(Emotion.FEAR),
                                        "two\nlines \"and\" <more>",
                                        Optional.of(new Predicted(0.5, 2, Emotion.SAD, 0.75))),
                                new Annotation(0, 3, 4, Optional.empty(), "cough", Optional.empty())
                                        .withSilent(true)),
                        "ask for it again");
        return new SessionDocument(
                List.of(
                        new Entry(
                                a,
                                true,
                                said,
                                Optional.of(
                                        new View(0.5, 8, 1.25, Optional.of(new Stretch(1, 2))))),
                        new Entry(
                                Path.of("/elsewhere/b.wav"), false, Review.NONE, Optional.empty())),
                Optional.of(a),
                "{agent}_{date:yyyyMMdd}",
                List.of(folder.resolve("calls")));
    }
}

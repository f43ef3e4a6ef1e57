// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.review.Review;
import io.tonalyst.session.SessionDocument.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutosaveTest {
    @TempDir Path folder;

    /** A program that notes something every moment until it is killed. */
    static final class Worker {
        private Worker() {}

        public static void main(String[] args) throws Exception {
            var state = new AtomicReference<>(SessionDocument.EMPTY);
            var autosave =
                    new Autosave(
                            new Recovery(Path.of(args[0])).slot(),
                            state::get,
                            Runnable::run,
                            System.err::println);
            autosave.start(Duration.ofMillis(50));
            for (int i = 1; ; i++) {
                state.set(session("note " + i));
                System.out.println(i);
                Thread.sleep(20);
            }
        }
    }

    @Test
    void aKilledProgramLosesOnlyTheLastMoments() throws Exception {
        Path printed = folder.resolve("printed.txt");
        Path kept = folder.resolve("kept");
        Process worker =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Worker.class.getName(),
                                kept.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .redirectOutput(printed.toFile())
                        .start();
        int atFirst = 0;
        while (worker.isAlive() && lines(printed) < atFirst + 30) {
            // Loading the classes that write takes a moment.
            atFirst = isSaved(kept) && atFirst > 0 ? atFirst : lines(printed);
            Thread.sleep(20);
        }
        assertThat(worker.isAlive()).isTrue();
        assertThat(new Recovery(kept).offers()).as("while it runs").isEmpty();
        worker.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        int last = lines(printed);

        List<Recovery.Offer> offers = new Recovery(kept).offers();

        assertThat(offers).hasSize(1);
        String note = offers.getFirst().session().recordings().getFirst().review().note();
        int saved = Integer.parseInt(note.substring("note ".length()));
        // It notes every 20 ms and looks every 50 ms; a busy machine may add seconds to that.
        assertThat(saved).isBetween(last - 150, last);
        new Recovery(kept).forget(offers.getFirst());
        assertThat(kept).isEmptyDirectory();
    }

    @Test
    void aSessionThatWasClosedIsOfferedToo() throws Exception {
        var recovery = new Recovery(folder);
        var autosave =
                new Autosave(recovery.slot(), () -> session("last words"), Runnable::run, s -> {});
        autosave.close();

        assertThat(recovery.offers())
                .singleElement()
                .extracting(Recovery.Offer::session)
                .isEqualTo(session("last words"));
    }

    @Test
    void anEmptySessionLeavesNothing() throws Exception {
        var recovery = new Recovery(folder);
        new Autosave(recovery.slot(), () -> SessionDocument.EMPTY, Runnable::run, s -> {}).close();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theOwnFileOfASessionIsKeptUpToDate() throws Exception {
        Path own = folder.resolve("own.tonalyst");
        var state = new AtomicReference<>(session("a"));
        var recovery = new Recovery(folder.resolve("kept"));
        var autosave = new Autosave(recovery.slot(), state::get, Runnable::run, s -> {});
        autosave.setFile(own);
        state.set(session("b"));
        autosave.close();

        assertThat(SessionFile.read(own)).isEqualTo(session("b"));
    }

    @Test
    void aFailureIsSaidOnceAndTheProgramGoesOn() throws Exception {
        List<String> problems = new ArrayList<>();
        Path own = folder.resolve("none/own.tonalyst");
        var autosave =
                new Autosave(
                        new Recovery(folder.resolve("kept")).slot(),
                        () -> session("a"),
                        Runnable::run,
                        problems::add);
        autosave.setFile(own);
        autosave.close();

        assertThat(problems).hasSize(1).first().asString().contains("Cannot save the session");
        assertThat(Files.exists(own)).isFalse();
    }

    private static int lines(Path file) throws Exception {
        return Files.readAllLines(file).size();
    }

    private static boolean isSaved(Path kept) throws Exception {
        if (!Files.isDirectory(kept)) {
            return false;
        }
        try (Stream<Path> files = Files.list(kept)) {
            return files.anyMatch(SessionFile::isSession);
        }
    }

    private static SessionDocument session(String note) {
        return new SessionDocument(
                List.of(
                        new Entry(
                                Path.of("/calls/a.wav"),
                                true,
                                Review.NONE.withNote(note),
                                Optional.empty())),
                Optional.empty(),
                "",
                List.of());
    }
}

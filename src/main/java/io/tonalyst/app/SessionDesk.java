// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.app;

import io.tonalyst.library.LibraryEntry;
import io.tonalyst.library.NamePattern;
import io.tonalyst.review.Review;
import io.tonalyst.session.Autosave;
import io.tonalyst.session.Recovery;
import io.tonalyst.session.SessionClaim;
import io.tonalyst.session.SessionDocument;
import io.tonalyst.session.SessionDocument.Entry;
import io.tonalyst.session.SessionException;
import io.tonalyst.session.SessionFile;
import io.tonalyst.ui.FxExecutor;
import io.tonalyst.ui.StatusReporter;
import io.tonalyst.ui.kpi.KpiWorkspace;
import io.tonalyst.ui.library.LibraryWorkspace;
import io.tonalyst.ui.recordings.RecordingsWorkspace;
import io.tonalyst.work.Failures;
import io.tonalyst.work.JobOutcome;
import io.tonalyst.work.JobRunner;
import io.tonalyst.work.ProgressSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The session of this window: opened, saved, kept while it changes, offered again. */
final class SessionDesk implements AutoCloseable {
    /** What a crash can cost at most, besides the time of writing. */
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private static final int NAMED = 3;

    private final RecordingsWorkspace recordings;
    private final LibraryWorkspace library;
    private final KpiWorkspace kpis;
    private final Recovery recovery;
    private final Autosave autosave;
    private final JobRunner jobs = new JobRunner("session", 1);
    private final FxExecutor fx;
    private final StatusReporter status;
    private @Nullable SessionClaim claim;

    SessionDesk(
            RecordingsWorkspace recordings,
            LibraryWorkspace library,
            KpiWorkspace kpis,
            Recovery recovery,
            FxExecutor fx,
            StatusReporter status) {
        this.recordings = recordings;
        this.library = library;
        this.kpis = kpis;
        this.recovery = recovery;
        this.fx = fx;
        this.status = status;
        autosave = new Autosave(recovery.slot(), this::current, fx, status::problem);
        autosave.start(INTERVAL);
    }

    /** The session as it is now. */
    SessionDocument current() {
        SessionDocument opened = recordings.session();
        Map<Path, Entry> all = new LinkedHashMap<>();
        opened.recordings().forEach(e -> all.put(e.file(), e));
        for (LibraryEntry listed : library.model().entries()) {
            all.putIfAbsent(
                    listed.file(), new Entry(listed.file(), false, Review.NONE, Optional.empty()));
        }
        return new SessionDocument(
                List.copyOf(all.values()),
                opened.front(),
                library.model().pattern().map(NamePattern::text).orElse(""),
                library.model().watched().stream().sorted().toList(),
                kpis.session());
    }

    /** The file that the session is kept in, if it has one of its own. */
    Optional<Path> file() {
        return autosave.file();
    }

    /** Looks for the session of a program that ended, and hands the newest to {@code receiver}. */
    void findLast(Consumer<Recovery.Offer> receiver) {
        jobs.<List<Recovery.Offer>>submit(
                (cancel, progress) -> recovery.offers(),
                ProgressSink.NONE,
                outcome -> {
                    if (outcome
                                    instanceof
                                    JobOutcome.Done<List<Recovery.Offer>>(
                                            List<Recovery.Offer> offers)
                            && !offers.isEmpty()) {
                        fx.execute(() -> receiver.accept(offers.getFirst()));
                    }
                });
    }

    /** Goes on with the session of a program that ended. */
    void take(Recovery.Offer offer) {
        show(offer.session(), Optional.empty());
        // Only once this program has written it itself may the other file go.
        autosave.saveNow(() -> recovery.forget(offer));
    }

    /** Opens a session in place of the present one, which stays on offer if it has no file. */
    void open(Path file) {
        jobs.<SessionDocument>submit(
                (cancel, progress) -> SessionFile.read(file),
                ProgressSink.NONE,
                outcome ->
                        fx.execute(
                                () ->
                                        outcome.settle(
                                                session -> show(session, Optional.of(file)),
                                                cause ->
                                                        status.problem(Failures.sentence(cause)))));
    }

    /** Gives the session a file, which is kept up to date from now on. */
    void saveAs(Path chosen) {
        Path file =
                SessionFile.isSession(chosen)
                        ? chosen
                        : chosen.resolveSibling(chosen.getFileName() + SessionFile.ENDING);
        if (!claim(file)) {
            status.problem(
                    file.getFileName()
                            + " is open in another window of Tonalyst; save under another name.");
            return;
        }
        autosave.setFile(file.toAbsolutePath());
        autosave.saveNow(
                () ->
                        status.say(
                                "The session is kept in "
                                        + file
                                        + " and saved there as it changes."));
    }

    private void show(SessionDocument session, Optional<Path> file) {
        SessionDocument before = current();
        if (autosave.file().isEmpty() && before.remarks() > 0) {
            try {
                recovery.keep(before);
            } catch (SessionException e) {
                status.problem(Failures.sentence(e));
                return;
            }
        }
        recordings.showSession(session);
        library.showSession(session);
        session.kpis()
                .ifPresent(
                        state ->
                                kpis.showSession(
                                        state,
                                        session.recordings().stream().map(Entry::file).toList()));
        Optional<Path> own = file.filter(this::claim);
        autosave.setFile(own.map(Path::toAbsolutePath).orElse(null));
        if (own.isEmpty()) {
            release();
        }
        tellMissing(session);
        if (file.isPresent() && own.isEmpty()) {
            status.problem(
                    file.get().getFileName()
                            + " is open in another window of Tonalyst, which saves it. What you"
                            + " change here is kept apart: save it under another name.");
        }
    }

    /** Makes a session file that of this window; false if it is that of another. */
    private boolean claim(Path file) {
        SessionClaim held = claim;
        if (held != null && held.isOn(file)) {
            return true;
        }
        Optional<SessionClaim> next = recovery.claim(file);
        if (next.isPresent()) {
            release();
            claim = next.get();
        }
        return next.isPresent();
    }

    private void release() {
        SessionClaim held = claim;
        if (held != null) {
            held.close();
            claim = null;
        }
    }

    private void tellMissing(SessionDocument session) {
        List<String> missing =
                session.recordings().stream()
                        .map(Entry::file)
                        .filter(f -> !Files.exists(f))
                        .map(f -> String.valueOf(f.getFileName()))
                        .toList();
        if (!missing.isEmpty()) {
            String names = missing.stream().limit(NAMED).collect(Collectors.joining(", "));
            status.problem(
                    missing.size()
                            + (missing.size() == 1 ? " recording" : " recordings")
                            + " of the session cannot be found ("
                            + names
                            + (missing.size() > NAMED ? ", …" : "")
                            + "); what was said of them is kept.");
        }
    }

    /** Saves a last time. */
    @Override
    public void close() {
        autosave.close();
        release();
        jobs.close();
    }
}

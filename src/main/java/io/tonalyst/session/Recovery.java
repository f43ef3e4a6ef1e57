// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.session;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder where running programs keep their sessions. Each locks a file of its own; the system
 * drops the lock when the program ends in whatever way, so that a session whose lock is free can be
 * offered again.
 */
public final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    /** Sessions of ended programs that are kept, the newest. */
    private static final int KEPT = 5;

    private static final String LOCK = ".lock";

    private final Path folder;

    public Recovery(Path folder) {
        this.folder = folder;
    }

    /** The folder of the person who runs the program. */
    public static Recovery ofUser() {
        return new Recovery(Path.of(System.getProperty("user.home", "."), ".tonalyst", "sessions"));
    }

    /**
     * A session that an ended program left.
     *
     * @param saved when it was last saved
     */
    public record Offer(Path file, SessionDocument session, Instant saved) {}

    /** Where this program keeps its session. */
    public static final class Slot implements AutoCloseable {
        private final Path file;
        private final @Nullable FileChannel lock;

        private Slot(Path file, @Nullable FileChannel lock) {
            this.file = file;
            this.lock = lock;
        }

        void save(SessionDocument session) throws SessionException {
            if (session.isEmpty()) {
                remove(file);
            } else {
                SessionFile.write(file, session);
            }
        }

        /** Gives the session free: the next start may offer it. */
        @Override
        public void close() {
            if (lock != null) {
                try {
                    lock.close();
                } catch (IOException e) {
                    LOG.warn("The lock of {} could not be released", file, e);
                }
            }
            remove(lockOf(file));
        }
    }

    /**
     * Keeps a session that this program turns away from, so that a later start offers it.
     *
     * @throws SessionException if it cannot be written
     */
    public void keep(SessionDocument session) throws SessionException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            LOG.warn("The folder {} cannot be made", folder, e);
        }
        SessionFile.write(fresh(), session);
    }

    private Path fresh() {
        long now = Instant.now().toEpochMilli();
        return folder.resolve(
                "session-" + now + "-" + ProcessHandle.current().pid() + SessionFile.ENDING);
    }

    /**
     * Claims a session file for this window.
     *
     * @return empty if another window has it open
     */
    public Optional<SessionClaim> claim(Path file) {
        return SessionClaim.take(file, folder);
    }

    /** Takes a place for the session of this program. */
    public Slot slot() {
        Path file = fresh();
        try {
            Files.createDirectories(folder);
            FileChannel lock =
                    FileChannel.open(
                            lockOf(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock.lock();
            return new Slot(file, lock);
        } catch (IOException e) {
            LOG.warn("Sessions cannot be kept in {}", folder, e);
            return new Slot(file, null);
        }
    }

    /** Sessions that ended programs left, the newest first; older ones are removed. */
    public List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        for (Path file : files()) {
            if (!isFree(file)) {
                continue;
            }
            if (offers.size() == KEPT) {
                remove(file);
                continue;
            }
            try {
                SessionDocument session = SessionFile.read(file);
                offers.add(new Offer(file, session, Files.getLastModifiedTime(file).toInstant()));
            } catch (SessionException | IOException e) {
                LOG.warn("The kept session {} cannot be read", file, e);
            }
        }
        return offers;
    }

    /** Removes a session that has been taken up, or is not wanted. */
    public void forget(Offer offer) {
        remove(offer.file());
        remove(lockOf(offer.file()));
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(SessionFile::isSession)
                    .limit(1000)
                    .sorted(Comparator.comparing(Recovery::modified).reversed())
                    .toList();
        } catch (IOException e) {
            LOG.warn("Kept sessions cannot be listed in {}", folder, e);
            return List.of();
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    private static boolean isFree(Path file) {
        if (!Files.exists(lockOf(file))) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(lockOf(file), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }

    private static Path lockOf(Path file) {
        return file.resolveSibling(file.getFileName() + LOCK);
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} could not be removed", file, e);
        }
    }
}

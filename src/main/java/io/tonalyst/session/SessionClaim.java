// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.session;

import io.tonalyst.emotion.Sha256;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right of one window to save a session file, so that two windows do not write over each other.
 * Held by a lock beside the kept sessions, which the system drops when the program ends in whatever
 * way; session files themselves are replaced as they are saved and cannot hold it.
 */
public final class SessionClaim implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionClaim.class);

    private final Path file;
    private final @Nullable FileChannel lock;

    private SessionClaim(Path file, @Nullable FileChannel lock) {
        this.file = file;
        this.lock = lock;
    }

    /**
     * Claims a session file.
     *
     * @param folder where the locks lie
     * @return empty if another window has it
     */
    static Optional<SessionClaim> take(Path file, Path folder) {
        Path known = known(file);
        FileChannel channel = null;
        try {
            Files.createDirectories(folder);
            String hash = Sha256.of(known.toString().getBytes(StandardCharsets.UTF_8));
            channel =
                    FileChannel.open(
                            folder.resolve("file-" + hash.substring(0, 32) + ".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return Optional.of(new SessionClaim(known, channel));
            }
            channel.close();
            return Optional.empty();
        } catch (OverlappingFileLockException e) {
            close(channel);
            return Optional.empty();
        } catch (IOException e) {
            close(channel);
            // Without a place for locks windows cannot know of each other, and work as alone.
            LOG.warn("Whether {} is open elsewhere cannot be known", file, e);
            return Optional.of(new SessionClaim(known, null));
        }
    }

    /** Whether it is the claim on a file. */
    public boolean isOn(Path other) {
        return file.equals(known(other));
    }

    /** Two names of one file are one file, where that can be told. */
    private static Path known(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        try {
            return folder == null ? absolute : folder.toRealPath().resolve(absolute.getFileName());
        } catch (IOException e) {
            return absolute;
        }
    }

    private static void close(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.warn("A lock could not be released", e);
            }
        }
    }

    /** Gives the file free. */
    @Override
    public void close() {
        close(lock);
    }
}

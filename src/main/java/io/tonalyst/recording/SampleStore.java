// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.recording;

import io.tonalyst.time.SampleRate;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder where decoded sound lies while a recording is open. The files have no name there once
 * they are open, or vanish with their last handle, whichever the system knows: a crash leaves no
 * sound behind. Safe between threads.
 */
public final class SampleStore {
    private static final Logger LOG = LoggerFactory.getLogger(SampleStore.class);

    /** Room that is left to the rest of the machine, in bytes. */
    private static final long RESERVE = 256L << 20;

    private final Path folder;

    /**
     * @param folder made when it is first needed
     */
    public SampleStore(Path folder) {
        this.folder = folder;
    }

    /** In the folder of the person who runs the program: temporary folders may lie in memory. */
    public static SampleStore ofUser() {
        return new SampleStore(Path.of(System.getProperty("user.home", "."), ".tonalyst", "sound"));
    }

    /**
     * Begins to store the sound of a recording; nothing is written before there is sound.
     *
     * @param recording named in messages
     */
    StoredSamples begin(Path recording, SampleRate rate, int channels) {
        return new StoredSamples(this, recording, rate, channels);
    }

    /** A file that is gone when it is closed. */
    FileChannel create(Path recording) throws RecordingException {
        try {
            Files.createDirectories(folder);
            // Made with permissions for nobody else.
            Path file = Files.createTempFile(folder, "sound-", ".tmp");
            return FileChannel.open(
                    file,
                    Set.of(
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            LOG.warn("No file can be made in {}", folder, e);
            throw new RecordingException(
                    recording
                            + " cannot be opened, because its sound cannot be kept in "
                            + folder
                            + ": check that this folder may be written to.",
                    e);
        }
    }

    /**
     * Sees to it that the disk does not run full.
     *
     * @param bytes about to be written
     * @throws RecordingException with one sentence, if too little room would be left
     */
    void require(Path recording, long bytes) throws RecordingException {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free - bytes < RESERVE) {
                throw full(recording, free);
            }
        } catch (IOException e) {
            LOG.debug("The room in {} is not known", folder, e);
        }
    }

    /** What is said when the sound does not fit onto the disk. */
    private RecordingException full(Path recording, long free) {
        return new RecordingException(
                recording
                        + " cannot be opened: its decoded sound does not fit onto the disk, where "
                        + folder
                        + " has "
                        + (free >> 20)
                        + " MiB left; free some room and open it again.");
    }

    /** What is said when sound cannot be written. */
    RecordingException broken(Path recording, IOException cause) {
        return new RecordingException(
                recording
                        + " cannot be opened, because its sound could not be written to "
                        + folder
                        + ": check that the disk has room and works.",
                cause);
    }
}

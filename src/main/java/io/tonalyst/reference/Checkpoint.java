// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

import io.tonalyst.reference.net.Network;
import io.tonalyst.work.WholeFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file that a training of a reference network goes on from. */
final class Checkpoint {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoint.class);
    private static final int MOST_EPOCHS = 100_000;

    private final Path file;
    private final String fingerprint;

    /**
     * @param fingerprint of the training; a file of another one is written over
     */
    Checkpoint(Path file, String fingerprint) {
        this.file = file;
        this.fingerprint = fingerprint;
    }

    void save(Network network, List<EpochSummary> history) throws IOException {
        WholeFile.write(
                file,
                part -> {
                    try (var out =
                            new DataOutputStream(
                                    new BufferedOutputStream(Files.newOutputStream(part)))) {
                        out.writeUTF(fingerprint);
                        out.writeInt(history.size());
                        for (EpochSummary epoch : history) {
                            out.writeDouble(epoch.loss());
                            out.writeDouble(epoch.accuracy());
                            out.writeDouble(epoch.rate());
                        }
                        network.save(out);
                    }
                });
    }

    /**
     * Brings the network to where it was.
     *
     * @return the epochs done; none if there is no file of this training
     * @throws IOException with one sentence, if the file is damaged
     */
    List<EpochSummary> load(Network network) throws IOException {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (!in.readUTF().equals(fingerprint)) {
                LOG.info("{} belongs to another training and is written anew", file);
                return List.of();
            }
            int epochs = in.readInt();
            if (epochs < 0 || epochs > MOST_EPOCHS) {
                throw new IOException("Not a number of epochs: " + epochs);
            }
            List<EpochSummary> history = new ArrayList<>();
            for (int i = 0; i < epochs; i++) {
                history.add(
                        new EpochSummary(i + 1, in.readDouble(), in.readDouble(), in.readDouble()));
            }
            network.load(in);
            return history;
        } catch (IOException e) {
            throw new IOException(
                    "The checkpoint " + file + " is damaged; delete it to start anew.", e);
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.interchange;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/** How a document refers to the recording it is about. */
final class MediaLink {
    private MediaLink() {}

    /**
     * A relative URI, so that document and recording can move together; empty where no path leads
     * from one to the other, as between drives.
     *
     * @param folder where the document lies
     */
    static Optional<String> relative(Path folder, Path recording) {
        Path from = folder.toAbsolutePath().normalize();
        Path to = recording.toAbsolutePath().normalize();
        if (from.getRoot() == null || !from.getRoot().equals(to.getRoot())) {
            return Optional.empty();
        }
        String path = from.relativize(to).toString().replace('\\', '/');
        try {
            // With a leading "./" a colon in the name is not taken for a scheme.
            String quoted = new URI(null, null, "./" + path, null).toASCIIString();
            return Optional.of(quoted.substring(2));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** A relative URI where there is one, else an absolute one of the scheme {@code file}. */
    static String of(Path folder, Path recording) {
        return relative(folder, recording)
                .map(link -> link.startsWith("../") ? link : "./" + link)
                .orElseGet(() -> recording.toAbsolutePath().normalize().toUri().toASCIIString());
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import io.tonalyst.video.VideoFormat;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** How large a film is and how many pictures it has. */
final class FilmOptions {
    @Option(
            names = "--size",
            defaultValue = "1080p",
            paramLabel = "720p|1080p|4k",
            description = "Size of the film (default ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String size;

    @Option(
            names = "--fps",
            defaultValue = "30",
            paramLabel = "N",
            description = "Pictures a second of the film, 1 to 120 (default ${DEFAULT-VALUE}).")
    private int framesPerSecond;

    /**
     * The film that is asked for.
     *
     * @throws picocli.CommandLine.ParameterException if there is none such
     */
    VideoFormat format(CallLogs logs) {
        if (framesPerSecond < 1 || framesPerSecond > 120) {
            throw logs.usage("--fps lies between 1 and 120, not at " + framesPerSecond + ".");
        }
        return VideoFormat.of(size, framesPerSecond)
                .orElseThrow(
                        () ->
                                logs.usage(
                                        "--size is one of %s, not '%s'."
                                                .formatted(
                                                        VideoFormat.SIZES.stream()
                                                                .map(VideoFormat::name)
                                                                .collect(Collectors.joining(", ")),
                                                        size)));
    }

    /**
     * Makes sure that a film is named as what it is: players and mails go by the ending.
     *
     * @throws picocli.CommandLine.ParameterException if the name ends otherwise
     */
    static void requireMp4(String option, Path film, CallLogs logs) {
        if (!film.toString().toLowerCase(Locale.ROOT).endsWith(".mp4")) {
            throw logs.usage(
                    "%s: films are MP4 files; give %s a name that ends in .mp4."
                            .formatted(option, film));
        }
    }
}

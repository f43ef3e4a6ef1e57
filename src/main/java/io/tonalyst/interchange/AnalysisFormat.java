// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.interchange;

import io.tonalyst.work.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The formats an analysis can be written in. */
public enum AnalysisFormat {
    TEXTGRID("Praat TextGrid", ".TextGrid"),
    EAF("ELAN annotations", ".eaf"),
    AUDACITY("Audacity labels", ".labels.txt"),
    CSV("CSV table", ".csv"),
    JSON("JSON document", ".json"),
    HTML("HTML report", ".html");

    private final String title;
    private final String ending;

    AnalysisFormat(String title, String ending) {
        this.title = title;
        this.ending = ending;
    }

    /** Name on screen. */
    public String title() {
        return title;
    }

    /** Name on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How the names of its files end, with the dot. */
    public String ending() {
        return ending;
    }

    /** The format of a key, in any case. */
    public static Optional<AnalysisFormat> ofKey(String key) {
        return Arrays.stream(values()).filter(f -> f.key().equalsIgnoreCase(key.strip())).findAny();
    }

    /** The format whose ending a file has, in any case. */
    public static Optional<AnalysisFormat> ofFile(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(f -> name.endsWith(f.ending.toLowerCase(Locale.ROOT)))
                .findFirst()
                .or(() -> name.endsWith(".txt") ? Optional.of(AUDACITY) : Optional.empty());
    }

    /** All keys, for a sentence. */
    public static String keys() {
        return Arrays.stream(values()).map(AnalysisFormat::key).collect(Collectors.joining(", "));
    }

    /**
     * Writes the analysis of a recording, whole or not at all.
     *
     * @param pictures asked for only by {@link #HTML}; may take long
     * @throws IOException with one sentence for the user
     */
    public void write(AnalysedRecording recording, Supplier<ReportPictures> pictures, Path file)
            throws IOException {
        Path folder = file.toAbsolutePath().normalize().resolveSibling("");
        String text =
                switch (this) {
                    case TEXTGRID -> TextGrid.write(recording);
                    case EAF ->
                            Eaf.write(
                                    recording, folder, OffsetDateTime.now(ZoneId.systemDefault()));
                    case AUDACITY -> AudacityLabels.write(recording);
                    case CSV -> SegmentTexts.csv(recording);
                    case JSON -> SegmentTexts.json(recording);
                    case HTML -> HtmlReport.write(recording, pictures.get(), folder);
                };
        try {
            WholeFile.write(file, text);
        } catch (IOException e) {
            throw new IOException(
                    "Cannot write "
                            + file
                            + ": check that the folder exists, may be written to and has room.",
                    e);
        }
    }
}

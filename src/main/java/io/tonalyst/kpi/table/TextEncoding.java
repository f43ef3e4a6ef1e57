// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** How the characters of a text file are written. */
public enum TextEncoding {
    /** Also plain ASCII; single fields that are not UTF-8 are taken for Windows-1252. */
    UTF_8("utf-8", "UTF-8", StandardCharsets.UTF_8),
    WINDOWS_1252("windows-1252", "Windows-1252", Charset.forName("windows-1252")),
    LATIN_1("latin-1", "Latin-1 (ISO 8859-1)", StandardCharsets.ISO_8859_1),
    UTF_16_LE("utf-16le", "UTF-16, little endian", StandardCharsets.UTF_16LE),
    UTF_16_BE("utf-16be", "UTF-16, big endian", StandardCharsets.UTF_16BE);

    private final String key;
    private final String title;
    private final Charset charset;

    TextEncoding(String key, String title, Charset charset) {
        this.key = key;
        this.title = title;
        this.charset = charset;
    }

    /** Name in files and on the command line. */
    public String key() {
        return key;
    }

    /** Name on screen. */
    public String title() {
        return title;
    }

    public Charset charset() {
        return charset;
    }

    /** Whether commas and line ends are single bytes, and only they have these values. */
    boolean isByteWise() {
        return this == UTF_8 || this == WINDOWS_1252 || this == LATIN_1;
    }

    /** The encoding with this {@link #key}. */
    public static Optional<TextEncoding> ofKey(String key) {
        return Arrays.stream(values()).filter(e -> e.key.equalsIgnoreCase(key)).findFirst();
    }
}

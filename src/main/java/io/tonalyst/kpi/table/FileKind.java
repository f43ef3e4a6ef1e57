// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What a file is by its first bytes, whatever its name says. */
enum FileKind {
    /** An XLSX workbook. */
    WORKBOOK,
    /** A workbook of the kind before XLSX, or another OLE document. */
    OLD_WORKBOOK,
    /** A ZIP archive that is no workbook. */
    ZIP,
    /** Anything else, gzip among it. */
    TEXT;

    private static final byte[] PK = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    static FileKind of(Path file) throws IOException, TableException {
        if (Files.isDirectory(file)) {
            throw new TableException(file + " is a folder; name the file in it.");
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(4);
        }
        if (Arrays.equals(start, OLE)) {
            return OLD_WORKBOOK;
        }
        if (!Arrays.equals(start, PK)) {
            return TEXT;
        }
        try (var zip = new ZipFile(file.toFile())) {
            return zip.getEntry("[Content_Types].xml") == null ? ZIP : WORKBOOK;
        } catch (ZipException e) {
            throw new TableException(
                    file + " is a damaged workbook or archive: export it again.", e);
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi;

import io.tonalyst.kpi.table.FieldText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A column of recurring names, two bytes a row. Code 0 is the empty name. New names are looked up
 * through a small table of byte hashes, so that a known one costs no allocation.
 */
final class NameColumn {
    /** So many different names fit a column. */
    static final int MAX_NAMES = 60_000;

    private static final int SLOTS = 256;

    private final Predicate<String> test;
    private final List<byte[]> bytes = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> codes = new HashMap<>();
    private final int[] slots = new int[SLOTS];
    private boolean[] matches = new boolean[16];
    private char[] rows = new char[1024];
    private int size;

    /**
     * @param test which names {@link #matches} is to be true for
     */
    NameColumn(Predicate<String> test) {
        this.test = test;
        intern("", new byte[0]);
    }

    /** The code of the name in {@code buffer}, a new one if need be; -1 when there are too many. */
    int code(byte[] buffer, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + buffer[i];
        }
        int slot = (hash ^ (hash >>> 8)) & (SLOTS - 1);
        byte[] known = bytes.get(slots[slot]);
        if (Arrays.equals(known, 0, known.length, buffer, from, to)) {
            return slots[slot];
        }
        int code = code(FieldText.utf8(buffer, from, to), Arrays.copyOfRange(buffer, from, to));
        if (code >= 0) {
            slots[slot] = code;
        }
        return code;
    }

    /** The code of a name, a new one if need be; -1 when there are too many. */
    int code(String name) {
        Integer code = codes.get(name);
        return code == null ? code(name, name.getBytes(StandardCharsets.UTF_8)) : code;
    }

    private int code(String name, byte[] raw) {
        Integer code = codes.get(name);
        if (code != null) {
            return code;
        }
        return names.size() >= MAX_NAMES ? -1 : intern(name, raw);
    }

    private int intern(String name, byte[] raw) {
        int code = names.size();
        names.add(name);
        bytes.add(raw);
        codes.put(name, code);
        if (code == matches.length) {
            matches = Arrays.copyOf(matches, 2 * code);
        }
        matches[code] = test.test(name);
        return code;
    }

    void add(int code) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size + (size >> 1));
        }
        rows[size++] = (char) code;
    }

    void reorder(int[] order) {
        if (size == 0) {
            return;
        }
        char[] result = new char[order.length];
        for (int i = 0; i < order.length; i++) {
            result[i] = rows[order[i]];
        }
        rows = result;
    }

    String name(int row) {
        return names.get(codeOf(row));
    }

    /** The code of a row's name; 0 in a column nothing was ever added to. */
    int codeOf(int row) {
        return size == 0 ? 0 : rows[row];
    }

    /**
     * Keeps those of some rows whose name is wanted.
     *
     * @param wanted by code
     * @param selected the rows; those that stay move to the front
     * @return how many stay
     */
    int select(boolean[] wanted, int[] selected, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int row = selected[i];
            selected[kept] = row;
            kept += wanted[codeOf(row)] ? 1 : 0;
        }
        return kept;
    }

    boolean isEmpty(int row) {
        return codeOf(row) == 0;
    }

    boolean matches(int row) {
        return matches[codeOf(row)];
    }

    /** Whether any name but the empty one occurs. */
    boolean hasNames() {
        return names.size() > 1;
    }

    /** The names, each at its code; the first is the empty one. */
    List<String> names() {
        return names;
    }
}

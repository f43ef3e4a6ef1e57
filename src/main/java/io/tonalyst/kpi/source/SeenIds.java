// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.source;

import java.util.Arrays;

/**
 * Which ids have been seen, by 64-bit hashes of their texts: two different ones of a million are
 * taken for one with a probability of 3 in a hundred million, at 16 bytes an id.
 */
final class SeenIds {
    private long[] slots = new long[1024];
    private int size;

    /** Notes an id; false when it was seen before. */
    boolean add(String id) {
        if (2 * size >= slots.length) {
            grow();
        }
        boolean added = put(slots, hash(id));
        size += added ? 1 : 0;
        return added;
    }

    private void grow() {
        long[] larger = new long[2 * slots.length];
        Arrays.stream(slots).filter(hash -> hash != 0).forEach(hash -> put(larger, hash));
        slots = larger;
    }

    private static boolean put(long[] slots, long hash) {
        int at = (int) (hash & (slots.length - 1));
        while (slots[at] != 0) {
            if (slots[at] == hash) {
                return false;
            }
            at = (at + 1) & (slots.length - 1);
        }
        slots[at] = hash;
        return true;
    }

    /** Two multiplications a character and the finish of SplitMix64; never 0, which is free. */
    private static long hash(String id) {
        long hash = 0x9e3779b97f4a7c15L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0xbf58476d1ce4e5b9L;
            hash ^= hash >>> 29;
        }
        hash = (hash ^ (hash >>> 30)) * 0x94d049bb133111ebL;
        hash ^= hash >>> 31;
        return hash == 0 ? 1 : hash;
    }
}

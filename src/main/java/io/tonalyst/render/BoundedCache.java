// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.render;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Keeps what was used last, up to a number of bytes. For one thread.
 *
 * @param <K> what the values are found by
 * @param <V> what is kept
 */
public final class BoundedCache<K, V> {
    private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);
    private final long maxBytes;
    private final ToLongFunction<V> weigher;
    private long bytes;

    /**
     * @param weigher tells the bytes of a value, which do not change
     */
    public BoundedCache(long maxBytes, ToLongFunction<V> weigher) {
        this.maxBytes = maxBytes;
        this.weigher = weigher;
    }

    /** The value, which counts as used now. */
    public Optional<V> get(K key) {
        return Optional.ofNullable(values.get(key));
    }

    /** Keeps a value and gives up those not used for longest until all fit; the newest stays. */
    public void put(K key, V value) {
        V before = values.put(key, value);
        bytes += weigher.applyAsLong(value) - (before == null ? 0 : weigher.applyAsLong(before));
        Iterator<Map.Entry<K, V>> oldest = values.entrySet().iterator();
        while (bytes > maxBytes && values.size() > 1) {
            bytes -= weigher.applyAsLong(oldest.next().getValue());
            oldest.remove();
        }
    }

    /** All values, without counting them as used, from the one not used for longest. */
    public Collection<V> values() {
        return values.values();
    }

    /** What the values weigh together. */
    public long bytes() {
        return bytes;
    }

    /** Forgets everything. */
    public void clear() {
        values.clear();
        bytes = 0;
    }
}

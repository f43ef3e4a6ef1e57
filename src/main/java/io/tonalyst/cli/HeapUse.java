// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.cli;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * The most that the heap holds while it is watched. It holds most right before garbage is
 * collected, so looking there misses nothing.
 */
final class HeapUse implements AutoCloseable {
    private final Set<String> pools =
            ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .map(MemoryPoolMXBean::getName)
                    .collect(Collectors.toSet());
    private final long begun = ManagementFactory.getRuntimeMXBean().getUptime();
    private final AtomicLong peak = new AtomicLong();
    private final NotificationListener listener = (notification, handback) -> seen(notification);

    private HeapUse() {}

    /** Watches from now until it is closed. */
    static HeapUse watch() {
        var use = new HeapUse();
        emitters().forEach(emitter -> emitter.addNotificationListener(use.listener, null, null));
        return use;
    }

    private static List<NotificationEmitter> emitters() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(NotificationEmitter.class::isInstance)
                .map(NotificationEmitter.class::cast)
                .toList();
    }

    private void seen(Notification notification) {
        if (notification
                .getType()
                .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            seen(
                    GarbageCollectionNotificationInfo.from(
                                    (CompositeData) notification.getUserData())
                            .getGcInfo());
        }
    }

    private void seen(GcInfo collection) {
        if (collection.getEndTime() < begun) {
            return;
        }
        long used =
                collection.getMemoryUsageBeforeGc().entrySet().stream()
                        .filter(pool -> pools.contains(pool.getKey()))
                        .map(pool -> pool.getValue())
                        .mapToLong(MemoryUsage::getUsed)
                        .sum();
        peak.accumulateAndGet(used, Math::max);
    }

    /** The most until now, in MB. */
    double peakMb() {
        // The last collection may not have been told of yet.
        for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (bean instanceof com.sun.management.GarbageCollectorMXBean collector) {
                GcInfo last = collector.getLastGcInfo();
                if (last != null) {
                    seen(last);
                }
            }
        }
        return peak.accumulateAndGet(used(), Math::max) / 1e6;
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** What is kept after collecting garbage, in MB. */
    static double keptMb() {
        System.gc();
        return used() / 1e6;
    }

    @Override
    public void close() {
        for (NotificationEmitter emitter : emitters()) {
            try {
                emitter.removeNotificationListener(listener);
            } catch (ListenerNotFoundException e) {
                throw new IllegalStateException("watched only once", e);
            }
        }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.playback;

import java.util.Arrays;

/**
 * The line of nominal rate along which the sound of a device runs, found from what it reports.
 *
 * <p>A device or sound server counts sound as played when it takes it over, a portion at a time:
 * the reports are a staircase, and what is heard is its lower edge. Each time the report moves, the
 * portion before it has just been heard out, which puts one point on the line. The line goes
 * through the lower median of the points of the last {@value #MEMORY_SECONDS} s, so that it is bent
 * neither by portions that are merely taken early (a server fills its own buffer when a sound
 * starts) nor by reports that come late because the machine is busy. A device that runs 200 ppm
 * fast is followed with an error of 0.1 ms that does not grow.
 *
 * <p>Where {@value #RECENT} points in a row agree with each other and lie farther than {@value
 * #SHIFT_SECONDS} s from the line, the device has stalled or skipped: the line is learnt anew from
 * them. One thread at a time.
 */
final class DeviceLine {
    /** Memory of the line. */
    static final double MEMORY_SECONDS = 1;

    /** A distance that no lateness explains, if all recent points have it. */
    static final double SHIFT_SECONDS = 0.025;

    /** Points in a row that are believed against all before them. */
    static final int RECENT = 8;

    /** More than a device has within the memory, but for one that moves at each look. */
    private static final int MOST_POINTS = 128;

    /** A device that is looked at less often than this has moved at some time in between. */
    private static final long LATEST_NANOS = 100_000_000;

    /** A device that moves at looks closer than this has no stairs. */
    private static final long STAIR_NANOS = 10_000_000;

    private final double rate;
    private final double[] offsets = new double[MOST_POINTS];
    private final long[] moments = new long[MOST_POINTS];
    private final double[] scratch = new double[MOST_POINTS];
    private int newest = -1;
    private int count;
    private long origin;
    private double held;
    private long looked;
    private boolean moved;
    private double offset;

    /** The smallest move so far. */
    private double portion;

    /**
     * @param rate nominal frames a second
     */
    DeviceLine(double rate) {
        this.rate = rate;
    }

    /** Forgets all: the device stands, and what it plays next begins at a position in frames. */
    void anchor(long nanos, double frames) {
        count = 0;
        newest = -1;
        origin = nanos;
        held = frames;
        looked = nanos;
        moved = false;
        offset = frames;
        portion = Double.POSITIVE_INFINITY;
    }

    /** Whether the device has moved since the anchor. */
    boolean isKnown() {
        return count > 0;
    }

    /**
     * Takes in a report.
     *
     * @param nanos just before the device was asked
     * @param device frames it says it has played
     */
    void observe(long nanos, long device) {
        boolean moves = device > held;
        if (moves) {
            add(momentOfMove(nanos, device));
            held = device;
        }
        moved = moves;
        looked = nanos;
    }

    /** Frames heard at a moment, if sound goes on. */
    double at(long nanos) {
        return offset + seconds(nanos) * rate;
    }

    private double seconds(long nanos) {
        return (nanos - origin) / 1e9;
    }

    /** When the device left the position at which it was seen last. */
    private long momentOfMove(long nanos, long device) {
        portion = Math.min(portion, device - held);
        double portions = (device - held) / portion;
        long late = Math.clamp(nanos - looked, 0, LATEST_NANOS);
        // A device that moves at each look is no staircase: it was there when it was looked at.
        return moved && portions < 2 && late < STAIR_NANOS
                ? looked
                : looked + Math.round(late / (2 * portions));
    }

    private void add(long moment) {
        double frames = held - seconds(moment) * rate;
        newest = (newest + 1) % MOST_POINTS;
        offsets[newest] = frames;
        moments[newest] = moment;
        count = Math.min(MOST_POINTS, count + 1);
        while (moment - moments[index(count - 1)] > MEMORY_SECONDS * 1e9) {
            count--;
        }
        offset = lowerMedian(count);
        if (count > RECENT) {
            double recent = lowerMedian(RECENT);
            boolean agree = scratch[RECENT - 1] - scratch[0] < SHIFT_SECONDS * rate;
            if (agree && Math.abs(recent - offset) > SHIFT_SECONDS * rate) {
                count = RECENT;
                offset = recent;
            }
        }
    }

    /** Of the newest points; leaves them sorted in the scratch. */
    private double lowerMedian(int points) {
        for (int i = 0; i < points; i++) {
            scratch[i] = offsets[index(i)];
        }
        Arrays.sort(scratch, 0, points);
        return scratch[(points - 1) / 2];
    }

    /** Place of a point by its age, 0 for the newest. */
    private int index(int age) {
        return Math.floorMod(newest - age, MOST_POINTS);
    }
}

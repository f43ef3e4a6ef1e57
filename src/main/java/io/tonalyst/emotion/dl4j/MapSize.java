// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion.dl4j;

/** Size of the feature maps of one clip. */
record MapSize(int channels, int rows, int columns) {
    int plane() {
        return rows * columns;
    }

    int values() {
        return channels * plane();
    }

    long[] shape(int clips) {
        return new long[] {clips, channels, rows, columns};
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Films: pictures at exact times with their sound, written as MP4 with FFmpeg, and their captions.
 * Knows no toolkit; who paints the pictures hands over pixels.
 */
@NullMarked
package io.tonalyst.video;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: GPL-3.0-or-later
/** Benchmarks of the hot paths, and the page that all benchmarks together make. */
@org.jspecify.annotations.NullMarked
package io.tonalyst.bench;

// SPDX-License-Identifier: GPL-3.0-or-later
/** Analyses recordings on Apache Spark: many processes, also on many machines, one folder. */
@NullMarked
package io.tonalyst.spark;

import org.jspecify.annotations.NullMarked;

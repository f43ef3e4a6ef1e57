// SPDX-License-Identifier: GPL-3.0-or-later
/** Call logs in databases: added up there by SQL, and handed on as groups of calls. */
@NullMarked
package io.tonalyst.kpi.jdbc;

import org.jspecify.annotations.NullMarked;

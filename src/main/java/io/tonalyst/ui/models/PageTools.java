// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import io.tonalyst.ui.Palette;
import javafx.beans.value.ObservableValue;

/** What every chart of the pages needs beside its data. */
record PageTools(ObservableValue<Palette> palette, ChartExport export, FileChoice files) {}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;

/**
 * The time of what is heard, which charts of the month follow.
 *
 * @param day since the first of the month, 0-based and continuous
 * @param tick asks the audio clock; called once a pulse
 * @param goTo goes to a day and sounds it
 */
public record SoundTime(
        ReadOnlyDoubleProperty day,
        ReadOnlyBooleanProperty playing,
        Runnable tick,
        DoubleConsumer goTo) {}

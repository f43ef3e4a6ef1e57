// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi;

import io.tonalyst.kpi.KpiPoint;
import java.util.Comparator;

/** What keys do to the sound of the month that is shown. */
record SoundKeys(KpiViewModel model, ScoreController player, SoundModel sound, SoundPanel panel)
        implements KpiKeys.Sounds {
    @Override
    public void toggleSolo() {
        sound.toggleSolo();
    }

    @Override
    public void readOut() {
        panel.readOut();
    }

    @Override
    public void goToExtreme(boolean highest) {
        KpiShown shown = model.shownProperty().get();
        if (shown == null) {
            return;
        }
        var order = Comparator.comparingDouble(KpiPoint::value);
        shown.series().points().stream()
                .max(highest ? order : order.reversed())
                .ifPresent(point -> player.goTo(shown.series().dayIndex(point.date())));
    }
}

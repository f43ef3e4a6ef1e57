// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.kpi.views;

import io.tonalyst.kpi.CallLog;
import io.tonalyst.kpi.Measure;
import io.tonalyst.kpi.overview.Granularity;
import io.tonalyst.session.ChartsState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;

/** What is chosen of the charts as part of a session, and back. UI thread only. */
public final class ChartsSession {
    private ChartsSession() {}

    /**
     * What is chosen now.
     *
     * @param log that is open
     */
    public static ChartsState of(ChartsModel model, CallLog log) {
        return new ChartsState(
                model.viewProperty().get().key(),
                model.measureProperty().get().key(),
                model.granularityProperty().get().key(),
                model.xProperty().get().key(),
                model.yProperty().get().key(),
                model.sizeProperty().get().key(),
                model.colourProperty().get().map(Measure::key).orElse(""),
                model.trailProperty().get(),
                model.chosen().stream().sorted().map(log::agentCode).toList(),
                Stream.of(model.secondProperty(), model.thirdProperty())
                        .map(ObjectProperty::get)
                        .flatMap(Optional::stream)
                        .map(log::agentCode)
                        .toList(),
                model.orderProperty().get().key(),
                model.pageProperty().get());
    }

    /**
     * Chooses again what was chosen, as far as the log has it.
     *
     * @param log that is open
     */
    public static void show(ChartsState state, ChartsModel model, CallLog log) {
        measure(state.measure(), model, model.measureProperty());
        measure(state.x(), model, model.xProperty());
        measure(state.y(), model, model.yProperty());
        measure(state.area(), model, model.sizeProperty());
        model.colourProperty()
                .set(Measure.ofKey(state.colour()).filter(model.measures()::contains));
        Granularity.ofKey(state.by()).ifPresent(model.granularityProperty()::set);
        MultiplesOrder.ofKey(state.order()).ifPresent(model.orderProperty()::set);
        model.trailProperty().set(Math.clamp(state.trail(), 0, BubbleSpec.MAX_TRAIL));
        model.chosen().clear();
        model.chosen().addAll(agents(state.named(), log));
        List<Integer> compared = agents(state.compared(), log);
        model.secondProperty().set(compared.stream().findFirst());
        model.thirdProperty().set(compared.stream().skip(1).findFirst());
        model.pageProperty().set(state.page());
        ChartView.ofKey(state.view()).ifPresent(model.viewProperty()::set);
    }

    private static void measure(String key, ChartsModel model, ObjectProperty<Measure> property) {
        Measure.ofKey(key).filter(model.measures()::contains).ifPresent(property::set);
    }

    private static List<Integer> agents(List<String> codes, CallLog log) {
        return codes.stream()
                .map(log::agent)
                .flatMapToInt(found -> found.stream())
                .boxed()
                .toList();
    }
}

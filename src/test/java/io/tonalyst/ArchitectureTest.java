// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Holds the structure of {@code docs/architecture.md}, each rule with its reason. */
@AnalyzeClasses(packages = "io.tonalyst", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.tonalyst.";
    private static final String[] WITH_TOOLKIT = packages("ui..", "export..", "app..");

    @ArchTest
    static final ArchRule services_know_no_toolkit =
            noClasses()
                    .that(
                            resideInAPackage("io.tonalyst..")
                                    .and(not(resideInAnyPackage(WITH_TOOLKIT))))
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
                                    .and(not(rasterOfAnImageFile())))
                    .because(
                            "the command line, the tests and later servers use them without a"
                                    + " toolkit; only rasters of image files may be read");

    @ArchTest
    static final ArchRule time_and_work_stand_alone =
            classes()
                    .that(resideInAnyPackage(packages("time..", "work..")))
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                    "io.tonalyst.time..",
                                    "io.tonalyst.work..",
                                    "java..",
                                    "org.slf4j..",
                                    "org.jspecify.."))
                    .because("everything else stands on them");

    @ArchTest static final ArchRule signal_knows_time = mayUse("signal", "time");

    @ArchTest
    static final ArchRule recording_knows_signals = mayUse("recording", "signal", "time", "work");

    @ArchTest
    static final ArchRule capture_knows_recordings =
            mayUse("capture", "recording", "signal", "time", "work");

    @ArchTest
    static final ArchRule emotion_knows_signals = mayUse("emotion", "signal", "time", "work");

    @ArchTest
    static final ArchRule corpus_knows_recordings =
            mayUse("corpus", "emotion", "signal", "recording", "time", "work");

    @ArchTest
    static final ArchRule training_knows_corpora =
            mayUse("training", "corpus", "emotion", "signal", "recording", "time", "work");

    @ArchTest
    static final ArchRule reference_knows_training =
            mayUse(
                    "reference",
                    "training",
                    "corpus",
                    "emotion",
                    "signal",
                    "recording",
                    "time",
                    "work");

    @ArchTest static final ArchRule review_knows_emotions = mayUse("review", "emotion");

    @ArchTest
    static final ArchRule interchange_knows_reviews =
            mayUse(
                    "interchange",
                    "review",
                    "corpus",
                    "emotion",
                    "render",
                    "signal",
                    "time",
                    "work");

    @ArchTest
    static final ArchRule session_knows_reviews =
            mayUse("session", "review", "emotion", "time", "work");

    @ArchTest
    static final ArchRule library_knows_recordings =
            mayUse(
                    "library",
                    "interchange",
                    "review",
                    "emotion",
                    "recording",
                    "signal",
                    "time",
                    "work");

    @ArchTest
    static final ArchRule join_knows_recordings_and_calls =
            mayUse(
                    "join", "kpi", "sonify", "library", "review", "emotion", "signal", "time",
                    "work");

    @ArchTest static final ArchRule kpi_knows_only_time = mayUse("kpi", "time", "work");

    @ArchTest
    static final ArchRule sonify_knows_kpis = mayUse("sonify", "kpi", "signal", "time", "work");

    @ArchTest
    static final ArchRule playback_knows_signals = mayUse("playback", "signal", "time", "work");

    @ArchTest static final ArchRule video_knows_signals = mayUse("video", "signal", "time", "work");

    @ArchTest static final ArchRule render_knows_signals = mayUse("render", "signal", "time");

    @ArchTest
    static final ArchRule dl4j_stays_in_its_corner =
            noClasses()
                    .that(
                            resideInAPackage("io.tonalyst..")
                                    .and(
                                            not(
                                                    resideInAnyPackage(
                                                            packages(
                                                                    "emotion.dl4j..",
                                                                    "training..",
                                                                    "reference..")))))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..")
                    .because("the network library must be replaceable");

    @ArchTest
    static final ArchRule nothing_sees_the_app =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.tonalyst.app..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.tonalyst.app..")
                    .because("the app wires the parts; the parts do not know who wires them");

    @ArchTest
    static final ArchRule workspaces_do_not_see_each_other =
            slices().matching("io.tonalyst.ui.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .because("each workspace can be changed or left out by itself");

    @ArchTest
    static final ArchRule no_cycles =
            slices().matching("io.tonalyst.(**)")
                    .should()
                    .beFreeOfCycles()
                    .because(
                            "a cycle makes two packages one; ui and its areas are packages of their"
                                    + " own, with export between them");

    @ArchTest
    static final ArchRule one_way_onto_the_fx_thread =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("io.tonalyst.ui.FxExecutor")
                    .should()
                    .callMethod(javafx.application.Platform.class, "runLater", Runnable.class)
                    .because("thread hops that are scattered cannot be tested or reasoned about");

    @ArchTest
    static final ArchRule no_network_of_our_own =
            noClasses()
                    .that()
                    .resideInAPackage("io.tonalyst..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.net.http..", "java.rmi..")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.net.Socket")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.net.URLConnection")
                    .because("recordings are personal data and stay on the machine");

    @ArchTest
    static final ArchRule null_safety_everywhere =
            classes()
                    .that(resideInAPackage("io.tonalyst.."))
                    .should(lieInANullMarkedPackage())
                    .because("NullAway checks only what is marked");

    private static ArchRule mayUse(String area, String... others) {
        String[] allowed =
                Stream.concat(Stream.of(area), Stream.of(others))
                        .map(name -> ROOT + name + "..")
                        .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(ROOT + area + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.tonalyst..").and(not(resideInAnyPackage(allowed))))
                .because("architecture.md lets " + area + " use only " + String.join(", ", others));
    }

    private static String[] packages(String... names) {
        return Stream.of(names).map(name -> ROOT + name).toArray(String[]::new);
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> rasterOfAnImageFile() {
        return resideInAPackage("java.awt.image..").as("rasters of image files");
    }

    private static ArchCondition<JavaClass> lieInANullMarkedPackage() {
        return new ArchCondition<>("lie in a package that is @NullMarked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(
                        new SimpleConditionEvent(
                                item, marked, item.getName() + " lies in an unmarked package"));
            }
        };
    }
}

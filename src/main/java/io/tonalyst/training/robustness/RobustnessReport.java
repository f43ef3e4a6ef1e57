// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training.robustness;

import java.util.List;

/**
 * How well the networks of the clip protocol do on changed sound of their test clips.
 *
 * @param corpora titles of those whose sound was there
 * @param clips tested under each condition, over all folds
 * @param conditions the first is the unchanged sound
 */
public record RobustnessReport(List<String> corpora, int clips, List<Condition> conditions) {
    public RobustnessReport {
        corpora = List.copyOf(corpora);
        conditions = List.copyOf(conditions);
    }

    /**
     * One kind of change.
     *
     * @param key name in files
     * @param description for people
     * @param accuracy share told right
     * @param uar mean recall over the classes
     * @param lost points of accuracy less than on unchanged sound; negative where it is better
     */
    public record Condition(
            String key, String description, double accuracy, double uar, double lost) {}
}

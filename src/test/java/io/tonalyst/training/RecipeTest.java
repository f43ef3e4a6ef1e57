// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecipeTest {
    private static final Recipe FOUR = Recipe.standard(NetworkSize.TINY, 2, 7).withMembers(4, 2);

    @Test
    void membersHaveSeedsOfTheirOwnAndTheLastOnesWholeImages() {
        List<Recipe> members = IntStream.range(0, 4).mapToObj(FOUR::member).toList();

        assertThat(members).extracting(Recipe::seed).containsExactly(7L, 1007L, 2007L, 3007L);
        assertThat(members)
                .extracting(member -> member.augmentation().stripes())
                .containsExactly(2, 2, 0, 0);
        assertThat(members).allMatch(member -> member.members() == 1 && member.wholeMembers() == 0);
    }

    @Test
    void aMemberIsTrainedAlikeWhateverTheOthersAre() throws Exception {
        Recipe alone = Recipe.standard(NetworkSize.TINY, 2, 7);

        assertThat(JsonFiles.text(FOUR.member(0))).isEqualTo(JsonFiles.text(alone));
        assertThat(JsonFiles.text(alone)).doesNotContain("wholeMembers");
        assertThat(FOUR.member(2))
                .isEqualTo(
                        RecipeTrial.changed(
                                alone, Map.of("augmentation.stripes", "0", "seed", "2007")));
    }

    @Test
    void itIsReadBackFromItsText() {
        assertThat(RecipeTrial.changed(FOUR, Map.of("wholeMembers", "1")))
                .isEqualTo(FOUR.withMembers(4, 1));
    }
}

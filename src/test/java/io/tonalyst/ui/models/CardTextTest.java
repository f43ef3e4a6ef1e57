// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.tonalyst.ui.models.CardText.Block;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardTextTest {
    @Test
    void headingsParagraphsListsAndTablesAreToldApart() {
        CardText card =
                CardText.parse(
                        """
                        # Model card: x

                        Written by `tonalyst train`
                        and **nobody** else.

                        ## Limits

                        - Actors only, in
                          studios.
                        - English.

                        | corpus | clips |
                        |---|---|
                        | **TESS** | 2800 |
                        After the table.
                        """);

        assertThat(card.blocks())
                .containsExactly(
                        new Block.Heading(1, "Model card: x"),
                        new Block.Paragraph("Written by tonalyst train and nobody else."),
                        new Block.Heading(2, "Limits"),
                        new Block.Item("Actors only, in studios."),
                        new Block.Item("English."),
                        new Block.Table(
                                List.of(List.of("corpus", "clips"), List.of("TESS", "2800"))),
                        new Block.Paragraph("After the table."));
        assertThat(card.section("Limits"))
                .containsExactly("• Actors only, in studios.", "• English.", "After the table.");
        assertThat(card.section("None")).isEmpty();
        assertThat(CardText.parse("").blocks()).isEmpty();
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of a model card: Markdown of headings, paragraphs, lists and tables, as {@code tonalyst
 * train} writes it.
 *
 * @param blocks in order; empty where there is no card
 */
record CardText(List<Block> blocks) {
    private static final Pattern EMPHASIS = Pattern.compile("\\*\\*|`");
    private static final Pattern RULE = Pattern.compile("\\|[-:|\\s]+\\|");

    CardText {
        blocks = List.copyOf(blocks);
    }

    /** A part of the card. */
    sealed interface Block {
        /**
         * A heading.
         *
         * @param level 1 is the title
         */
        record Heading(int level, String text) implements Block {}

        record Paragraph(String text) implements Block {}

        /** An entry of a list. */
        record Item(String text) implements Block {}

        /** A table, its head first. */
        record Table(List<List<String>> rows) implements Block {}
    }

    static CardText parse(String markdown) {
        List<Block> blocks = new ArrayList<>();
        var open = new StringBuilder();
        boolean item = false;
        List<List<String>> table = new ArrayList<>();
        for (String line : (markdown + "\n\n").split("\n", -1)) {
            String text = line.strip();
            boolean starts = text.isEmpty() || text.startsWith("#") || text.startsWith("|");
            if ((starts || text.startsWith("- ")) && !open.isEmpty()) {
                blocks.add(
                        item
                                ? new Block.Item(plain(open.toString()))
                                : new Block.Paragraph(plain(open.toString())));
                open.setLength(0);
                item = false;
            }
            if (!text.startsWith("|") && !table.isEmpty()) {
                blocks.add(new Block.Table(List.copyOf(table)));
                table.clear();
            }
            if (text.startsWith("#")) {
                int level = 0;
                while (level < text.length() && text.charAt(level) == '#') {
                    level++;
                }
                blocks.add(new Block.Heading(level, plain(text.substring(level))));
            } else if (text.startsWith("|")) {
                if (!RULE.matcher(text).matches()) {
                    table.add(cells(text));
                }
            } else if (!text.isEmpty()) {
                item |= text.startsWith("- ");
                open.append(open.isEmpty() ? "" : " ")
                        .append(text.startsWith("- ") ? text.substring(2) : text);
            }
        }
        return new CardText(blocks);
    }

    /** Paragraphs and list entries below a heading, up to the next one; empty if there is none. */
    List<String> section(String heading) {
        List<String> texts = new ArrayList<>();
        boolean inside = false;
        for (Block block : blocks) {
            switch (block) {
                case Block.Heading(int level, String text) -> inside = text.equals(heading);
                case Block.Paragraph(String text) -> add(inside, text, texts);
                case Block.Item(String text) -> add(inside, "• " + text, texts);
                case Block.Table table -> {}
            }
        }
        return texts;
    }

    private static void add(boolean inside, String text, List<String> texts) {
        if (inside) {
            texts.add(text);
        }
    }

    private static List<String> cells(String line) {
        String inner = line.substring(1, line.endsWith("|") ? line.length() - 1 : line.length());
        return Arrays.stream(inner.split("\\|", -1)).map(CardText::plain).toList();
    }

    private static String plain(String text) {
        return EMPHASIS.matcher(text).replaceAll("").strip();
    }
}

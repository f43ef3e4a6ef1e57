// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.kpi.format;

/** Numbers as people and programs write them. */
public final class Numbers {
    private static final double[] TENS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17
    };

    private Numbers() {}

    /**
     * The value of a number, with or without a sign, thousands set apart by the other sign, a blank
     * or an apostrophe, and a percent sign, which is passed over.
     *
     * @param decimal point or comma
     * @return NaN for anything else
     */
    public static double parse(String text, char decimal) {
        int to = text.length();
        int from = 0;
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && (isBlank(text.charAt(to - 1)) || text.charAt(to - 1) == '%')) {
            to--;
        }
        boolean negative = from < to && text.charAt(from) == '-';
        if (negative || (from < to && text.charAt(from) == '+')) {
            from++;
        }
        double value = unsigned(text, from, to, decimal);
        return negative ? -value : value;
    }

    private static double unsigned(String text, int from, int to, char decimal) {
        long digits = 0;
        int places = 0;
        int count = 0;
        int group = -1;
        boolean fraction = false;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                if (count < 17) {
                    digits = 10 * digits + (c - '0');
                    places += fraction ? 1 : 0;
                } else if (!fraction) {
                    return Double.NaN;
                }
                count++;
                group += group >= 0 && !fraction ? 1 : 0;
            } else if (c == decimal && !fraction && (group < 0 || group == 3)) {
                fraction = true;
            } else if (!fraction
                    && count > 0
                    && isSeparator(c, decimal)
                    && (group < 0 ? count <= 3 : group == 3)) {
                group = 0;
            } else {
                return scientific(text, from, to, decimal);
            }
        }
        boolean whole = count > 0 && (fraction || group < 0 || group == 3);
        return whole ? digits / TENS[places] : Double.NaN;
    }

    private static boolean isSeparator(char c, char decimal) {
        return c == (decimal == '.' ? ',' : '.') || c == '\'' || isBlank(c);
    }

    /** Spreadsheets write small and large numbers such as 3.5E-5. */
    private static double scientific(String text, int from, int to, char decimal) {
        String number = text.substring(from, to).replace(decimal, '.');
        boolean plain =
                number.length() <= 30 && number.matches("\\d+(?:\\.\\d*)?[eE][-+]?\\d{1,3}");
        return plain ? Double.parseDouble(number) : Double.NaN;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u00a0' || c == '\u202f' || c == '\u2009';
    }
}

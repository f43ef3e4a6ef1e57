// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes bad files of good ones: the same seed and number make the same file. */
final class Mutator {
    /** What was done to a file. */
    enum Damage {
        FLIPPED_BITS,
        OTHER_BYTES,
        CUT_END,
        CUT_START,
        CUT_MIDDLE,
        REPEATED,
        LYING_NUMBERS,
        NO_NUMBERS,
        BLANKED,
        OTHER_TAIL,
        WRONG_ENDING,
        BOMB,
        EMPTY
    }

    /**
     * A bad file.
     *
     * @param format how it will be read
     * @param bytes of the file
     * @param basis bytes that memory may grow with: of the file, or of what it really unpacks to
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Mutant(Format format, Damage damage, byte[] bytes, long basis) {}

    private static final int HEAD = 200;
    private static final int BOMB_BYTES = 32 << 20;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Damage[] LIKELY = {
        Damage.FLIPPED_BITS,
        Damage.FLIPPED_BITS,
        Damage.OTHER_BYTES,
        Damage.OTHER_BYTES,
        Damage.CUT_END,
        Damage.CUT_START,
        Damage.CUT_MIDDLE,
        Damage.REPEATED,
        Damage.LYING_NUMBERS,
        Damage.LYING_NUMBERS,
        Damage.LYING_NUMBERS,
        Damage.NO_NUMBERS,
        Damage.BLANKED,
        Damage.OTHER_TAIL,
        Damage.WRONG_ENDING
    };
    private static final List<String> LIES =
            List.of(
                    "0",
                    "-1",
                    "1e999",
                    "4294967295",
                    "2147483647",
                    "-2147483648",
                    "99999999999999999999",
                    "0.0000000000000000000001",
                    "9".repeat(60),
                    "\"\"",
                    "1,5",
                    "[[[[]]]]");
    private static final List<String> NO_NUMBERS =
            List.of("NaN", "Infinity", "-Infinity", "null", "nan", "1e", "--", "\u0000", "");
    private static final long[] LIES_BINARY = {
        0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fffffffL, 0x80000000L, 0xffffffffL, -1, Long.MIN_VALUE
    };

    private final List<Format> formats;
    private final long seed;

    Mutator(List<Format> formats, long seed) {
        this.formats = formats;
        this.seed = seed;
    }

    /** The bad file of a number. */
    Mutant mutant(int number) throws IOException {
        var random = new SplittableRandom(seed * 1_000_003L + number);
        Format from = formats.get(number % formats.size());
        Damage damage = damage(random);
        if (damage == Damage.BOMB) {
            byte[] packed = from.wrap().pack(bomb(from, random));
            return new Mutant(from, damage, packed, packed.length);
        }
        byte[] bytes = mutate(from, damage, random);
        byte[] packed = from.wrap().pack(bytes);
        Format as =
                damage == Damage.WRONG_ENDING ? formats.get(random.nextInt(formats.size())) : from;
        return new Mutant(as, damage, packed, Math.max(packed.length, bytes.length));
    }

    private static Damage damage(SplittableRandom random) {
        int rare = random.nextInt(200);
        return rare == 0
                ? Damage.EMPTY
                : rare == 1 ? Damage.BOMB : LIKELY[random.nextInt(LIKELY.length)];
    }

    private byte[] mutate(Format from, Damage damage, SplittableRandom random) {
        byte[] seedBytes = from.seed();
        byte[] bytes = seedBytes.clone();
        int length = bytes.length;
        int a = random.nextInt(length);
        int b = Math.min(length, a + 1 + random.nextInt(Math.max(1, length / 4)));
        return switch (damage) {
            case FLIPPED_BITS -> {
                for (int i = random.nextInt(20); i >= 0; i--) {
                    bytes[place(length, random)] ^= (byte) (1 << random.nextInt(8));
                }
                yield bytes;
            }
            case OTHER_BYTES -> {
                for (int i = random.nextInt(20); i >= 0; i--) {
                    bytes[place(length, random)] = (byte) random.nextInt(256);
                }
                yield bytes;
            }
            case CUT_END -> Arrays.copyOf(bytes, place(length, random));
            case CUT_START -> Arrays.copyOfRange(bytes, a, length);
            case CUT_MIDDLE ->
                    joined(Arrays.copyOf(bytes, a), Arrays.copyOfRange(bytes, b, length));
            case REPEATED -> repeated(bytes, a, b, 1 + random.nextInt(50));
            case LYING_NUMBERS -> from.text() ? numbers(bytes, LIES, random) : lie(bytes, random);
            case NO_NUMBERS ->
                    from.text() ? numbers(bytes, NO_NUMBERS, random) : noNumbers(bytes, random);
            case BLANKED -> {
                Arrays.fill(bytes, a, b, random.nextBoolean() ? 0 : (byte) 0xff);
                yield bytes;
            }
            case OTHER_TAIL -> {
                byte[] other = formats.get(random.nextInt(formats.size())).seed();
                yield joined(
                        Arrays.copyOf(bytes, a),
                        Arrays.copyOfRange(other, Math.min(a, other.length), other.length));
            }
            case EMPTY -> new byte[0];
            case WRONG_ENDING, BOMB -> bytes;
        };
    }

    private static byte[] repeated(byte[] bytes, int from, int to, int times) {
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, to);
        for (int i = 0; i < times; i++) {
            out.write(bytes, from, to - from);
        }
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    /** Half of the places lie in the head, where the lengths and counts are. */
    private static int place(int length, SplittableRandom random) {
        return random.nextInt(random.nextBoolean() ? Math.min(HEAD, length) : length);
    }

    private static byte[] lie(byte[] bytes, SplittableRandom random) {
        for (int i = random.nextInt(4); i >= 0; i--) {
            int width = 1 << random.nextInt(4);
            int at = place(bytes.length, random);
            ByteOrder order = random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            byte[] lie =
                    ByteBuffer.allocate(8)
                            .order(order)
                            .putLong(LIES_BINARY[random.nextInt(LIES_BINARY.length)])
                            .array();
            int from = order == ByteOrder.LITTLE_ENDIAN ? 0 : 8 - width;
            System.arraycopy(lie, from, bytes, at, Math.min(width, bytes.length - at));
        }
        return bytes;
    }

    private static byte[] noNumbers(byte[] bytes, SplittableRandom random) {
        int[] floats = {0x7fc00000, 0x7f800000, 0xff800000, 0x7f7fffff, 0x7ff00000};
        for (int i = random.nextInt(200); i >= 0; i--) {
            int at = 40 + random.nextInt(Math.max(1, bytes.length - 44)) / 4 * 4;
            if (at + 4 <= bytes.length) {
                ByteBuffer.wrap(bytes)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(at, floats[random.nextInt(floats.length)]);
            }
        }
        return bytes;
    }

    private static byte[] numbers(byte[] bytes, List<String> by, SplittableRandom random) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<MatchResult> all = NUMBER.matcher(text).results().toList();
        if (all.isEmpty()) {
            return bytes;
        }
        int first = random.nextInt(all.size());
        int count = 1 + random.nextInt(8);
        var out = new StringBuilder(text);
        for (int i = Math.min(all.size(), first + count) - 1; i >= first; i--) {
            MatchResult match = all.get(i);
            out.replace(match.start(), match.end(), by.get(random.nextInt(by.size())));
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Far more of the same, without an end of line, or without end at all. */
    private static byte[] bomb(Format from, SplittableRandom random) {
        byte[] bomb = new byte[from.text() ? BOMB_BYTES : BOMB_BYTES / 8];
        byte[] seed = from.seed();
        int keep = Math.min(seed.length, random.nextInt(2) * seed.length / 2);
        String signs = "[<{\"a, 1\t";
        int sign = random.nextInt(signs.length());
        String filling = signs.substring(sign, random.nextBoolean() ? sign + 1 : signs.length());
        byte[] with = filling.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(seed, 0, bomb, 0, keep);
        for (int i = keep; i < bomb.length; i++) {
            bomb[i] = with[(i - keep) % with.length];
        }
        return bomb;
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}

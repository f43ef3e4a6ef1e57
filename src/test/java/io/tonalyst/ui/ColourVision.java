// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.ui;

import javafx.scene.paint.Color;

/** How colours look to people, and how far apart they look. */
public final class ColourVision {
    private ColourVision() {}

    /** Ways to see colours, with the matrices of full deficiency of Machado et al. (2009). */
    public enum Sight {
        FULL(1, 0, 0, 0, 1, 0, 0, 0, 1),
        PROTAN(
                0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
                1.051998),
        DEUTAN(
                0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
                0.968881),
        TRITAN(
                1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
                0.303900);

        @SuppressWarnings("ImmutableEnumChecker") // never written
        private final double[] matrix;

        Sight(double... matrix) {
            this.matrix = matrix;
        }

        private double[] of(Color colour) {
            double[] in = linear(colour);
            double[] out = new double[3];
            for (int i = 0; i < 3; i++) {
                for (int k = 0; k < 3; k++) {
                    out[i] += matrix[3 * i + k] * in[k];
                }
                out[i] = Math.clamp(out[i], 0, 1);
            }
            return out;
        }
    }

    /** Contrast of WCAG 2.2, 1 to 21; of opaque colours. */
    public static double contrast(Color a, Color b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color colour) {
        double[] rgb = linear(colour);
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    private static double[] linear(Color colour) {
        double[] rgb = {colour.getRed(), colour.getGreen(), colour.getBlue()};
        for (int i = 0; i < 3; i++) {
            rgb[i] = rgb[i] <= 0.04045 ? rgb[i] / 12.92 : Math.pow((rgb[i] + 0.055) / 1.055, 2.4);
        }
        return rgb;
    }

    /** CIEDE2000 of two colours as somebody sees them (Sharma, Wu and Dalal 2005). */
    public static double difference(Color a, Color b, Sight sight) {
        return ciede2000(lab(sight.of(a)), lab(sight.of(b)));
    }

    private static double[] lab(double[] rgb) {
        double x = (0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047;
        double y = 0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2];
        double z = (0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883;
        return new double[] {116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))};
    }

    private static double f(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    static double ciede2000(double[] p, double[] q) {
        double meanC = (Math.hypot(p[1], p[2]) + Math.hypot(q[1], q[2])) / 2;
        double g =
                0.5 * (1 - Math.sqrt(Math.pow(meanC, 7) / (Math.pow(meanC, 7) + Math.pow(25, 7))));
        double a1 = p[1] * (1 + g);
        double a2 = q[1] * (1 + g);
        double c1 = Math.hypot(a1, p[2]);
        double c2 = Math.hypot(a2, q[2]);
        double h1 = hue(a1, p[2]);
        double h2 = hue(a2, q[2]);
        double dh = 0;
        double meanH = h1 + h2;
        if (c1 * c2 != 0) {
            dh = h2 - h1;
            dh += dh > 180 ? -360 : dh < -180 ? 360 : 0;
            double sum = h1 + h2;
            meanH =
                    Math.abs(h1 - h2) <= 180
                            ? sum / 2
                            : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
        }
        double dL = q[0] - p[0];
        double dC = c2 - c1;
        double dH = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(dh / 2));
        double meanL = (p[0] + q[0]) / 2;
        double mean = (c1 + c2) / 2;
        double t =
                1
                        - 0.17 * cos(meanH - 30)
                        + 0.24 * cos(2 * meanH)
                        + 0.32 * cos(3 * meanH + 6)
                        - 0.20 * cos(4 * meanH - 63);
        double s = Math.pow(meanL - 50, 2);
        double sL = 1 + 0.015 * s / Math.sqrt(20 + s);
        double sC = 1 + 0.045 * mean;
        double sH = 1 + 0.015 * mean * t;
        double rotation = 30 * Math.exp(-Math.pow((meanH - 275) / 25, 2));
        double rC = 2 * Math.sqrt(Math.pow(mean, 7) / (Math.pow(mean, 7) + Math.pow(25, 7)));
        double rT = -Math.sin(Math.toRadians(2 * rotation)) * rC;
        return Math.sqrt(
                Math.pow(dL / sL, 2)
                        + Math.pow(dC / sC, 2)
                        + Math.pow(dH / sH, 2)
                        + rT * (dC / sC) * (dH / sH));
    }

    private static double hue(double a, double b) {
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.render;

/** Where a frequency stands on a vertical axis: 0 is the bottom, 1 the top. */
public enum FrequencyScale {
    /** Even in hertz from 0. */
    LINEAR("Linear") {
        @Override
        double warp(double hertz) {
            return hertz;
        }

        @Override
        double unwarp(double warped) {
            return warped;
        }
    },
    /** Even in mel from 0, after Slaney's Auditory Toolbox: linear to 1 kHz, then logarithmic. */
    MEL("Mel") {
        @Override
        double warp(double hertz) {
            return hertz < 1000 ? hertz * 3 / 200 : 15 + 27 * Math.log(hertz / 1000) / LOG_STEP;
        }

        @Override
        double unwarp(double warped) {
            return warped < 15 ? warped * 200 / 3 : 1000 * Math.exp((warped - 15) * LOG_STEP / 27);
        }
    },
    /** Even in octaves from 50 Hz; everything below stands at the bottom. */
    LOG("Log") {
        @Override
        double warp(double hertz) {
            return Math.log(Math.max(hertz, LOWEST) / LOWEST);
        }

        @Override
        double unwarp(double warped) {
            return LOWEST * Math.exp(warped);
        }
    };

    private static final double LOG_STEP = Math.log(6.4);
    private static final double LOWEST = 50;

    private final String title;

    FrequencyScale(String title) {
        this.title = title;
    }

    /** Name on screen. */
    public String title() {
        return title;
    }

    /**
     * Height of a frequency on the axis.
     *
     * @param topHertz what stands at the top, above 50
     * @return 0 to 1 for frequencies on the axis
     */
    public double position(double hertz, double topHertz) {
        double bottom = warp(0);
        return (warp(hertz) - bottom) / (warp(topHertz) - bottom);
    }

    /** The frequency in hertz at a height: the inverse of {@link #position}. */
    public double hertz(double position, double topHertz) {
        double bottom = warp(0);
        return unwarp(bottom + position * (warp(topHertz) - bottom));
    }

    abstract double warp(double hertz);

    abstract double unwarp(double warped);
}

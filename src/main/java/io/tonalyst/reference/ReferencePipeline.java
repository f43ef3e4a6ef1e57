// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.reference;

import java.util.List;
import java.util.Locale;

/** The two published pipelines. */
public enum ReferencePipeline {
    /** 162 features, each the mean over the frames of a clip. */
    FEATURES(
            "162 features a clip",
            List.of(Variant.ORIGINAL, Variant.NOISE, Variant.STRETCH_PITCH, Variant.SHIFT),
            List.of(256, 256, 128, 64),
            32),
    /** Zero-crossing rate, RMS and 20 MFCC of each of 108 frames. */
    FRAMES(
            "2,376 values, frame by frame",
            List.of(Variant.ORIGINAL, Variant.NOISE, Variant.PITCH, Variant.PITCH_NOISE),
            List.of(512, 512, 256, 256, 128),
            512);

    /** Passes over the training rows in both notebooks. */
    public static final int REFERENCE_EPOCHS = 50;

    private static final int BATCH = 64;

    private final String title;
    private final List<Variant> variants;
    private final List<Integer> widths;
    private final int dense;

    ReferencePipeline(String title, List<Variant> variants, List<Integer> widths, int dense) {
        this.title = title;
        this.variants = variants;
        this.widths = widths;
        this.dense = dense;
    }

    /** Name in files and on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name in tables and on screen. */
    public String title() {
        return title;
    }

    /** Name of its folder below {@code models/}. */
    public String folder() {
        return "reference-" + key();
    }

    /** What is made of each clip. */
    public List<Variant> variants() {
        return variants;
    }

    /** Filters of the convolutions as published. */
    public List<Integer> widths() {
        return widths;
    }

    /** The recipe as published. */
    public ReferenceRecipe published(long seed) {
        return new ReferenceRecipe(key(), widths, dense, REFERENCE_EPOCHS, BATCH, seed);
    }
}

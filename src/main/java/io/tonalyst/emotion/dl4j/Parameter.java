// SPDX-License-Identifier: GPL-3.0-or-later
package io.tonalyst.emotion.dl4j;

/** An array of learned values, the gradient of the loss by them, and what the optimiser keeps. */
final class Parameter {
    private final String name;
    private final long[] shape;
    private final boolean decayed;
    final float[] value;
    final float[] gradient;

    /** Running mean of the gradient. */
    final float[] firstMoment;

    /** Running mean of the squared gradient. */
    final float[] secondMoment;

    /**
     * @param shape its product is the number of values
     * @param decayed whether weight decay applies: filters and matrices yes, gains and biases no
     */
    Parameter(String name, boolean decayed, float[] value, long... shape) {
        this.name = name;
        this.shape = shape.clone();
        this.decayed = decayed;
        this.value = value;
        this.gradient = new float[value.length];
        this.firstMoment = new float[value.length];
        this.secondMoment = new float[value.length];
    }

    String name() {
        return name;
    }

    long[] shape() {
        return shape.clone();
    }

    boolean decayed() {
        return decayed;
    }
}

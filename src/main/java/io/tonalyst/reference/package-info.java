/** The pipelines of the reference notebooks, and what their figures are worth without leakage. */
@org.jspecify.annotations.NullMarked
package io.tonalyst.reference;

/** Training and evaluating the emotion model, and writing its model card. */
@NullMarked
package io.tonalyst.training;

import org.jspecify.annotations.NullMarked;

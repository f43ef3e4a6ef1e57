/** The emotion network in DeepLearning4J (SameDiff); the only user of DL4J besides training. */
@NullMarked
package io.tonalyst.emotion.dl4j;

import org.jspecify.annotations.NullMarked;

/** What a person says of a recording, beside what the model says: labels, moved edges, comments. */
@NullMarked
package io.tonalyst.review;

import org.jspecify.annotations.NullMarked;

/** The Models workspace: what the loaded model is and how well it does. */
@NullMarked
package io.tonalyst.ui.models;

import org.jspecify.annotations.NullMarked;

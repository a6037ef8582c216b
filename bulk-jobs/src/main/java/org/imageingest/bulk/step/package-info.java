/**
 * The one step that a job has: its items are worked on side by side, and what became of
 * them is committed together with the point reached.
 */
@NullMarked
package org.imageingest.bulk.step;

import org.jspecify.annotations.NullMarked;

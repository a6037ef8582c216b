/**
 * Jobs that got stuck: whose message or event was lost.
 */
@NullMarked
package org.imageingest.source.watch;

import org.jspecify.annotations.NullMarked;

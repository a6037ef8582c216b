/**
 * What this app tells of itself beyond what the platform measures.
 */
@NullMarked
package org.imageingest.source.metrics;

import org.jspecify.annotations.NullMarked;

/**
 * Live progress: changes of jobs are numbered in the order of their commits, and told to
 * those who follow them as server-sent events.
 */
@NullMarked
package org.imageingest.source.progress;

import org.jspecify.annotations.NullMarked;

/**
 * What the service and its workers say to each other. Written by hand, with a bound on
 * everything that is read: a worker that was taken over by a photo must not be able to do
 * more than give a wrong answer.
 */
@NullMarked
package org.imageingest.engine.worker.protocol;

import org.jspecify.annotations.NullMarked;

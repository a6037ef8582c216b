/**
 * Runs engines in processes of their own: hostile bytes meet decoders only there.
 * {@link org.imageingest.engine.worker.WorkerPool} is the service's end,
 * {@link org.imageingest.engine.worker.EngineWorker} the other one.
 */
@NullMarked
package org.imageingest.engine.worker;

import org.jspecify.annotations.NullMarked;

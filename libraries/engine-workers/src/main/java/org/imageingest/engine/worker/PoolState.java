package org.imageingest.engine.worker;

/**
 * How the workers are, for operators.
 *
 * @param workers how many there should be
 * @param alive how many there are, warm and not being replaced
 * @param busy how many have a photo
 * @param photos photos answered since the start of the service
 * @param lost workers lost with a photo since then
 * @param lastFailure why a worker was lost or did not start the last time; empty if none
 * ever was
 */
public record PoolState(int workers, int alive, int busy, long photos, long lost, String lastFailure) {
}

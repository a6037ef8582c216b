// Longer and longer pauses between tries, a little at random so that many pages do not come
// back in the same moment.

export class Backoff {
  #first;
  #most;
  #next;

  constructor(firstMillis, mostMillis) {
    this.#first = firstMillis;
    this.#most = mostMillis;
    this.#next = firstMillis;
  }

  reset() {
    this.#next = this.#first;
  }

  next() {
    const millis = this.#next;
    this.#next = Math.min(this.#most, millis * 2);
    return millis * (0.75 + Math.random() / 2);
  }
}

/** Waits; less if the signal aborts or the machine comes back to the network. */
export function pause(millis, signal) {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, millis);
    addEventListener('online', done);
    signal?.addEventListener('abort', done);
    if (signal?.aborted) {
      done();
    }
  });
}

// Sends files, a few side by side, and insists: a broken connection or a service that is busy
// or away costs time, not photos.

import { Backoff, pause } from './backoff.js';
import { Problem } from './problem.js';
import { send } from './upload.js';

const AT_ONCE = 3;
const MOST_TRIES = 5;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;

export class UploadQueue {
  #api;
  #token;
  #items;
  #waiting = [];
  #running = 0;

  constructor(api, token, items) {
    this.#api = api;
    this.#token = token;
    this.#items = items;
  }

  /** Takes items that have a file. */
  add(items) {
    for (const item of items) {
      item.abort = new AbortController();
      this.#waiting.push(item);
    }
    this.#startNext();
  }

  /** Gives up an item that the service has not promised anything for. */
  cancel(item) {
    item.abort.abort(new DOMException('Cancelled', 'AbortError'));
    if (item.phase === 'waiting') {
      this.#waiting = this.#waiting.filter((waiting) => waiting !== item);
      this.#items.update(item, { phase: 'cancelled', note: '' });
    }
  }

  #startNext() {
    while (this.#running < AT_ONCE && this.#waiting.length > 0) {
      this.#running++;
      this.#work(this.#waiting.shift()).finally(() => {
        this.#running--;
        this.#startNext();
      });
    }
  }

  async #work(item) {
    this.#items.update(item, { phase: 'sending', sent: 0, note: '', problem: null });
    try {
      const job = await this.#insist(item);
      this.#items.promised(item, job.jobId);
    } catch (error) {
      if (item.abort.signal.aborted) {
        this.#items.update(item, { phase: 'cancelled', note: '' });
      } else {
        const problem = error instanceof Problem ? error : Problem.local('The page failed', String(error));
        const retryable = problem.status < 400 || problem.status === 403 || problem.isTransient;
        this.#items.update(item, { phase: 'failed', problem, retryable, note: '' });
      }
    }
  }

  async #insist(item) {
    const { signal } = item.abort;
    const backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
    for (let tries = 1; ; ) {
      const token = await this.#token.present();
      try {
        return await send(token, item.upload, (sent) => this.#items.update(item, { sent, note: '' }), signal);
      } catch (problem) {
        if (problem.status === 401) {
          this.#token.refuse(token);
          this.#items.update(item, { note: 'Waits for a new access token' });
          continue;
        }
        if (signal.aborted || !problem.isTransient) {
          throw problem;
        }
        if (await this.#isFileAtFault(problem, item.upload.file)) {
          throw Problem.local('The file cannot be read', 'It was moved, changed or deleted since it was chosen.');
        }
        // A service that is away or busy is waited for as long as it takes.
        if (await this.#countsAsTry(problem) && tries++ >= MOST_TRIES) {
          throw problem;
        }
        const millis = Math.max(problem.retryAfterMillis, backoff.next());
        this.#items.update(item, { sent: 0, note: reasonToWait(problem) });
        await pause(millis, signal);
      }
    }
  }

  /** A file that vanished looks to the page like a broken connection. */
  async #isFileAtFault(problem, file) {
    if (!problem.isConnection) {
      return false;
    }
    try {
      await file.slice(0, 1).arrayBuffer();
      return false;
    } catch {
      return true;
    }
  }

  /** A service that answers, but not to this file. */
  async #countsAsTry(problem) {
    if (problem.isConnection) {
      return this.#api.isReachable();
    }
    return problem.status !== 429 && problem.status !== 503 && problem.name !== 'request-in-progress';
  }
}

function reasonToWait(problem) {
  if (problem.isConnection) {
    return 'Connection lost, trying again';
  }
  return problem.status === 429 ? 'Waits: the limit of uploads is reached' : 'The service is busy, trying again';
}

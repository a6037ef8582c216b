// What the page knows: one item for each file and each job. Who shows it is told once a frame
// what has changed, however many changes there were.

import { Problem } from './problem.js';

const RUNNING = new Set(['waiting', 'sending', 'processing', 'cancelling']);

// What tells that a job is not as it was: the others change with one of these.
const TELLING = ['phase', 'progress', 'stage', 'imageId', 'retryable'];

export function groupOf(phase) {
  return RUNNING.has(phase) ? 'running' : phase;
}

/** Not randomUUID, which browsers offer over https and on localhost only. */
function randomKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Events: `change` with {added, changed, removed}, sets of items. */
export class Items extends EventTarget {
  #all = [];
  #byJob = new Map();
  #news = { added: new Set(), changed: new Set(), removed: new Set() };
  #isTold = true;
  #clock = 0;
  counts = { running: 0, completed: 0, failed: 0, cancelled: 0 };

  /** Newest first. */
  get all() {
    return this.#all;
  }

  get running() {
    return this.#all.filter((item) => groupOf(item.phase) === 'running');
  }

  /** The present moment, for absorb. */
  now() {
    return this.#clock;
  }

  addFiles(files, wishes) {
    const now = Date.now() * 1000;
    return [...files].map((file, index) => this.#add({
      phase: 'waiting',
      name: file.name,
      bytes: file.size,
      // The first on top.
      order: now - index,
      upload: { file, ...wishes, key: randomKey() },
    }));
  }

  update(item, changes) {
    this.counts[groupOf(item.phase)]--;
    Object.assign(item, changes);
    this.counts[groupOf(item.phase)]++;
    item.changedAt = ++this.#clock;
    this.#tell('changed', item);
  }

  /** The service has taken the file of an item. */
  promised(item, jobId) {
    const told = this.#byJob.get(jobId);
    this.#byJob.set(jobId, item);
    item.upload = null;
    this.update(item, { jobId, phase: 'processing', progress: 5, stage: 'received', note: '' });
    if (told && told !== item) {
      // The stream was quicker than the answer.
      const { phase, progress, stage, imageId, problem, retryable, detail } = told;
      this.#remove(told);
      this.update(item, { phase, progress, stage, imageId, problem, retryable, detail });
    }
  }

  /**
   * Takes a job as the service tells it, in a list, a status or the stream.
   * @param asOf the moment it was asked for: what was learnt since is newer
   */
  absorb(job, asOf = Infinity) {
    const changes = {
      phase: job.status,
      progress: job.progress ?? 100,
      stage: job.stage ?? 'done',
      imageId: job.imageId ?? '',
      problem: job.error ? new Problem(job.error, job.error.status) : null,
      retryable: job.retryable ?? false,
      detail: job.detail ?? '',
    };
    const item = this.#byJob.get(job.jobId);
    if (!item) {
      return this.#add({
        ...changes, jobId: job.jobId, name: job.filename || 'Photo', bytes: job.bytes, acceptedAt: job.acceptedAt,
        order: Date.parse(job.acceptedAt) * 1000,
      });
    }
    // Completed it stays: whatever tells otherwise was on its way for longer.
    const isOlder = item.changedAt > asOf || (item.phase === 'completed' && job.status !== 'completed');
    if (!isOlder && TELLING.some((name) => item[name] !== changes[name])) {
      this.update(item, changes);
    }
    return item;
  }

  #add(known) {
    const item = {
      sent: 0, progress: 0, stage: '', imageId: '', note: '', problem: null, retryable: false, detail: '', view: null,
      ...known, changedAt: ++this.#clock,
    };
    if (item.jobId) {
      this.#byJob.set(item.jobId, item);
    }
    this.#all.splice(this.#placeOf(item), 0, item);
    this.counts[groupOf(item.phase)]++;
    this.#tell('added', item);
    return item;
  }

  #placeOf(item) {
    let low = 0;
    let high = this.#all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#all[middle].order >= item.order) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  #remove(item) {
    this.#all.splice(this.#all.indexOf(item), 1);
    this.counts[groupOf(item.phase)]--;
    this.#tell('removed', item);
  }

  #tell(kind, item) {
    this.#news[kind].add(item);
    if (this.#isTold) {
      this.#isTold = false;
      requestAnimationFrame(() => {
        const news = this.#news;
        this.#news = { added: new Set(), changed: new Set(), removed: new Set() };
        this.#isTold = true;
        this.dispatchEvent(new CustomEvent('change', { detail: news }));
      });
    }
  }
}

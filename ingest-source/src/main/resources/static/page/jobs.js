// The caller's jobs: read from the service in pages, followed, cancelled, sent again.

const PAGE = 50;
const LONG_PAGE = 200;
// Running jobs that no page told of are asked for one by one, not all in one moment.
const MOST_ASKED = 20;

/** Events: `reached`, `lost` (whether the service answers), `more` (whether there are older jobs). */
export class Jobs extends EventTarget {
  #api;
  #items;
  #cursor = null;
  #isRead = false;
  #refreshing = null;

  constructor(api, items) {
    super();
    this.#api = api;
    this.#items = items;
  }

  get hasMore() {
    return this.#cursor !== null;
  }

  absorb(job) {
    this.#items.absorb(job);
  }

  /** Reads the newest jobs and all that were running when last heard of. Never fails: it tells by an event. */
  refresh() {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #refresh() {
    try {
      const known = new Set(await this.#page(this.#isRead ? LONG_PAGE : PAGE));
      const unknown = this.#items.running.filter((item) => item.jobId && !known.has(item));
      await Promise.all(unknown.slice(-MOST_ASKED).map((item) => this.ask(item)));
      this.dispatchEvent(new Event('reached'));
    } catch (problem) {
      if (problem.status !== 401) {
        this.dispatchEvent(new CustomEvent('lost', { detail: problem }));
      }
    }
  }

  async #page(limit) {
    const asOf = this.#items.now();
    const page = await this.#api.jobs(limit);
    if (!this.#isRead) {
      this.#isRead = true;
      this.#moreAfter(page);
    }
    return page.items.map((job) => this.#items.absorb(job, asOf));
  }

  /** Reads older jobs. */
  async more() {
    const asOf = this.#items.now();
    const page = await this.#api.jobs(PAGE, this.#cursor);
    this.#moreAfter(page);
    page.items.forEach((job) => this.#items.absorb(job, asOf));
  }

  #moreAfter(page) {
    this.#cursor = page.nextCursor ?? null;
    this.dispatchEvent(new Event('more'));
  }

  /** Reads one job with all that is told of its image. */
  async ask(item) {
    const asOf = this.#items.now();
    const status = await this.#api.status(item.jobId);
    this.#items.absorb(status, asOf);
    if (status.status === 'completed') {
      this.#items.update(item, { view: status });
    }
  }

  async cancel(item) {
    const asOf = this.#items.now();
    const { status } = await this.#api.cancel(item.jobId);
    // The stream may have told more already.
    this.#items.absorb({ jobId: item.jobId, status, progress: item.progress, stage: item.stage }, asOf);
  }

  async retry(item) {
    const asOf = this.#items.now();
    await this.#api.retry(item.jobId);
    this.#items.absorb({ jobId: item.jobId, status: 'processing', progress: 10, stage: 'queued' }, asOf);
  }

  async deleteImage(item) {
    await this.#api.deleteImage(item.imageId);
    for (const same of this.#items.all.filter((other) => other.imageId === item.imageId && other.phase === 'completed')) {
      this.#items.update(same, { view: { urls: {}, imageDeleted: true } });
    }
  }
}

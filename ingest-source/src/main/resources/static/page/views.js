// Fetches what is told of finished images, for those that somebody looks at: a list of
// hundreds costs no more than what fits on the screen.

const AT_ONCE = 4;
const TRY_AGAIN_AFTER = 3000;
// A little before signed addresses end, so that they last until they are used.
const MARGIN = 20_000;

/** Whether there is a view whose addresses still work. */
export function isFresh(view) {
  return Boolean(view) && (!view.urlsExpireAt || Date.parse(view.urlsExpireAt) - MARGIN > Date.now());
}

export class Views {
  #jobs;
  #itemOf = new WeakMap();
  #visible = new Set();
  #wanted = new Set();
  #running = 0;
  // Half a screen ahead of who scrolls.
  #observer = new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: '50% 0px' });

  constructor(jobs) {
    this.#jobs = jobs;
  }

  watch(element, item) {
    this.#itemOf.set(element, item);
    this.#observer.observe(element);
  }

  forget(element) {
    this.#observer.unobserve(element);
    this.#visible.delete(this.#itemOf.get(element));
  }

  /** Looks at an item again: it may have finished. */
  check(item) {
    if (item.phase === 'completed' && !item.view && this.#visible.has(item)) {
      this.#wanted.add(item);
      this.#startNext();
    }
  }

  /** After a new token. */
  checkAll() {
    this.#visible.forEach((item) => this.check(item));
  }

  #seen(entries) {
    for (const entry of entries) {
      const item = this.#itemOf.get(entry.target);
      if (entry.isIntersecting) {
        this.#visible.add(item);
        this.check(item);
      } else {
        this.#visible.delete(item);
        this.#wanted.delete(item);
      }
    }
  }

  #startNext() {
    while (this.#running < AT_ONCE && this.#wanted.size > 0) {
      const [item] = this.#wanted;
      this.#wanted.delete(item);
      this.#running++;
      this.#fetch(item).finally(() => {
        this.#running--;
        this.#startNext();
      });
    }
  }

  async #fetch(item) {
    try {
      await this.#jobs.ask(item);
    } catch (problem) {
      if (problem.isTransient) {
        setTimeout(() => this.check(item), Math.max(problem.retryAfterMillis, TRY_AGAIN_AFTER));
      }
    }
  }
}

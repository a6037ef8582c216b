// Follows all jobs by one stream. While there is none (the service is away, or a proxy in
// between does not let streams pass) the jobs are asked for every few seconds.

import { Backoff, pause } from './backoff.js';
import { events } from './events.js';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
// The service sends a comment every 15 s.
const SILENCE = 40_000;
const ASK_EVERY = 2000;

export class Live {
  #api;
  #token;
  #jobs;
  #lastEventId = '';
  #isOpen = false;
  #isAsking = false;

  /**
   * @param jobs {absorb(job), refresh()}: takes a job as the stream tells it; reads all jobs of interest anew
   */
  constructor(api, token, jobs) {
    this.#api = api;
    this.#token = token;
    this.#jobs = jobs;
  }

  /** Never ends. */
  async follow() {
    const backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
    for (;;) {
      await this.#token.present();
      try {
        await this.#read(backoff);
      } catch {
        // Whatever it was, the next try tells: a refused token is asked for by the API itself.
      }
      this.#isOpen = false;
      if (this.#token.value) {
        this.#ask();
        await pause(backoff.next());
      }
    }
  }

  async #read(backoff) {
    const silence = new AbortController();
    let timer;
    const watch = () => {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE);
    };
    watch();
    try {
      const response = await this.#api.stream(this.#lastEventId, silence.signal);
      this.#isOpen = true;
      // What changed while there was no stream.
      this.#jobs.refresh();
      for await (const event of events(response.body, watch)) {
        backoff.reset();
        this.#take(event);
      }
    } finally {
      clearTimeout(timer);
      silence.abort();
    }
  }

  #take({ event, data, id }) {
    if (id) {
      this.#lastEventId = id;
    }
    if (event === 'job') {
      this.#jobs.absorb(JSON.parse(data));
    } else if (event === 'resync') {
      this.#jobs.refresh();
    } else if (event === 'expired') {
      this.#token.refuse(this.#token.value);
    }
  }

  async #ask() {
    if (this.#isAsking) {
      return;
    }
    this.#isAsking = true;
    while (!this.#isOpen && this.#token.value) {
      await this.#jobs.refresh();
      await pause(ASK_EVERY);
    }
    this.#isAsking = false;
  }
}

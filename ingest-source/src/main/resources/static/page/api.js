// Calls of the REST API with the token of the moment.

import { Problem } from './problem.js';

const BASE = '/api/v1';

export class Api {
  #token;

  constructor(token) {
    this.#token = token;
  }

  jobs(limit, cursor) {
    const query = new URLSearchParams({ limit, ...(cursor && { cursor }) });
    return this.#json('GET', `/ingest/jobs?${query}`);
  }

  status(jobId) {
    return this.#json('GET', `/ingest/status/${jobId}`);
  }

  cancel(jobId) {
    return this.#json('DELETE', `/ingest/${jobId}`);
  }

  retry(jobId) {
    return this.#json('POST', `/ingest/${jobId}/retry`);
  }

  deleteImage(imageId) {
    return this.#json('DELETE', `/images/${imageId}`);
  }

  deadLetters(limit, cursor) {
    const query = new URLSearchParams({ limit, ...(cursor && { cursor }) });
    return this.#json('GET', `/dead-letters?${query}`);
  }

  /** Replays the named letters, or all where none is named. */
  replay(ids) {
    return this.#json('POST', '/dead-letters/replay', ids ? { ids } : { all: true });
  }

  purge(id) {
    return this.#json('DELETE', `/dead-letters/${id}`);
  }

  purgeAll() {
    return this.#json('DELETE', '/dead-letters?all=true');
  }

  /** Opens the stream of all jobs. */
  stream(lastEventId, signal) {
    const headers = { Accept: 'text/event-stream' };
    if (lastEventId) {
      headers['Last-Event-ID'] = lastEventId;
    }
    return this.#call('GET', '/ingest/jobs', headers, signal);
  }

  /** Tells whether the service can be reached at all, without a token. */
  async isReachable() {
    try {
      return (await fetch(`${BASE}/health`, { cache: 'no-store' })).ok;
    } catch {
      return false;
    }
  }

  /** What this page may offer, {keepLocation}; without a token. */
  async settings() {
    return (await fetch('page/settings.json', { cache: 'no-store' })).json();
  }

  async #json(method, path, body) {
    const response = await this.#call(method, path, body ? { 'Content-Type': 'application/json' } : {}, undefined, body);
    return response.status === 204 ? null : response.json();
  }

  async #call(method, path, headers, signal, body) {
    const token = this.#token.value;
    if (!token) {
      throw new Problem({ type: '/problems/unauthorized', title: 'No access token' }, 401);
    }
    let response;
    try {
      response = await fetch(BASE + path, {
        method, signal, cache: 'no-store', headers: { ...headers, Authorization: `Bearer ${token}` },
        body: body && JSON.stringify(body),
      });
    } catch (error) {
      if (signal?.aborted) {
        throw error;
      }
      throw Problem.connection();
    }
    if (response.status === 401) {
      this.#token.refuse(token);
    }
    if (!response.ok) {
      throw Problem.ofText(await response.text(), response.status, response.headers.get('Retry-After'));
    }
    return response;
  }
}

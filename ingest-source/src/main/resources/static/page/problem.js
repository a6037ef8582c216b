// An error as the service tells it (RFC 9457), or one of the way there.

const TRANSIENT = new Set([0, 408, 425, 429, 500, 502, 503, 504]);

function retryAfterMillis(header) {
  const seconds = Number.parseInt(header ?? '', 10);
  return Number.isFinite(seconds) ? seconds * 1000 : 0;
}

export class Problem extends Error {
  /**
   * @param body members of the problem document
   * @param status HTTP status, 0 if there was no answer
   * @param retryAfter the header of that name, in seconds
   */
  constructor(body, status, retryAfter = null) {
    super(body.detail || body.title || `The service answered ${status}`);
    this.name = String(body.type ?? '').replace(/^.*\/problems\//, '');
    this.title = body.title ?? '';
    this.detail = body.detail ?? '';
    this.limit = body.limit;
    this.actual = body.actual;
    this.status = status;
    this.retryAfterMillis = retryAfterMillis(retryAfter);
  }

  /** Whether the same request may work later. */
  get isTransient() {
    return TRANSIENT.has(this.status) || this.name === 'request-in-progress';
  }

  get isConnection() {
    return this.status === 0;
  }

  static connection() {
    return new Problem({ type: '/problems/connection', title: 'No connection to the service' }, 0);
  }

  static local(title, detail) {
    return new Problem({ type: '/problems/local', title, detail }, -1);
  }

  static ofText(text, status, retryAfter) {
    let body;
    try {
      body = JSON.parse(text);
    } catch {
      // A proxy in between answers in its own way.
      body = { title: `The service answered ${status}` };
    }
    return new Problem(body, status, retryAfter);
  }
}

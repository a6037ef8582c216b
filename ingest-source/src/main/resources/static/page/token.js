// The access token. It comes in the address' fragment, which browsers send to nobody, or is
// pasted; it lives as long as the tab.

const KEY = 'image-ingest-token';

function claimsOf(token) {
  try {
    const payload = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (char) => char.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // Not a JWT: the service may know what it is, the page need not.
    return {};
  }
}

function subjectOf(token) {
  return claimsOf(token).sub ?? '';
}

/** Events: `change` (there is another token), `refused` (the service does not take it any more). */
export class Token extends EventTarget {
  #value;

  constructor() {
    super();
    this.#value = this.#fromAddress() ?? sessionStorage.getItem(KEY);
    addEventListener('hashchange', () => {
      const value = this.#fromAddress();
      if (value) {
        this.take(value);
      }
    });
  }

  #fromAddress() {
    const value = new URLSearchParams(location.hash.slice(1)).get('token');
    if (value) {
      sessionStorage.setItem(KEY, value);
      history.replaceState(null, '', location.pathname);
    }
    return value;
  }

  get value() {
    return this.#value;
  }

  /** Who it was made for; empty if it does not tell. */
  get owner() {
    return this.#value ? subjectOf(this.#value) : '';
  }

  /** Whether it says so; the service decides. */
  has(scope) {
    const { scope: text, scp } = this.#value ? claimsOf(this.#value) : {};
    return [text ?? [], scp ?? []].flat().flatMap((some) => String(some).split(' ')).includes(scope);
  }

  take(value) {
    const before = this.owner;
    this.#value = value;
    sessionStorage.setItem(KEY, value);
    if (before && before !== this.owner) {
      // What is shown belongs to somebody else.
      location.reload();
      return;
    }
    this.dispatchEvent(new Event('change'));
  }

  /** Told by whoever was answered 401. */
  refuse(value) {
    if (value !== this.#value) {
      return;
    }
    this.#value = null;
    sessionStorage.removeItem(KEY);
    this.dispatchEvent(new CustomEvent('refused', { detail: { owner: subjectOf(value ?? '') } }));
  }

  /** Resolves at once, or when somebody pasted a token. */
  async present() {
    while (!this.#value) {
      await new Promise((resolve) => this.addEventListener('change', resolve, { once: true }));
    }
    return this.#value;
  }
}

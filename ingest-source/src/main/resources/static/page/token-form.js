// Asks for a token where there is none, or none that is taken any more.

const FIRST = 'This page needs an access token to talk to the service.';
const NOT_TAKEN = 'The service does not accept this access token.';
const RUN_OUT = 'The access token has run out. What is shown stays here; uploads go on once there is a new one.';

export class TokenForm {
  #section = document.getElementById('token');
  #reason = document.getElementById('token-reason');
  #input = document.getElementById('token-input');
  #token;
  #worked = false;

  constructor(token) {
    this.#token = token;
    this.#section.querySelector('form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#take();
    });
    token.addEventListener('refused', () => this.#show(this.#worked ? RUN_OUT : NOT_TAKEN));
    token.addEventListener('change', () => this.#hide());
    if (!token.value) {
      this.#show(FIRST);
    }
  }

  /** The token was taken by the service. */
  worked() {
    this.#worked = true;
  }

  #take() {
    // Whole addresses are pasted as well.
    const value = this.#input.value.trim().replace(/^.*#token=/, '');
    if (value) {
      this.#input.value = '';
      this.#token.take(value);
    }
  }

  #show(reason) {
    this.#section.hidden = false;
    this.#reason.textContent = reason;
    document.body.classList.toggle('locked', !this.#worked);
    if (!this.#worked) {
      this.#input.focus();
    }
  }

  #hide() {
    this.#section.hidden = true;
    document.body.classList.remove('locked');
  }
}

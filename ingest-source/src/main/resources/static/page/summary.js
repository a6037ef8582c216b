// The line that counts, the title of the tab, and what screen readers are told: ends, not every per cent.

import { setText } from './dom.js';

export class Summary {
  #line = document.getElementById('summary');
  #bar = document.getElementById('bar');
  #empty = document.getElementById('empty');
  #cancelAll = document.getElementById('cancel-all');
  #voice = document.getElementById('voice');
  #items;
  #hadRunning = false;

  constructor(items, onCancelAll) {
    this.#items = items;
    items.addEventListener('change', () => this.#render());
    this.#cancelAll.addEventListener('click', () => onCancelAll());
  }

  /** The first list has come. */
  read() {
    this.#empty.hidden = this.#items.all.length > 0;
  }

  say(text) {
    this.#voice.textContent = text;
  }

  #render() {
    const { running, completed, failed, cancelled } = this.#items.counts;
    const text = [
      `${completed} ready`, running > 0 && `${running} running`, failed > 0 && `${failed} failed`,
      cancelled > 0 && `${cancelled} cancelled`,
    ].filter(Boolean).join(' · ');
    setText(this.#line, text);
    this.#bar.hidden = false;
    this.#empty.hidden = this.#items.all.length > 0;
    this.#cancelAll.hidden = running < 2;
    document.title = running > 0 ? `(${running}) image-ingest` : 'image-ingest';
    if (this.#hadRunning && running === 0) {
      this.say(`All done: ${text.replaceAll(' · ', ', ')}`);
    }
    this.#hadRunning = running > 0;
  }
}

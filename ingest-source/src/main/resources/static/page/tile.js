// One photo in the gallery.

import { element, setText } from './dom.js';
import { bytes, shortTime } from './format.js';
import { groupOf } from './items.js';
import { thumbnailOf } from './pictures.js';
import { draw } from './thumbhash.js';
import { problemText, progressOf, stateOf } from './words.js';

const UPLOAD = new Set(['waiting', 'sending']);

export class Tile {
  element = document.getElementById('tile').content.cloneNode(true).firstElementChild;
  #item;
  #onBroken;
  #parts = {};
  #shown = null;

  /** @param actions {open, cancel, again, broken}, each told the item */
  constructor(item, actions) {
    this.#item = item;
    this.#onBroken = () => actions.broken(item);
    for (const part of this.element.querySelectorAll('[data-part]')) {
      this.#parts[part.dataset.part] = part;
    }
    const { open, cancel, again, name, facts, progress } = this.#parts;
    open.addEventListener('click', () => actions.open(item));
    cancel.addEventListener('click', () => actions.cancel(item));
    again.addEventListener('click', () => actions.again(item));
    open.setAttribute('aria-label', `Details of ${item.name}`);
    cancel.setAttribute('aria-label', `Cancel ${item.name}`);
    again.setAttribute('aria-label', `Try ${item.name} again`);
    progress.setAttribute('aria-label', `Progress of ${item.name}`);
    setText(name, item.name);
    name.title = item.name;
    setText(facts, [item.bytes !== undefined && bytes(item.bytes), shortTime(item.acceptedAt ?? Date.now())].filter(Boolean).join(' · '));
    this.render();
  }

  render() {
    const item = this.#item;
    const group = groupOf(item.phase);
    const { open, cancel, again, state, progress, problem } = this.#parts;
    this.element.dataset.group = group;
    setText(state, stateOf(item));
    setText(problem, group === 'failed' ? problemText(item.problem) : '');
    progress.hidden = group !== 'running';
    progress.value = progressOf(item);
    progress.setAttribute('aria-valuetext', stateOf(item));
    this.#show(cancel, group === 'running' && item.phase !== 'cancelling', open);
    this.#show(again, group === 'failed' && item.retryable && (item.jobId || item.upload), open);
    this.element.classList.toggle('sending', UPLOAD.has(item.phase));
    this.#showPicture();
  }

  /** Whoever stands on a button that goes away is not left nowhere. */
  #show(button, isShown, otherwise) {
    if (!isShown && document.activeElement === button) {
      otherwise.focus();
    }
    button.hidden = !isShown;
  }

  #showPicture() {
    const view = this.#item.view;
    if (view === this.#shown) {
      return;
    }
    this.#shown = view;
    const address = view && thumbnailOf(view);
    this.element.classList.toggle('gone', Boolean(view?.imageDeleted));
    if (!address) {
      this.#parts.picture.replaceChildren();
      return;
    }
    const picture = element('img', { src: address, alt: '', decoding: 'async' });
    picture.addEventListener('error', this.#onBroken, { once: true });
    if (!view.placeholder) {
      this.#parts.picture.replaceChildren(picture);
      return;
    }
    this.#parts.picture.replaceChildren(draw(view.placeholder));
    picture.addEventListener('load', () => {
      if (view === this.#shown) {
        this.#parts.picture.replaceChildren(picture);
      }
    }, { once: true });
  }
}

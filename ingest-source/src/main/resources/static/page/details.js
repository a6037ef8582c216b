// All that is known of one photo, in a dialog.

import { element, setText } from './dom.js';
import { facts } from './facts.js';
import { bytes, saved, sides } from './format.js';
import { largestOf, picturesOf } from './pictures.js';
import { isFresh } from './views.js';
import { problemText, problemTitle, stateOf, variantName } from './words.js';

const FORMATS = { webp: 'WebP', jpeg: 'JPEG', avif: 'AVIF', png: 'PNG' };

export class Details {
  #dialog = document.getElementById('details');
  #parts = {};
  #jobs;
  #gallery;
  #item = null;
  #shown = null;

  constructor(items, jobs, gallery) {
    this.#jobs = jobs;
    this.#gallery = gallery;
    for (const part of this.#dialog.querySelectorAll('[data-part]')) {
      this.#parts[part.dataset.part] = part;
    }
    const { close, before, after, remove, keep, confirm } = this.#parts;
    close.addEventListener('click', () => this.#dialog.close());
    before.addEventListener('click', () => this.#step(-1));
    after.addEventListener('click', () => this.#step(1));
    remove.addEventListener('click', () => this.#ask(true));
    keep.addEventListener('click', () => this.#ask(false));
    confirm.addEventListener('click', () => this.#delete());
    this.#dialog.addEventListener('keydown', (event) => this.#key(event));
    this.#dialog.addEventListener('close', () => { this.#item = null; });
    // A click beside it, as people expect.
    this.#dialog.addEventListener('click', (event) => event.target === this.#dialog && this.#dialog.close());
    items.addEventListener('change', ({ detail }) => detail.changed.has(this.#item) && this.#render());
  }

  open(item) {
    this.#item = item;
    this.#shown = null;
    this.#ask(false);
    this.#render();
    if (!this.#dialog.open) {
      this.#dialog.showModal();
    }
    this.#parts.body.scrollTop = 0;
    this.#refresh(item);
  }

  #key(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.#step(step);
    }
  }

  #step(step) {
    const next = this.#gallery.neighbour(this.#item, step);
    if (next) {
      this.open(next);
    }
  }

  async #refresh(item) {
    if (item.phase !== 'completed' || isFresh(item.view)) {
      return;
    }
    try {
      await this.#jobs.ask(item);
    } catch (problem) {
      if (item === this.#item) {
        setText(this.#parts.note, `${problemTitle(problem)}. ${problemText(problem)}`);
      }
    }
  }

  #ask(isAsked) {
    const { remove, question, keep } = this.#parts;
    const hadFocus = this.#dialog.contains(document.activeElement) && this.#dialog.open;
    question.hidden = !isAsked;
    remove.hidden = isAsked || !this.#isDeletable();
    setText(this.#parts.note, '');
    if (isAsked) {
      keep.focus();
    } else if (hadFocus && !remove.hidden && document.activeElement === document.body) {
      remove.focus();
    }
  }

  #isDeletable() {
    const item = this.#item;
    return Boolean(item && item.phase === 'completed' && item.imageId && item.view && !item.view.imageDeleted);
  }

  async #delete() {
    const item = this.#item;
    const { confirm, note, close } = this.#parts;
    confirm.disabled = true;
    try {
      await this.#jobs.deleteImage(item);
      this.#ask(false);
      close.focus();
    } catch (problem) {
      setText(note, `It was not deleted. ${problemTitle(problem)}. ${problemText(problem)}`);
    } finally {
      confirm.disabled = false;
    }
  }

  #render() {
    const item = this.#item;
    const { title, state, body, remove, question, before, after } = this.#parts;
    setText(title, item.name);
    setText(state, stateOf(item));
    before.disabled = !this.#gallery.neighbour(item, -1);
    after.disabled = !this.#gallery.neighbour(item, 1);
    const shown = [item.jobId, item.phase, item.problem, item.view];
    if (this.#shown && shown.every((value, index) => value === this.#shown[index])) {
      return;
    }
    this.#shown = shown;
    if (question.hidden || !this.#isDeletable()) {
      question.hidden = true;
      remove.hidden = !this.#isDeletable();
    }
    body.replaceChildren(...this.#content(item));
  }

  #content(item) {
    const view = item.phase === 'completed' ? item.view : null;
    return [
      ...(item.phase === 'failed' ? [problem(item)] : []),
      ...(view ? pictures(view, item.bytes) : []),
      ...facts(item, view),
    ];
  }
}

function problem(item) {
  return element('p', { class: 'trouble' }, element('strong', {}, `${problemTitle(item.problem)}. `), problemText(item.problem));
}

function pictures(view, originalBytes) {
  const all = picturesOf(view);
  const largest = largestOf(view);
  const hero = largest ? [link(largest.url, element('img', {
    src: largest.url, alt: 'The photo in its largest web size', width: largest.width, height: largest.height,
  }), 'hero')] : [];
  const sizes = element('div', { class: 'sizes' }, ...all.map((size) => figure(size, originalBytes)));
  const original = view.urls.original ? [element('p', { class: 'original' }, link(view.urls.original,
    `Download the original${originalBytes ? ` (${bytes(originalBytes)})` : ''}`))] : [];
  return [...hero, ...(all.length > 0 ? [element('h3', {}, 'Sizes'), sizes] : []), ...original];
}

function figure(size, originalBytes) {
  const name = `${variantName(size.name)}, ${FORMATS[size.format] ?? size.format}`;
  const picture = element('img', { src: size.url, alt: '', loading: 'lazy', width: size.width, height: size.height });
  return element('figure', {},
    link(size.url, picture, 'size', `Open ${name}`),
    element('figcaption', {},
      element('strong', {}, name),
      element('span', {}, sides(size.width, size.height)),
      element('span', {}, bytes(size.bytes)),
      ...(originalBytes ? [element('span', { class: 'saved' }, saved(size.bytes, originalBytes))] : [])));
}

function link(address, content, style, label) {
  return element('a', { href: address, target: '_blank', rel: 'noreferrer', class: style, 'aria-label': label }, content);
}

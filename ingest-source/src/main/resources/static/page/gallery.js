// The tiles of all items, and which of them are shown.

import { Tile } from './tile.js';

export class Gallery {
  #list = document.getElementById('gallery');
  #items;
  #views;
  #actions;
  #tiles = new Map();

  constructor(items, views, actions) {
    this.#items = items;
    this.#views = views;
    this.#actions = actions;
    items.addEventListener('change', ({ detail }) => this.#change(detail));
    for (const filter of document.querySelectorAll('[data-filter-by]')) {
      filter.addEventListener('click', () => this.#filter(filter));
    }
  }

  /** The item before or after another among those shown, or undefined. */
  neighbour(item, step) {
    let element = this.#tiles.get(item)?.element;
    do {
      element = step > 0 ? element?.nextElementSibling : element?.previousElementSibling;
    } while (element && element.getClientRects().length === 0);
    return element && this.#items.all.find((other) => this.#tiles.get(other)?.element === element);
  }

  #filter(chosen) {
    for (const filter of document.querySelectorAll('[data-filter-by]')) {
      filter.setAttribute('aria-pressed', String(filter === chosen));
    }
    this.#list.dataset.filter = chosen.dataset.filterBy;
  }

  #change({ added, changed, removed }) {
    for (const item of removed) {
      this.#remove(item);
    }
    if (added.size > 0) {
      this.#insert(added);
    }
    for (const item of changed) {
      this.#tiles.get(item)?.render();
      this.#views.check(item);
    }
  }

  /** From the end, so that the one after it stands already. */
  #insert(added) {
    let next = null;
    for (const item of this.#items.all.toReversed()) {
      if (added.has(item)) {
        const tile = new Tile(item, this.#actions);
        this.#tiles.set(item, tile);
        this.#list.insertBefore(tile.element, next);
        this.#views.watch(tile.element, item);
      }
      next = this.#tiles.get(item)?.element ?? next;
    }
  }

  #remove(item) {
    const tile = this.#tiles.get(item);
    if (tile) {
      this.#tiles.delete(item);
      this.#views.forget(tile.element);
      tile.element.remove();
    }
  }
}

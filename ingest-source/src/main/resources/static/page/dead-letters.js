// Parked messages, for tokens of operators: listed, replayed, purged.

import { element, setText } from './dom.js';
import { problemText, problemTitle } from './words.js';

const SCOPE = 'ingest:admin';
const PAGE = 50;

const UNITS = [['day', 86_400], ['hour', 3600], ['minute', 60], ['second', 1]];

function ageOf(parkedAt) {
  const seconds = Math.max(0, Math.round((Date.now() - Date.parse(parkedAt)) / 1000));
  const [name, length] = UNITS.find(([, unit]) => seconds >= unit) ?? UNITS.at(-1);
  return new Intl.NumberFormat('en', { style: 'unit', unit: name, unitDisplay: 'long' }).format(Math.floor(seconds / length));
}

function counted(number) {
  return number === 1 ? '1 dead letter' : `${number} dead letters`;
}

export class DeadLetters {
  #api;
  #token;
  #section = document.getElementById('dead-letters');
  #said = document.getElementById('letters-said');
  #question = document.getElementById('letters-question');
  #rows = this.#section.querySelector('tbody');
  #cursor = null;
  #toPurge = null;

  constructor(api, token) {
    this.#api = api;
    this.#token = token;
  }

  start() {
    const actions = {
      refresh: () => this.#list(),
      more: () => this.#page(this.#cursor),
      replay: () => this.#replay(this.#selected()),
      'replay-all': () => this.#replay(null),
      purge: () => this.#ask(this.#selected()),
      'purge-all': () => this.#ask(null),
      confirm: () => this.#purge(),
      keep: () => this.#keep(),
    };
    for (const [name, action] of Object.entries(actions)) {
      this.#button(name).addEventListener('click', () => this.#tried(action));
    }
    this.#rows.addEventListener('change', () => this.#enable());
    this.#token.addEventListener('change', () => this.#show());
    this.#show();
  }

  #button(name) {
    return this.#section.querySelector(`[data-letters="${name}"]`);
  }

  #show() {
    this.#section.hidden = !this.#token.has(SCOPE);
    if (!this.#section.hidden) {
      this.#tried(() => this.#list());
    }
  }

  async #tried(action) {
    try {
      await action();
    } catch (problem) {
      setText(this.#said, `${problemTitle(problem)}. ${problemText(problem)}`);
    }
  }

  async #list() {
    const total = await this.#page(null);
    setText(this.#said, total === 0 ? 'There are none.' : `${counted(total)}.`);
  }

  async #page(cursor) {
    const page = await this.#api.deadLetters(PAGE, cursor);
    const rows = page.items.map((letter) => this.#row(letter));
    if (cursor) {
      this.#rows.append(...rows);
    } else {
      this.#rows.replaceChildren(...rows);
    }
    this.#cursor = page.nextCursor ?? null;
    this.#button('more').hidden = !this.#cursor;
    this.#enable();
    return page.total;
  }

  #row(letter) {
    const name = letter.filename ?? 'unknown';
    return element('tr', { 'data-letter': letter.deadLetterId },
      element('td', {}, element('input', { type: 'checkbox', value: letter.deadLetterId, 'aria-label': `Select ${name}` })),
      element('td', {}, name, element('br'), element('small', {}, letter.owner ?? '')),
      element('td', { title: letter.parkedAt }, ageOf(letter.parkedAt)),
      element('td', {}, String(letter.attempt ?? '–')),
      element('td', {}, letter.jobId ?? 'none', element('br'),
        element('small', {}, (letter.jobStatus ?? 'unknown') + (letter.replayable ? '' : ', not to be replayed'))),
      element('td', {}, letter.queue),
      element('td', {}, letter.reason));
  }

  #selected() {
    return [...this.#rows.querySelectorAll('input:checked')].map((box) => box.value);
  }

  #enable() {
    const isNone = this.#selected().length === 0;
    this.#button('replay').disabled = isNone;
    this.#button('purge').disabled = isNone;
    const isEmpty = this.#rows.childElementCount === 0;
    this.#button('replay-all').disabled = isEmpty;
    this.#button('purge-all').disabled = isEmpty;
  }

  async #replay(ids) {
    let replayed = 0;
    let answer;
    const refused = [];
    do {
      answer = await this.#api.replay(ids);
      replayed += answer.replayed;
      refused.push(...answer.refused);
    } while (!ids && answer.replayed > 0 && answer.remaining > 0);
    await this.#page(null);
    const why = refused.length > 0 ? ` ${refused.length} refused: ${refused[0].problem.detail}.` : '';
    setText(this.#said, `${replayed} replayed.${why}`);
  }

  #ask(ids) {
    this.#toPurge = ids;
    setText(this.#question.querySelector('span'),
      `Purge ${ids ? counted(ids.length) : 'all dead letters'}? Their jobs stay as they are, and their owners can still retry them.`);
    this.#question.hidden = false;
    this.#button('keep').focus();
  }

  #keep() {
    this.#question.hidden = true;
  }

  async #purge() {
    this.#question.hidden = true;
    if (this.#toPurge) {
      for (const id of this.#toPurge) {
        await this.#api.purge(id);
      }
    } else {
      await this.#api.purgeAll();
    }
    await this.#list();
  }
}

// Puts the page together.

import { Api } from './api.js';
import { DeadLetters } from './dead-letters.js';
import { Details } from './details.js';
import { setText } from './dom.js';
import { Gallery } from './gallery.js';
import { Intake } from './intake.js';
import { Items, groupOf } from './items.js';
import { Jobs } from './jobs.js';
import { Live } from './live.js';
import { Summary } from './summary.js';
import { Token } from './token.js';
import { TokenForm } from './token-form.js';
import { UploadQueue } from './upload-queue.js';
import { Views } from './views.js';
import { problemText, problemTitle } from './words.js';

const token = new Token();
const form = new TokenForm(token);
const api = new Api(token);
const items = new Items();
const jobs = new Jobs(api, items);
const queue = new UploadQueue(api, token, items);
const views = new Views(jobs);
const summary = new Summary(items, cancelAll);
const gallery = new Gallery(items, views, { open: (item) => details.open(item), cancel, again, broken });
const details = new Details(items, jobs, gallery);
const live = new Live(api, token, jobs);

const more = document.getElementById('more');
const lost = document.getElementById('lost');
const trouble = document.getElementById('trouble');

const intake = new Intake((files, wishes) => {
  setText(trouble, '');
  summary.say(files.length === 1 ? `${files[0].name} added` : `${files.length} files added`);
  queue.add(items.addFiles(files, wishes));
}, (sentence) => setText(trouble, sentence));

function isLocal(item) {
  return !item.jobId;
}

async function cancel(item) {
  if (isLocal(item)) {
    queue.cancel(item);
  } else {
    await tried(() => jobs.cancel(item), `${item.name} was not cancelled`);
  }
}

function cancelAll() {
  for (const item of items.running.filter((running) => running.phase !== 'cancelling')) {
    cancel(item);
  }
}

async function again(item) {
  if (isLocal(item)) {
    queue.add([item]);
  } else {
    await tried(() => jobs.retry(item), `${item.name} cannot be tried again`);
  }
}

/** A picture that does not load: its address may have run out. Once a view, or it would go on for ever. */
function broken(item) {
  if (!item.isMended) {
    item.isMended = true;
    items.update(item, { view: null });
  }
}

async function tried(action, complaint) {
  try {
    setText(trouble, '');
    await action();
  } catch (problem) {
    setText(trouble, `${complaint}. ${problemTitle(problem)}. ${problemText(problem)}`);
    // It may have ended meanwhile.
    jobs.refresh();
  }
}

more.addEventListener('click', () => tried(() => jobs.more(), 'Older photos cannot be shown'));
jobs.addEventListener('more', () => {
  more.hidden = !jobs.hasMore;
});
jobs.addEventListener('reached', () => {
  form.worked();
  summary.read();
  lost.hidden = true;
});
jobs.addEventListener('lost', ({ detail: problem }) => {
  lost.hidden = !problem.isTransient;
  if (!problem.isTransient) {
    setText(trouble, `Your photos cannot be listed. ${problemTitle(problem)}. ${problemText(problem)}`);
  }
});
token.addEventListener('change', () => {
  jobs.refresh();
  views.checkAll();
});
addEventListener('beforeunload', (event) => {
  if (items.all.some((item) => isLocal(item) && groupOf(item.phase) === 'running')) {
    event.preventDefault();
  }
});

// Without an answer nothing is offered that the service might refuse.
api.settings().then((settings) => intake.offer(settings), () => {});
new DeadLetters(api, token).start();
live.follow();

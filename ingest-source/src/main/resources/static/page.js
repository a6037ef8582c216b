'use strict';

// The token comes in the fragment, which browsers send to nobody, and leaves it at once.
const fragment = new URLSearchParams(location.hash.slice(1));
if (fragment.has('token')) {
  sessionStorage.setItem('token', fragment.get('token'));
  history.replaceState(null, '', location.pathname);
}
const token = sessionStorage.getItem('token');
document.getElementById('no-token').hidden = Boolean(token);

const api = '/api/v1/ingest';
const headers = { Authorization: `Bearer ${token}` };
const wait = (millis) => new Promise((done) => setTimeout(done, millis));

async function answer(response) {
  const body = await response.json();
  if (!response.ok) {
    throw new Error(body.detail || body.title);
  }
  return body;
}

function show(card, status) {
  card.querySelector('progress').value = status.status === 'processing' ? status.progress : 100;
  card.querySelector('.state').textContent = status.stage || status.status;
}

function showResult(card, status) {
  const result = card.querySelector('.result');
  if (status.urls.thumbnail) {
    const picture = document.createElement('img');
    picture.src = status.urls.thumbnail;
    picture.alt = '';
    result.append(picture);
  }
  for (const [name, url] of Object.entries(status.urls)) {
    const link = document.createElement('a');
    link.href = url;
    link.textContent = name;
    link.rel = 'noreferrer';
    result.append(link);
  }
  const list = document.createElement('dl');
  const facts = { ...status.metadata, removed: status.removed.join(', '), warnings: status.warnings.join(', ') };
  for (const [name, value] of Object.entries(facts).filter(([, value]) => value !== '')) {
    const term = document.createElement('dt');
    term.textContent = name;
    const text = document.createElement('dd');
    text.textContent = typeof value === 'object' ? JSON.stringify(value) : value;
    list.append(term, text);
  }
  result.append(list);
}

function fail(card, message) {
  card.classList.add('failed');
  card.querySelector('progress').remove();
  card.querySelector('.state').textContent = message;
}

async function follow(card, jobId) {
  for (;;) {
    const status = await answer(await fetch(`${api}/status/${jobId}`, { headers }));
    show(card, status);
    if (status.status === 'completed') {
      return showResult(card, status);
    }
    if (status.status === 'failed' || status.status === 'cancelled') {
      return fail(card, status.error ? status.error.detail : status.status);
    }
    await wait(500);
  }
}

async function take(file) {
  const card = document.getElementById('job').content.cloneNode(true).firstElementChild;
  card.querySelector('h2').textContent = file.name;
  document.getElementById('jobs').prepend(card);
  const form = new FormData();
  form.append('image', file);
  try {
    const job = await answer(await fetch(`${api}/upload`, { method: 'POST', headers, body: form }));
    await follow(card, job.jobId);
  } catch (error) {
    fail(card, error.message);
  }
}

// One after the other: the service works on a few photos at a time anyway.
let queue = Promise.resolve();
function takeAll(files) {
  for (const file of files) {
    queue = queue.then(() => take(file));
  }
}

const input = document.getElementById('files');
input.addEventListener('change', () => { takeAll(input.files); input.value = ''; });
addEventListener('dragover', (event) => { event.preventDefault(); document.body.classList.add('over'); });
addEventListener('dragleave', () => document.body.classList.remove('over'));
addEventListener('drop', (event) => {
  event.preventDefault();
  document.body.classList.remove('over');
  takeAll(event.dataTransfer.files);
});

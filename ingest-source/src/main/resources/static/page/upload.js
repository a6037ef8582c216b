// One try to send one file. By XMLHttpRequest, because fetch tells nothing of what it sent.

import { Problem } from './problem.js';

const ADDRESS = '/api/v1/ingest/upload';

/**
 * @param token the access token
 * @param upload {file, tags, keepLocation, key}: key names the upload, so that a second try makes no second job
 * @param onSent told the part that was sent, 0 to 1
 * @param signal aborts the try
 * @returns the service's answer
 * @throws Problem if there is no answer, or no good one
 */
export function send(token, upload, onSent, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', ADDRESS);
    request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.setRequestHeader('Idempotency-Key', upload.key);
    request.upload.addEventListener('progress', (event) => onSent(event.loaded / event.total));
    request.addEventListener('load', () => {
      if (request.status === 202) {
        resolve(JSON.parse(request.responseText));
      } else {
        reject(Problem.ofText(request.responseText, request.status, request.getResponseHeader('Retry-After')));
      }
    });
    request.addEventListener('error', () => reject(Problem.connection()));
    request.addEventListener('abort', () => reject(signal.reason));
    signal.addEventListener('abort', () => request.abort());
    request.send(formOf(upload));
  });
}

function formOf(upload) {
  const form = new FormData();
  // Before the photo: a service that refuses the photo has read them.
  if (upload.tags) {
    form.append('tags', upload.tags);
  }
  if (upload.keepLocation) {
    form.append('keepLocation', 'true');
  }
  form.append('image', upload.file, upload.file.name);
  return form;
}

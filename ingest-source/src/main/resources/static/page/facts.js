// The tables of the details: what was kept of a photo, what was not, and what to know.

import { element } from './dom.js';
import { bytes, captureDate, sides, time } from './format.js';
import { removedText, warningText } from './words.js';

export function facts(item, view) {
  return [
    ...(view?.warnings?.length > 0 ? [list('Good to know', view.warnings.map(warningText), 'warnings')] : []),
    ...(view?.metadata ? [table('What the photo tells', photo(view.metadata, view.tags))] : []),
    ...(view?.removed?.length > 0 ? [list('Left out of the web sizes, for privacy', view.removed.map(removedText), 'removed')] : []),
    table('For developers', [
      ['Job', item.jobId], ['Image', item.imageId], ['Size as sent', item.bytes !== undefined && bytes(item.bytes)],
      ['Accepted', item.acceptedAt && time(item.acceptedAt)], ['Problem', item.problem?.name],
    ]),
  ];
}

function photo(metadata, tags) {
  const turned = metadata.storedWidth !== metadata.width || metadata.orientation > 1;
  return [
    ['Taken', metadata.captureDate && captureDate(metadata.captureDate)],
    ['Camera', camera(metadata)],
    ['Size', sides(metadata.width, metadata.height)],
    ['Stored as', turned && `${sides(metadata.storedWidth, metadata.storedHeight)}, turned upright for the web`],
    ['Animated', metadata.animated && 'yes; web sizes show the first frame'],
    ['Title', metadata.title],
    ['Caption', metadata.caption],
    ['Keywords', metadata.keywords?.join(', ')],
    ['Copyright', metadata.copyright],
    ['Place', metadata.gps && Object.values(metadata.gps).filter((value) => value !== null).join(', ')],
    ['Serial number', metadata.deviceSerial],
    ['Tags', tags?.join(', ')],
  ];
}

/** Many cameras repeat their maker in the model's name. */
function camera({ cameraMake = '', cameraModel = '' }) {
  return cameraModel.toLowerCase().startsWith(cameraMake.toLowerCase()) ? cameraModel : `${cameraMake} ${cameraModel}`;
}

function table(title, rows) {
  const known = rows.filter(([, value]) => value);
  return element('section', {}, element('h3', {}, title), element('dl', {},
    ...known.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)])));
}

function list(title, texts, style) {
  return element('section', { class: style }, element('h3', {}, title),
    element('ul', {}, ...texts.map((text) => element('li', {}, text))));
}

// What codes of the service mean to people.

import { bytes, megapixels } from './format.js';

const STAGES = {
  received: 'Received',
  queued: 'Waiting for its turn',
  extracting_metadata: 'Reading the photo',
  generating_variants: 'Making web sizes',
  uploading: 'Publishing',
  done: 'Ready',
};

const REMOVED = {
  gps: 'where it was taken (GPS)',
  'device-serial': 'serial numbers of camera, lens or flash',
  'maker-notes': 'the camera maker’s private notes',
  camera: 'maker and model of the camera',
  timestamps: 'when it was taken',
  descriptive: 'title, caption, keywords and copyright',
  owner: 'names of the camera’s owner or the photographer',
  'embedded-thumbnail': 'a small picture hidden in the file',
  xmp: 'an XMP packet',
  iptc: 'IPTC and Photoshop data',
  comment: 'comments in the file',
};

const WARNINGS = {
  'format-needs-native-engine': 'This service cannot make web sizes of this format yet. The original is kept.',
  'raw-without-preview': 'There is no picture in this camera RAW that web sizes could be made of. The original is kept.',
  'preview-smaller-than-variants': 'The picture in this camera RAW is small, so its web sizes are too.',
  'metadata-unreadable': 'Some of the photo’s metadata is damaged and was left out.',
  'metadata-shortened': 'Long texts in the photo’s metadata were shortened.',
  'colour-profile-ignored': 'The colour profile in the photo cannot be used: colours may look a little different.',
  'colour-approximated': 'The photo has printing colours without a profile: colours are an approximation.',
  'hdr-not-tone-mapped': 'The photo has high dynamic range, which web sizes do not show.',
  'original-location-kept': 'The original still tells where it was taken, so it is not given out.',
};

const PROBLEMS = {
  'unsupported-image-type': 'Not an image that we take',
  'empty-file': 'The file is empty',
  'file-too-large': 'The file is too large',
  'too-many-pixels': 'The picture is too large',
  'decoding-limit-exceeded': 'The picture is too complex',
  'corrupt-image': 'The photo is damaged',
  'time-limit-exceeded': 'The photo takes too long to work on',
  'memory-limit-exceeded': 'The picture is too large to work on',
  'decoder-crashed': 'The photo cannot be read',
  'invalid-tags': 'The tags cannot be taken',
  'staging-lost': 'The upload was lost on its way',
  'processing-failed': 'It could not be worked on',
  'internal-error': 'The service failed',
  'service-unavailable': 'The service is not available',
  'too-many-requests': 'Too many uploads in a short time',
  'too-many-jobs': 'Too many photos are waiting already',
  forbidden: 'The access token does not allow this',
  connection: 'The connection broke off',
};

const LIMITS = {
  'file-too-large': bytes,
  'too-many-pixels': megapixels,
};

/** What becomes of an item at the moment. */
export function stateOf(item) {
  if (item.note) {
    return item.note;
  }
  switch (item.phase) {
    case 'waiting': return 'Waiting to be sent';
    case 'sending': return item.sent < 1 ? `Sending, ${Math.floor(item.sent * 100)} %` : 'Sent, being checked';
    case 'processing': return STAGES[item.stage] ?? 'In work';
    case 'cancelling': return 'Being cancelled';
    case 'cancelled': return item.detail === 'image-deleted' ? 'Cancelled: the image was deleted' : 'Cancelled';
    case 'failed': return problemTitle(item.problem);
    default: return item.view?.imageDeleted ? 'Image deleted' : 'Ready';
  }
}

/** Percent of all the way, upload and processing a half each. */
export function progressOf(item) {
  return item.phase === 'waiting' || item.phase === 'sending' ? item.sent * 50 : 50 + item.progress / 2;
}

export function problemTitle(problem) {
  return (problem && (PROBLEMS[problem.name] || problem.title)) || 'Failed';
}

export function problemText(problem) {
  if (!problem) {
    return '';
  }
  const format = LIMITS[problem.name];
  // Rounded they may look the same: then the service's own words are clearer.
  if (format && problem.limit && problem.actual && format(problem.limit) !== format(problem.actual)) {
    // The service stops counting at some point, and says so.
    const atLeast = problem.detail.includes('at least') ? 'at least ' : '';
    return `It has ${atLeast}${format(problem.actual)}, the limit is ${format(problem.limit)}.`;
  }
  return problem.detail;
}

export function removedText(group) {
  return REMOVED[group] ?? group;
}

export function warningText(code) {
  const [name, variant] = code.split(':');
  if (name === 'variant-not-made') {
    return `The size “${variantName(variant)}” could not be made.`;
  }
  return WARNINGS[name] ?? code;
}

/** `web_legacy` is a web size for old browsers: people see its format beside the name. */
export function variantName(name) {
  const words = name.replace(/_legacy$/, '').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

// Draws a ThumbHash (https://evanw.github.io/thumbhash/): mean colour, shape and lowest frequencies of a picture.

const LONG_SIDE = 32;
const LIGHT = 7;
const LIGHT_BESIDE_ALPHA = 5;
const LEAST_LIGHT = 3;
const COLOUR = 3;
const ALPHA = 5;
// What four bits round off is given back to the colours.
const COLOUR_BOOST = 1.25;

/**
 * @param hash ThumbHash in base64
 * @returns {width, height, pixels}, RGBA with 8 bits each
 */
export function decode(hash) {
  const bytes = Uint8Array.from(atob(hash), (character) => character.charCodeAt(0));
  const head = bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
  const shape = bytes[3] | (bytes[4] << 8);
  const hasAlpha = Boolean(head >> 23);
  const isLandscape = Boolean(shape >> 15);
  const most = hasAlpha ? LIGHT_BESIDE_ALPHA : LIGHT;
  const across = isLandscape ? most : shape & 7;
  const down = isLandscape ? shape & 7 : most;

  const nibble = nibbles(bytes, hasAlpha ? 6 : 5);
  const light = channel(nibble, (head & 63) / 63, ((head >> 18) & 31) / 31,
    Math.max(LEAST_LIGHT, across), Math.max(LEAST_LIGHT, down));
  const yellowBlue = channel(nibble, ((head >> 6) & 63) / 31.5 - 1, (COLOUR_BOOST * ((shape >> 3) & 63)) / 63, COLOUR, COLOUR);
  const redGreen = channel(nibble, ((head >> 12) & 63) / 31.5 - 1, (COLOUR_BOOST * ((shape >> 9) & 63)) / 63, COLOUR, COLOUR);
  const alpha = hasAlpha ? channel(nibble, (bytes[5] & 15) / 15, (bytes[5] >> 4) / 15, ALPHA, ALPHA) : null;

  const width = Math.max(1, Math.round(LONG_SIDE * Math.min(1, across / down)));
  const height = Math.max(1, Math.round(LONG_SIDE * Math.min(1, down / across)));
  const pixels = new Uint8ClampedArray(4 * width * height);
  const columns = cosines(width);
  const rows = cosines(height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      const [l, p, q] = [light, yellowBlue, redGreen].map((each) => valueOf(each, columns[x], rows[y]));
      const blue = l - (2 / 3) * p;
      const red = (3 * l - blue + q) / 2;
      pixels.set([red, red - q, blue, alpha ? valueOf(alpha, columns[x], rows[y]) : 1].map((value) => 255 * value), at);
    }
  }
  return { width, height, pixels };
}

/** A canvas, because the content security policy is not to be widened for it. */
export function draw(hash) {
  const { width, height, pixels } = decode(hash);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d').putImageData(new ImageData(pixels, width, height), 0, 0);
  return canvas;
}

/** Reads four bits after the other, the lower half of a byte first. */
function nibbles(bytes, start) {
  let at = 2 * start;
  return () => {
    const byte = bytes[at >> 1];
    return at++ & 1 ? byte >> 4 : byte & 15;
  };
}

/** Amplitudes with their frequencies, in a triangle: the higher one way, the lower the other. */
function channel(nibble, mean, scale, across, down) {
  const waves = [];
  for (let v = 0; v < down; v++) {
    for (let u = v === 0 ? 1 : 0; u * down < across * (down - v); u++) {
      waves.push({ u, v, amplitude: (nibble() / 7.5 - 1) * scale });
    }
  }
  return { mean, waves };
}

/** The cosines of all frequencies at each place of a side. */
function cosines(length) {
  return Array.from({ length }, (_, place) => Array.from({ length: LIGHT },
    (__, frequency) => Math.cos((Math.PI / length) * (place + 0.5) * frequency)));
}

function valueOf({ mean, waves }, column, row) {
  return waves.reduce((sum, { u, v, amplitude }) => sum + 2 * amplitude * column[u] * row[v], mean);
}

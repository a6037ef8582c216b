// Sizes and times as people read them.

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

const KILO = 1024;

/** In units of 1024, as the service's limits are. */
export function bytes(count) {
  if (count < KILO) {
    return `${count} bytes`;
  }
  const [size, unit] = count < KILO * KILO ? [count / KILO, 'kB'] : [count / KILO / KILO, 'MB'];
  return `${(size < 10 ? number : whole).format(size)} ${unit}`;
}

export function megapixels(pixels) {
  return `${number.format(pixels / 1e6)} megapixels`;
}

export function sides(width, height) {
  return `${width} × ${height}`;
}

/** How much smaller than the original. */
export function saved(size, original) {
  const percent = Math.round((1 - size / original) * 100);
  return percent >= 0 ? `${percent} % smaller` : `${-percent} % larger`;
}

export function time(instant) {
  return moment.format(new Date(instant));
}

/** A capture date without an offset is told as the camera told it. */
export function captureDate(text) {
  const [, date, hours, offset] = text.match(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(.*)$/) ?? [];
  if (!date) {
    return text;
  }
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00Z`));
  return `${day}, ${hours}${offset ? ` (UTC${offset === 'Z' ? '' : offset})` : ''}`;
}

// Sizes and times as people read them.

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });
const hour = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });

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
  const percent = (1 - size / original) * 100;
  // Rounded it would be 100 %, as if nothing were left.
  const shown = percent > 99 ? number.format(Math.floor(percent * 10) / 10) : whole.format(Math.abs(percent));
  return `${shown} % ${percent >= 0 ? 'smaller' : 'larger'}`;
}

export function time(instant) {
  return moment.format(new Date(instant));
}

/** The hour of today, the date of other days. */
export function shortTime(instant) {
  const date = new Date(instant);
  return day.format(date) === day.format(new Date()) ? hour.format(date) : day.format(date);
}

/** A capture date without an offset is told as the camera told it. */
export function captureDate(text) {
  const [, date, hours, offset] = text.match(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(.*)$/) ?? [];
  if (!date) {
    return text;
  }
  const taken = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00Z`));
  return `${taken}, ${hours}${offset ? ` (UTC${offset === 'Z' ? '' : offset})` : ''}`;
}

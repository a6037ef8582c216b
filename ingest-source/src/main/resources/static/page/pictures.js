// Which address belongs to which size of an image.

/** Sizes with their addresses, smallest first; of two as large the smaller file first. */
export function picturesOf(view) {
  return (view.variants ?? [])
    .map((variant) => ({ ...variant, url: view.urls[camelCase(variant.name)] }))
    .filter((variant) => variant.url)
    .sort((one, other) => one.width - other.width || one.bytes - other.bytes);
}

export function thumbnailOf(view) {
  return picturesOf(view)[0]?.url;
}

/** The largest, in the format that takes less. */
export function largestOf(view) {
  const all = picturesOf(view);
  return all.find((variant) => variant.width === all.at(-1).width);
}

function camelCase(name) {
  return name.replace(/_([a-z0-9])/g, (match, letter) => letter.toUpperCase());
}

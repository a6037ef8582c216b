/**
 * Makes an element.
 * @param attributes by name; those that start with `on` are listeners, undefined and false are left out
 * @param children elements or texts
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      made.addEventListener(key.slice(2), value);
    } else if (value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? '' : value);
    }
  }
  made.append(...children);
  return made;
}

/** Sets a text only where it differs: screen readers and layout are not bothered for nothing. */
export function setText(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

// Files of a drop, those in folders included.

/** Has to be called while the drop event is handled: the browser takes the data away after it. */
export function droppedFiles(transfer) {
  const entries = [...transfer.items].filter((item) => item.kind === 'file').map((item) => {
    const entry = item.webkitGetAsEntry?.();
    return entry?.isDirectory ? filesIn(entry) : [item.getAsFile()];
  });
  return Promise.all(entries).then((lists) => lists.flat().filter(Boolean));
}

async function filesIn(folder) {
  const files = [];
  for (const entry of await entriesOf(folder)) {
    if (isHidden(entry.name)) {
      continue;
    }
    if (entry.isDirectory) {
      files.push(...await filesIn(entry));
    } else {
      files.push(await new Promise((resolve, reject) => entry.file(resolve, reject)));
    }
  }
  return files;
}

async function entriesOf(folder) {
  const reader = folder.createReader();
  const all = [];
  for (;;) {
    // Browsers give a hundred at a time.
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) {
      return all.sort((one, other) => one.name.localeCompare(other.name, undefined, { numeric: true }));
    }
    all.push(...some);
  }
}

/** What operating systems leave in folders; nobody means it. */
export function isHidden(name) {
  return name.startsWith('.') || name === 'Thumbs.db' || name === 'desktop.ini';
}

// The ways in: choose files, a folder or the camera, drop, paste.

import { droppedFiles, isHidden } from './folders.js';

export class Intake {
  #tags = document.getElementById('tags');
  #keepLocation = document.getElementById('keep-location');
  #onFiles;
  #onProblem;

  /**
   * @param onFiles told the files and the wishes for them: {tags, keepLocation}
   * @param onProblem told a sentence
   */
  constructor(onFiles, onProblem) {
    this.#onFiles = onFiles;
    this.#onProblem = onProblem;
    for (const name of ['files', 'folder', 'camera']) {
      this.#button(document.getElementById(`choose-${name}`), document.getElementById(name));
    }
    this.#dropping();
    document.addEventListener('paste', (event) => {
      if (event.clipboardData.files.length > 0) {
        event.preventDefault();
        this.#take([...event.clipboardData.files]);
      }
    });
  }

  /** Offers what the service may not take at all. */
  offer({ keepLocation }) {
    this.#keepLocation.closest('p').hidden = !keepLocation;
  }

  #button(button, input) {
    button.addEventListener('click', () => input.click());
    input.addEventListener('change', () => {
      const files = [...input.files];
      // So that the same files can be chosen again.
      input.value = '';
      this.#take(input.webkitdirectory ? files.filter((file) => !isHidden(file.name)) : files);
    });
  }

  #dropping() {
    // Entering a child leaves its parent: only when the pointer left all of them is it gone.
    let inside = 0;
    const over = (change) => {
      inside = Math.max(0, inside + change);
      document.body.classList.toggle('over', inside > 0);
    };
    const hasFiles = (event) => event.dataTransfer?.types.includes('Files');
    addEventListener('dragenter', (event) => hasFiles(event) && over(1));
    addEventListener('dragleave', (event) => hasFiles(event) && over(-1));
    addEventListener('dragover', (event) => hasFiles(event) && event.preventDefault());
    addEventListener('drop', async (event) => {
      over(-inside);
      if (!hasFiles(event)) {
        return;
      }
      event.preventDefault();
      try {
        this.#take(await droppedFiles(event.dataTransfer));
      } catch (error) {
        this.#onProblem(`The folder cannot be read: ${error.message}`);
      }
    });
  }

  #take(files) {
    if (files.length === 0) {
      this.#onProblem('There are no files in it.');
      return;
    }
    this.#onFiles(files, { tags: this.#tags.value.trim(), keepLocation: this.#keepLocation.checked });
  }
}

import type { Entry, Files } from '../../../bank/channels/files.js';

/** Files that stop working after some steps, as if the process had been killed there. */
export class BreakingFiles implements Files {
  readonly #files: Files;
  #left: number;
  /** Whether it came so far. */
  broke = false;

  constructor(files: Files, steps: number) {
    this.#files = files;
    this.#left = steps;
  }

  list(folder: string): Promise<Entry[]> {
    return this.#step(() => this.#files.list(folder));
  }

  exists(path: string): Promise<boolean> {
    return this.#step(() => this.#files.exists(path));
  }

  makeFolder(path: string): Promise<void> {
    return this.#step(() => this.#files.makeFolder(path));
  }

  write(path: string, bytes: Uint8Array): Promise<void> {
    return this.#step(
      () => this.#files.write(path, bytes),
      () => this.#files.write(path, bytes.subarray(0, bytes.length / 2)),
    );
  }

  read(path: string): Promise<Uint8Array> {
    return this.#step(() => this.#files.read(path));
  }

  move(from: string, to: string): Promise<boolean> {
    return this.#step(() => this.#files.move(from, to));
  }

  remove(path: string): Promise<void> {
    return this.#step(() => this.#files.remove(path));
  }

  settle(folder: string): Promise<void> {
    return this.#step(() => this.#files.settle(folder));
  }

  /** @param half what of the step is done when it ends in it */
  async #step<T>(act: () => Promise<T>, half?: () => Promise<unknown>): Promise<T> {
    this.#left -= 1;
    if (this.#left >= 0) return await act();
    if (!this.broke) await half?.();
    this.broke = true;
    throw new Error('killed');
  }
}

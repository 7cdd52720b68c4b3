import type { Entry } from './files.js';

/** Names under which a file is still being written, by common custom. */
const UNFINISHED = /^\.|~$|\.(?:tmp|temp|part|partial|filepart|writing|uploading)$/i;

interface Seen {
  readonly bytes: number;
  readonly modifiedAt: number;
  readonly since: number;
}

/** Tells the files that are whole from those still being written: they have not changed between two looks. */
export class Arrivals {
  readonly #quietMs: number;
  #seen: ReadonlyMap<string, Seen> = new Map();

  /** @param quietMs how long a file must not have changed */
  constructor(quietMs: number) {
    this.#quietMs = quietMs;
  }

  /** Names of what lies there whole, the oldest first. @param now epoch ms, of one clock in all looks */
  look(entries: readonly Entry[], now: number): string[] {
    const files = entries.filter(({ name, isFile }) => isFile && !UNFINISHED.test(name));
    const before = this.#seen;
    const seenOf = ({ name, bytes, modifiedAt }: Entry): Seen => {
      const known = before.get(name);
      const isSame = known?.bytes === bytes && known.modifiedAt === modifiedAt;
      return isSame ? known : { bytes, modifiedAt, since: now };
    };
    this.#seen = new Map(files.map((file) => [file.name, seenOf(file)]));
    const isWhole = ({ name }: Entry) => {
      const seen = this.#seen.get(name);
      return seen !== undefined && seen === before.get(name) && now - seen.since >= this.#quietMs;
    };
    return files
      .filter(isWhole)
      .toSorted((a, b) => a.modifiedAt - b.modifiedAt || (a.name < b.name ? -1 : 1))
      .map(({ name }) => name);
  }
}

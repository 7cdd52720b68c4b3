import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Verified } from './verify-items.js';

/*
 * What was verified so far, a line each, so that a run that was broken off goes on; and which histories were replayed
 * with which workflow bundle, so that none is replayed twice.
 */

interface Begun {
  readonly run: string;
  readonly startedAt: string;
}

/** The journal of one run of `verify`. */
export class Journal {
  readonly startedAt: string;
  readonly #file: string;
  readonly #replays: string;
  readonly #bundle: string;
  readonly #done = new Map<string, Verified['findings']>();
  readonly #replayed: Set<string>;

  /**
   * `run`: what is verified and how; the journal of another run, or of one that came to its end, is begun anew. What was
   * replayed stands in `common`, for all runs.
   */
  constructor(folder: string, run: object, bundle: string, common = folder) {
    for (const one of [folder, common]) mkdirSync(one, { recursive: true });
    this.#file = path.join(folder, 'journal.ndjson');
    this.#replays = path.join(common, 'replayed.ndjson');
    for (const file of [this.#file, this.#replays]) endLine(file);
    this.#bundle = bundle;
    const [begun, ...lines] = linesOf<Begun | Verified | { end: true }>(this.#file);
    const goesOn = begun && 'run' in begun && begun.run === JSON.stringify(run) && !lines.some((line) => 'end' in line);
    this.startedAt = goesOn ? begun.startedAt : new Date().toISOString();
    if (goesOn) for (const line of lines) if ('item' in line) this.#done.set(line.item, line.findings);
    if (!goesOn)
      writeFileSync(this.#file, `${JSON.stringify({ run: JSON.stringify(run), startedAt: this.startedAt })}\n`);
    const known = linesOf<{ bundle: string; digest: string }>(this.#replays);
    this.#replayed = new Set(known.flatMap((line) => (line.bundle === bundle ? [line.digest] : [])));
  }

  /** Histories that were replayed with this bundle, and went well. */
  get replayed(): ReadonlySet<string> {
    return this.#replayed;
  }

  has(item: string): boolean {
    return this.#done.has(item);
  }

  get done(): number {
    return this.#done.size;
  }

  get findings(): Verified['findings'] {
    return [...this.#done].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, findings]) => findings);
  }

  add(verified: readonly Verified[]): void {
    const replays = verified.flatMap(({ replayed }) => replayed).filter((digest) => !this.#replayed.has(digest));
    appendFileSync(
      this.#replays,
      replays.map((digest) => `${JSON.stringify({ bundle: this.#bundle, digest })}\n`).join(''),
    );
    for (const digest of replays) this.#replayed.add(digest);
    appendFileSync(
      this.#file,
      verified.map(({ item, findings }) => `${JSON.stringify({ item, findings })}\n`).join(''),
    );
    for (const { item, findings } of verified) this.#done.set(item, findings);
  }

  end(): void {
    appendFileSync(this.#file, `${JSON.stringify({ end: true })}\n`);
  }
}

/** What was killed while it wrote a line left half of it: the next one begins on a line of its own. */
function endLine(file: string): void {
  if (existsSync(file) && !readFileSync(file, 'utf8').endsWith('\n')) appendFileSync(file, '\n');
}

/** Whole lines: a half one is left out. */
function linesOf<Line>(file: string): Line[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as Line];
      } catch {
        return [];
      }
    });
}

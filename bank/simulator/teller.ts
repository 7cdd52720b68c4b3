import type { BankReport, ReportLine } from '../bank.js';
import type { Word } from './entries.js';
import type { Faults } from './faults.js';
import { keyOf } from './fold.js';

/** A report about a batch. */
type Told = BankReport & { readonly batchNo: string };

interface Said {
  readonly batchNo: string;
  readonly line: ReportLine;
}

/** A line for later: true but kept back, or not true at all. */
interface Later extends Said {
  at: number;
}

/** Whose words are told, and under which names its file can be meant. */
type NamesOf = (batchNo: string) => readonly string[];

/**
 * Makes reports of what is to be told, true ones as long as no fault says otherwise. What it keeps back it keeps in
 * memory only: after a restart all that is true is told.
 */
export class Teller {
  readonly #faults: Faults;
  readonly #namesOf: NamesOf;
  #later: Later[] = [];
  /** Words whose telling is among `#later`. */
  readonly #kept = new Set<string>();

  constructor(faults: Faults, namesOf: NamesOf) {
    this.#faults = faults;
    this.#namesOf = namesOf;
  }

  /** When there is something to tell next, epoch ms; `Infinity` if there is nothing. */
  nextAt(words: readonly Word[]): number {
    const times = words.filter((word) => !this.#keeps(word)).map(({ tellAt }) => tellAt);
    return [...times, ...this.#later.map(({ at }) => at)].reduce((least, at) => Math.min(least, at), Infinity);
  }

  /** The reports of all that is due at `now`, one a batch, or two where it is told twice. */
  reports(words: readonly Word[], now: number): Told[] {
    const fresh = this.#fresh(words, now).flatMap((word) => this.#spoken(word, now));
    return [...grouped([...fresh, ...this.#takeLate(now)])].flatMap(([batchNo, lines]) =>
      this.#laidOut(batchNo, lines, now),
    );
  }

  /** All that is kept back is due. */
  release(): void {
    for (const later of this.#later) later.at = 0;
  }

  #keeps({ batchNo, line }: Word): boolean {
    return this.#kept.has(keyOf(batchNo, line));
  }

  /** “Accepted” is not said of what has its final word in the same report. */
  #fresh(words: readonly Word[], now: number): Word[] {
    const due = words.filter((word) => word.tellAt <= now && !this.#keeps(word));
    const orderOf = ({ batchNo, line }: Word) => `${batchNo} ${line.reference}`;
    const settled = new Set(due.filter(({ line }) => line.says !== 'accepted').map(orderOf));
    return due.filter((word) => word.line.says !== 'accepted' || !settled.has(orderOf(word)));
  }

  /** What is said now of what there is to say. */
  #spoken({ batchNo, line }: Word, now: number): Said[] {
    const about = { files: this.#namesOf(batchNo), reference: line.reference, says: line.says };
    const fault = this.#faults.next(['withhold', 'wrongAmount'], about);
    if (fault) this.#keep(batchNo, line, now + (fault.delayMs ?? Infinity));
    // Who keeps back all of it does not say “accepted” instead.
    if (fault && !('says' in fault)) this.#kept.add(keyOf(batchNo, { ...line, says: 'accepted' }));
    if (fault?.kind === 'withhold') return [];
    if (line.says === 'returned') this.#contradict(batchNo, line, now);
    return [{ batchNo, line: fault ? { ...line, amountFen: line.amountFen + fault.byFen } : line }];
  }

  #keep(batchNo: string, line: ReportLine, at: number): void {
    this.#kept.add(keyOf(batchNo, line));
    this.#later.push({ batchNo, line, at });
  }

  #contradict(batchNo: string, { reference, amountFen }: ReportLine, now: number): void {
    const about = { files: this.#namesOf(batchNo), reference };
    const fault = this.#faults.next(['contradict'], about);
    if (!fault) return;
    const at = now + fault.delayMs;
    const line = { reference, amountFen, says: 'credited', bookedAt: new Date(at).toISOString() } as const;
    this.#later.push({ batchNo, line, at });
  }

  #takeLate(now: number): Said[] {
    const late = this.#later.filter(({ at }) => at <= now);
    this.#later = this.#later.filter(({ at }) => at > now);
    for (const { batchNo, line } of late) this.#kept.delete(keyOf(batchNo, line));
    return late;
  }

  #laidOut(batchNo: string, lines: readonly ReportLine[], now: number): Told[] {
    const about = { files: this.#namesOf(batchNo) };
    const foreign = this.#faults.next(['foreign'], about);
    const strangers = Array.from({ length: foreign?.rows ?? 0 }, (_, row) => stranger(batchNo, row, now));
    const report = { kind: 'results', batchNo, lines: [...lines, ...strangers] } as const;
    return this.#faults.next(['twice'], about) ? [report, report] : [report];
  }
}

function grouped(said: readonly Said[]): Map<string, ReportLine[]> {
  const groups = new Map<string, ReportLine[]>(said.map(({ batchNo }) => [batchNo, []]));
  for (const { batchNo, line } of said) groups.get(batchNo)!.push(line);
  return groups;
}

/** A credit of somebody else's. */
const stranger = (batchNo: string, row: number, now: number): ReportLine => ({
  reference: `STRANGER-${batchNo}-${now}-${row + 1}`,
  amountFen: 100_000 + row,
  says: 'credited',
  bookedAt: new Date(now).toISOString(),
});

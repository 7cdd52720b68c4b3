import { condition } from '@temporalio/workflow';
import type { RecordedWay, Strand } from '../domain/schemas/application.js';
import type { Transition } from '../domain/schemas/transition.js';
import { comesFromOutside, otherwise, Recollection } from './recollection.js';
import { record, redate, transitions } from './world.js';

/** What a recorder writes for, and how the case hears again what is recorded of it. */
interface Writer {
  readonly caseNo: string;
  readonly strand: Strand;
  /** Number of its first step, where the strand was written to before. */
  readonly firstSeq?: number;
  readonly recorded?: RecordedWay;
}

export type Step = Transition extends infer T ? (T extends Transition ? Omit<T, 'seq' | 'at'> : never) : never;

/**
 * Numbers the steps of a case and writes them down.
 *
 * 1. A step is numbered when it happens and written when the case comes to rest, together with all that followed
 *    from it: records never show a case between two stages.
 * 2. Only the workflow's main line writes, one activity at a time; handlers note and wait.
 * 3. Deadlines are dated by the recorder as it writes, from a calendar that is data, and dated anew when that changes.
 * 4. Of a case that is begun anew nothing is written that stands in the records.
 */
export class Recorder {
  readonly #caseNo: string;
  readonly #strand: Strand;
  readonly #past: Recollection;
  readonly #hear: (step: Transition) => void;
  #noted: number;
  #settled: number;
  #waiting: Transition[] = [];
  #dueAt: number | undefined;
  #calendarMoved: boolean;

  /** `hear`: lets the case hear again what came to it from outside. */
  constructor({ caseNo, strand, firstSeq = 1, recorded }: Writer, hear: (step: Transition) => void) {
    this.#caseNo = caseNo;
    this.#strand = strand;
    this.#past = new Recollection(recorded);
    this.#hear = hear;
    this.#noted = firstSeq - 1;
    this.#settled = firstSeq - 1;
    // Whoever is begun anew may have missed that.
    this.#calendarMoved = recorded !== undefined;
  }

  /** When the deadline of the present stage ends, epoch ms; undefined where it has none. */
  get dueAt(): number | undefined {
    return this.#dueAt;
  }

  /** Whether the case still goes its recorded way again: what is new waits until then. */
  get isRecalling(): boolean {
    return !this.#past.isOver;
  }

  async caughtUp(): Promise<void> {
    await condition(() => this.#past.isOver);
  }

  /** The next step, if it is recorded already and one of these: what the world answered then is not asked again. */
  readonly recalled: Recollection['expect'] = (...kinds) => {
    this.#hearPast();
    return this.#past.expect(...kinds);
  };

  readonly ahead: Recollection['ahead'] = (kind) => this.#past.ahead(kind);

  /** The moment of what happens, epoch ms. */
  now(): number {
    return (this.isRecalling ? this.#past.at : undefined) ?? Date.now();
  }

  note(step: Step): number {
    if (!comesFromOutside(step.kind)) this.#hearPast();
    const seq = ++this.#noted;
    const known = this.#past.confirm(seq, step);
    const transition = known ?? { seq, at: Date.now(), ...step };
    transitions.noted(transition);
    if (step.kind === 'entered') this.#dueAt = known && this.#past.dueAt(seq);
    if (known) this.#settled = seq;
    else this.#waiting.push(transition);
    return seq;
  }

  /** Writes what happened, then waits for `done`; false when the deadline of the stage passes first. */
  async rest(done: () => boolean, lapses = true): Promise<boolean> {
    const known = this.#restAgain(done, lapses);
    if (known !== undefined) return known;
    for (;;) {
      await this.#writeOnce();
      // What came meanwhile is written with what follows from it.
      if (done()) return true;
      if (this.#waiting.length > 0) continue;
      this.#settled = this.#noted;
      const inTime = await this.#stirred(done, lapses ? this.#dueAt : undefined);
      if (done()) return true;
      if (!inTime) return false;
      await this.#redate();
    }
  }

  async write(): Promise<void> {
    while (this.#waiting.length > 0) await this.#writeOnce();
  }

  /** Writes what is left: the case rests for good. */
  async end(): Promise<void> {
    await this.write();
    this.#settled = this.#noted;
  }

  /** Until a step is written, and all that followed from it. */
  async untilSettled(seq: number): Promise<void> {
    await condition(() => this.#settled >= seq);
  }

  calendarMoved(): void {
    this.#calendarMoved = true;
  }

  /** How a rest ended that is recorded; undefined where the records end in it. */
  #restAgain(done: () => boolean, lapses: boolean): boolean | undefined {
    this.#hearPast();
    const { next } = this.#past;
    if (!next) return undefined;
    if (!done()) this.#hear(next);
    if (done()) return true;
    if (lapses && next.kind === 'deadlinePassed') return false;
    throw otherwise(next);
  }

  /** Lets the case hear what came from outside before its own next step. */
  #hearPast(): void {
    for (let { next } = this.#past; next && comesFromOutside(next.kind); next = this.#past.next) {
      if (next.kind === 'deadlineMoved') this.#dueAt = next.dueAt;
      if (next.kind === 'deadlineMoved') this.note(next);
      else this.#hear(next);
      if (this.#past.next === next) throw otherwise(next);
    }
  }

  async #writeOnce(): Promise<void> {
    const transitions = this.#waiting.splice(0);
    if (transitions.length === 0) return;
    const answer = await record({ caseNo: this.#caseNo, strand: this.#strand, transitions });
    if (answer?.dueAt !== undefined) this.#dueAt = answer.dueAt;
  }

  async #stirred(done: () => boolean, dueAt: number | undefined): Promise<boolean> {
    const stirred = () => done() || this.#waiting.length > 0 || this.#calendarMoved;
    if (dueAt === undefined) {
      await condition(stirred);
      return true;
    }
    return await condition(stirred, Math.max(1, dueAt - Date.now()));
  }

  /** A closing time may move later, never earlier. */
  async #redate(): Promise<void> {
    if (!this.#calendarMoved) return;
    this.#calendarMoved = false;
    if (this.#dueAt === undefined) return;
    const { dueAt } = await redate(this.#caseNo, this.#strand);
    if (dueAt !== undefined && dueAt > this.#dueAt) {
      this.#dueAt = dueAt;
      this.note({ kind: 'deadlineMoved', dueAt });
    }
  }
}

import { condition } from '@temporalio/workflow';
import type { Strand } from '../domain/schemas/application.js';
import type { Transition } from '../domain/schemas/transition.js';
import { record, redate, transitions } from './world.js';

export type Step = Transition extends infer T ? (T extends Transition ? Omit<T, 'seq' | 'at'> : never) : never;

/**
 * Numbers the steps of a case and writes them down.
 *
 * 1. A step is numbered when it happens and written when the case comes to rest, together with all that followed
 *    from it: records never show a case between two stages.
 * 2. Only the workflow's main line writes, one activity at a time; handlers note and wait.
 * 3. Deadlines are dated by the recorder as it writes, from a calendar that is data, and dated anew when that changes.
 */
export class Recorder {
  readonly #caseNo: string;
  readonly #strand: Strand;
  #noted = 0;
  #settled = 0;
  #waiting: Transition[] = [];
  #dueAt: number | undefined;
  #calendarMoved = false;

  /** `firstSeq`: number of its first step, where the strand was written to before. */
  constructor(caseNo: string, strand: Strand, firstSeq = 1) {
    this.#caseNo = caseNo;
    this.#strand = strand;
    this.#noted = firstSeq - 1;
    this.#settled = firstSeq - 1;
  }

  /** When the deadline of the present stage ends, epoch ms; undefined where it has none. */
  get dueAt(): number | undefined {
    return this.#dueAt;
  }

  note(step: Step): number {
    const transition = { seq: ++this.#noted, at: Date.now(), ...step };
    transitions.noted(transition);
    if (step.kind === 'entered') this.#dueAt = undefined;
    this.#waiting.push(transition);
    return transition.seq;
  }

  /** Writes what happened, then waits for `done`; false when the deadline of the stage passes first. */
  async rest(done: () => boolean, lapses = true): Promise<boolean> {
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

  async #writeOnce(): Promise<void> {
    const transitions = this.#waiting.splice(0);
    if (transitions.length === 0) return;
    const { dueAt } = await record({ caseNo: this.#caseNo, strand: this.#strand, transitions });
    if (dueAt !== undefined) this.#dueAt = dueAt;
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

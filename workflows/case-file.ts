import { allHandlersFinished, ApplicationFailure, condition, setHandler } from '@temporalio/workflow';
import type { ErrorCode } from '../domain/errors.js';
import { incompleteness } from '../domain/rules/act-completeness.js';
import type { LifeEventEffect } from '../domain/rules/life-events.js';
import { decisionsOf, mayAct, type PastDecision } from '../domain/rules/separation-of-duty.js';
import { choosesPayee, mayChoosePayee } from '../domain/rules/payee-choice.js';
import { endsFromBeside, type Stage, stageRule } from '../domain/rules/stages.js';
import type { Term } from '../domain/rules/terms.js';
import type { Act } from '../domain/schemas/act.js';
import type { RecordedWay, Strand } from '../domain/schemas/application.js';
import type { Outcome } from '../domain/schemas/outcome.js';
import type { Transition } from '../domain/schemas/transition.js';
import { HouseholdChanges } from './household-changes.js';
import * as messages from './messages.js';
import { Recorder, type Step } from './recorder.js';

/** Whose case it is: what the rules about who may act need to know. */
export interface Dossier {
  readonly caseNo: string;
  readonly strand: Strand;
  readonly householdId: string;
  readonly helperId?: string;
  readonly areaCode: string;
  /** Fen above which a payment needs a third signature. */
  readonly thirdSignatureAboveFen?: number;
  readonly firstSeq?: number;
  /** What is known of the case from before. */
  readonly decisions?: readonly PastDecision[];
  readonly recused?: readonly string[];
  readonly recorded?: RecordedWay;
}

/** A check of its own that a stage makes before an act is accepted. */
type Guard = (act: Act) => ErrorCode | undefined;

/** What the programme itself decides; it stands in no record as an act, since nobody acted. */
const ENDED_BY_RULE = {
  ...{ stage: 'householdChange', verdict: 'close', reasonCode: 'HOUSEHOLD_CHANGED' },
  by: { id: '', role: 'countyChecker' },
} as const satisfies Act;

const reject = (code: ErrorCode) => ApplicationFailure.nonRetryable(code, code);

/**
 * A running case: where it is, whom it awaits, who decided in it.
 *
 * 1. Every handler is live before the workflow first waits.
 * 2. A handler notes what came and waits until it is written; only the main line writes and decides.
 * 3. An act is answered when it is written with all that follows from it, so whoever acted sees the new state.
 * 4. A case that is begun anew goes its recorded way again first; what is new waits until then.
 */
export class CaseFile<D extends Dossier = Dossier> {
  readonly dossier: D;
  readonly changes = new HouseholdChanges();
  recused: readonly string[];
  readonly #recorder: Recorder;
  #decisions: readonly PastDecision[];
  #stage: Stage = 'submitted';
  #subject: string | undefined;
  #awaiting = false;
  #guard: Guard | undefined;
  #act: Act | undefined;

  constructor(dossier: D) {
    this.dossier = dossier;
    this.recused = dossier.recorded?.recused ?? dossier.recused ?? [];
    this.#decisions = dossier.decisions ?? [];
    this.#recorder = new Recorder(dossier, (step) => this.hearAgain(step));
    setHandler(messages.act, (act) => (this.#recorder.isRecalling ? this.#takeLater(act) : this.#takeNow(act)), {
      validator: (act) => (this.#recorder.isRecalling ? undefined : this.#validate(act)),
    });
    setHandler(messages.calendarChanged, () => this.#recorder.calendarMoved());
    setHandler(messages.householdChanged, (changeId, effect) => this.inTurn(() => this.changed(changeId, effect)));
  }

  /** What is told to a case that still goes its recorded way again waits until it has caught up. */
  protected inTurn(hear: () => void): void | Promise<void> {
    return this.#recorder.isRecalling ? this.#recorder.caughtUp().then(hear) : hear();
  }

  /** What had come to the case from outside comes to it again. */
  protected hearAgain(step: Transition): void {
    if (step.kind === 'acted') this.#take(step.act);
    if (step.kind === 'changeReported') this.changed(step.changeId, step.effect);
  }

  /** Whether what an act beside the main line is about is open. */
  protected isOpenBeside(act: Act): boolean {
    return choosesPayee(act) ? mayChoosePayee(this.dossier, act) : this.changes.isOpen(act.subject);
  }

  protected settleBeside(act: Act): void {
    if (!choosesPayee(act)) this.changes.settle(act.subject!);
  }

  /** What has to be looked at before money is granted or leaves. */
  get obstacleToPaying(): ErrorCode | undefined {
    return this.changes.allSettled ? undefined : 'CHANGE_OPEN';
  }

  /** Goes to a stage and waits there for whoever it awaits. */
  async actAt(stage: Stage, options: { subject?: string; guard?: Guard } = {}): Promise<Act> {
    this.#awaitAt(stage, options);
    await this.#acted();
    return this.#act!;
  }

  /** The same within a term that changes the case when it passes: then undefined. */
  async actWithin(stage: Stage, term: Term, options: { from?: number; guard?: Guard } = {}): Promise<Act | undefined> {
    this.#awaitAt(stage, { ...options, term });
    if (await this.#acted()) return this.#act!;
    this.#awaiting = false;
    this.note({ kind: 'deadlinePassed', stage });
    return undefined;
  }

  /** Waits at a stage for an act or for `stirred`, whichever comes first; the end of its term, if any, lapses nothing. */
  async actOr(
    stage: Stage,
    stirred: () => boolean,
    options: { term?: Term; guard?: Guard } = {},
  ): Promise<Act | undefined> {
    this.#awaitAt(stage, options);
    await this.#recorder.rest(() => this.#act !== undefined || stirred(), false);
    this.#awaiting = false;
    return this.#act;
  }

  /** Enters what was decided once for many cases, this one among them. */
  async decidedElsewhere(act: Act): Promise<Act> {
    this.#act = undefined;
    if (this.ahead('acted')) await this.#recorder.rest(() => this.#act !== undefined, false);
    else this.#take(act);
    return this.#act!;
  }

  /** Stays at a stage until `done`, or until an act ends it (withdrawal); false when its term passes first. */
  async waitAt(stage: Stage, term: Term, done: () => boolean, from?: number): Promise<Act | boolean> {
    this.#awaitAt(stage, { term, ...(from !== undefined && { from }) });
    const inTime = await this.#recorder.rest(() => this.#act !== undefined || done());
    this.#awaiting = false;
    if (!inTime) this.note({ kind: 'deadlinePassed', stage });
    return this.#act ?? inTime;
  }

  /** Goes on recording what comes in while the world works on something. */
  async during<T>(work: Promise<T>): Promise<T> {
    let settled = false;
    const settle = () => void (settled = true);
    void work.then(settle, settle);
    await this.#recorder.rest(() => settled, false);
    return await work;
  }

  /** Stays at a stage that awaits nobody until `done`. */
  async until(done: () => boolean): Promise<void> {
    await this.#recorder.rest(done, false);
  }

  enter(stage: Stage, details: { subject?: string; term?: Term; from?: number } = {}): void {
    this.#stage = stage;
    this.#subject = details.subject;
    this.note({ kind: 'entered', stage, ...details });
  }

  note(step: Step): number {
    return this.#recorder.note(step);
  }

  /** The next step, if it is recorded already and one of these: what the world answered then is not asked again. */
  get recalled() {
    return this.#recorder.recalled;
  }

  /** The first recorded step of a kind that this case, begun anew, has still to go again. */
  get ahead() {
    return this.#recorder.ahead;
  }

  /** The moment of what happens, epoch ms. */
  now(): number {
    return this.#recorder.now();
  }

  /** Writes what happened so far, before something leaves the house. */
  async recorded(): Promise<void> {
    await this.#recorder.write();
  }

  /** A case that has ended is told and asked nothing more; its end may still be being written. */
  get hasEnded(): boolean {
    return this.#stage === 'closed';
  }

  /** When the present stage's deadline ends, epoch ms. */
  get dueAt(): number | undefined {
    return this.#recorder.dueAt;
  }

  /** Whoever decided at `stage` does not decide there again. */
  overturn(stage: Stage): void {
    this.#decisions = this.#decisions.map((d) => (d.stage === stage ? { ...d, overturned: true } : d));
  }

  async close(outcome: Outcome): Promise<Outcome> {
    this.#stage = 'closed';
    this.note({ kind: 'closed', outcome });
    await this.#recorder.end();
    await condition(allHandlersFinished);
    return outcome;
  }

  #awaitAt(stage: Stage, { guard, ...details }: { subject?: string; term?: Term; from?: number; guard?: Guard }): void {
    this.#act = undefined;
    this.#guard = guard;
    this.enter(stage, details);
    this.#awaiting = true;
    this.#endForChange();
  }

  async #acted(): Promise<boolean> {
    return await this.#recorder.rest(() => this.#act !== undefined);
  }

  #validate(act: Act): void {
    const { beside } = stageRule(act.stage);
    const code = incompleteness(act) ?? (beside ? this.#mayActBeside(act) : this.#mayActNow(act));
    if (code) throw reject(code);
  }

  #mayActNow(act: Act): ErrorCode | undefined {
    return mayAct(this.#view(this.#stage, this.#awaiting, this.#subject), act) ?? this.#guard?.(act);
  }

  #mayActBeside(act: Act): ErrorCode | undefined {
    const open = !this.hasEnded && this.isOpenBeside(act);
    if (open && endsFromBeside(act.verdict) && !this.#awaiting) return 'STAGE_MOVED';
    return mayAct(this.#view(act.stage, open, act.subject), act);
  }

  #view(stage: Stage, awaiting: boolean, subject: string | undefined) {
    const { householdId, helperId, areaCode } = this.dossier;
    return {
      ...{ stage, awaiting, householdId, areaCode, recused: this.recused, decisions: this.#decisions },
      ...(subject !== undefined && { subject }),
      ...(helperId !== undefined && { helperId }),
    };
  }

  /**
   * A change in the household: a task until somebody has looked at it, unless the programme says that it goes on, or that
   * it ends. Then it does so where somebody is awaited: what is under way with the world, a transfer, comes to its end
   * first.
   */
  changed(changeId: string, effect?: LifeEventEffect): void {
    if (this.hasEnded || !this.changes.report(changeId, effect)) return;
    this.note({ kind: 'changeReported', changeId, ...(effect && { effect }) });
    this.#endForChange();
  }

  #endForChange(): void {
    const subject = this.#awaiting ? this.changes.takeEnding() : undefined;
    if (subject === undefined) return;
    this.#act = { ...ENDED_BY_RULE, subject };
    this.#awaiting = false;
  }

  #takeNow(act: Act): Promise<void> {
    return this.#recorder.untilSettled(this.#take(act));
  }

  async #takeLater(act: Act): Promise<void> {
    await this.#recorder.caughtUp();
    this.#validate(act);
    await this.#takeNow(act);
  }

  #take(act: Act): number {
    const { beside } = stageRule(act.stage);
    if (beside) this.settleBeside(act);
    if (!beside || endsFromBeside(act.verdict)) {
      this.#act = act;
      this.#awaiting = false;
    }
    if (stageRule(act.stage).decides) this.#decisions = [...this.#decisions, ...decisionsOf(act)];
    return this.note({ kind: 'acted', act });
  }
}

import { randomBytes } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import type { Stage, Verdict } from '../../../domain/rules/stages.js';
import type { Act } from '../../../domain/schemas/act.js';
import type { Outcome } from '../../../domain/schemas/outcome.js';
import type { Transition } from '../../../domain/schemas/transition.js';
import * as messages from '../../../workflows/messages.js';
import { actOf, UNEVENTFUL } from './acts.js';
import { until } from './until.js';
import type { BankWord, World } from './world.js';

type Step<K extends Transition['kind']> = Extract<Transition, { kind: K }>;

/** A case that runs, as those see it who act in it: by what is recorded of it. */
export class RunningCase {
  readonly caseNo: string;
  readonly handle: WorkflowHandle;
  readonly world: World;
  readonly #sleepUntil: (epochMs: number) => Promise<void>;

  constructor(caseNo: string, handle: WorkflowHandle, world: World, sleepUntil: (epochMs: number) => Promise<void>) {
    this.caseNo = caseNo;
    this.handle = handle;
    this.world = world;
    this.#sleepUntil = sleepUntil;
  }

  /** The stage that is on record. */
  get stage(): Stage | undefined {
    return this.all('closed').length > 0 ? 'closed' : this.all('entered').at(-1)?.stage;
  }

  /** All recorded steps of a kind. */
  all<K extends Transition['kind']>(kind: K): Step<K>[] {
    return this.world.steps.filter((step): step is Step<K> => step.kind === kind);
  }

  /** Goes the uneventful way to a stage. */
  async comeTo(stage: Stage): Promise<void> {
    await this.until(() => this.stage !== undefined);
    while (this.stage !== stage) await this.goOn();
  }

  /** Does what is awaited next in an uneventful case. */
  async goOn(): Promise<void> {
    const { stage } = this;
    if (stage === 'publicNotice') await this.sleepUntilDue();
    if (stage === 'reviewAwaited' || stage === 'followUpAwaited') {
      await this.sleepUntilDue();
      return await this.untilStage(stage === 'reviewAwaited' ? 'reviewReport' : 'followUpVisit');
    }
    if (stage === 'bankTransfer') {
      await this.isTold(this.world.bank.shift() ?? { result: 'credited' });
      return await this.until(() => this.stage !== 'bankTransfer');
    }
    const verdict = stage && UNEVENTFUL[stage];
    if (!verdict) throw new Error(`Nothing is awaited at ${stage}.`);
    await this.act(stage, verdict);
  }

  /** The batch tells what became of an order; without another reference, of the last one. */
  async isTold(word: BankWord, reference = this.all('paymentOrdered').at(-1)!.reference): Promise<void> {
    await this.handle.signal(messages.paymentSettled, { reference, ...word });
  }

  /** Acts completely, as whoever is awaited there; answered when it is recorded. */
  async act(stage: Stage, verdict: Verdict, more: Partial<Act> = {}): Promise<void> {
    await this.send(this.complete(stage, verdict, more));
  }

  /** The code an act is refused with, or 'accepted'. */
  async answerTo(act: Act): Promise<string> {
    try {
      await this.send(act);
      return 'accepted';
    } catch (error) {
      const { cause } = error as { cause?: { type?: string } };
      if (cause?.type === undefined) throw error;
      return cause.type;
    }
  }

  /** A complete act at a stage, about what the stage is about now. */
  complete(stage: Stage, verdict: Verdict, more: Partial<Act> = {}): Act {
    const entered = this.all('entered').at(-1);
    const subject = entered?.stage === stage ? entered.subject : undefined;
    return actOf(stage, verdict, { ...(subject !== undefined && { subject }), ...more });
  }

  async send(act: Act): Promise<void> {
    await this.handle.executeUpdate(messages.act, { args: [act], updateId: randomBytes(16).toString('hex') });
  }

  /** A member of the public objects: a row first, then the case is told. */
  async object(objectionId: string): Promise<void> {
    await this.world.receiveObjection(objectionId);
    await this.handle.signal(messages.objectionReceived, objectionId);
  }

  async sleepUntilDue(): Promise<void> {
    await this.#sleepUntil(this.world.dueAt!);
  }

  async untilStage(stage: Stage): Promise<void> {
    await this.until(() => this.stage === stage);
  }

  /** Waits until the records show it. */
  async until(shown: () => boolean): Promise<void> {
    await until(shown, () => `the case stands at ${this.stage}; ${this.world.incidents.join(', ')}`);
  }

  /** How it ended; time passes by itself until then. */
  async outcome(): Promise<Outcome> {
    const outcome = (await this.handle.result()) as Outcome;
    if (this.world.incidents.length > 0) throw new Error(this.world.incidents.join(', '));
    return outcome;
  }
}

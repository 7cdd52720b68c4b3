import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { record } from '../../../activities/record/record.js';
import { reserve } from '../../../activities/reserve.js';
import type { World } from '../../../activities/world.js';
import type { ErrorCode } from '../../../domain/errors.js';
import type { Act } from '../../../domain/schemas/act.js';
import type { Strand } from '../../../domain/schemas/application.js';
import type { Transition } from '../../../domain/schemas/transition.js';
import { RunningCases } from '../../../platform/running-cases.js';
import { moveCommitment } from '../../../prisma/commitments.js';
import { submit } from './submission.js';

export const ORDER_FEN = 70_000;
type Step = Transition extends infer T ? (T extends Transition ? Omit<T, 'seq' | 'at'> : never) : never;

/**
 * Cases that wait for their payment order, by the recorder alone: what the engine would do with an act is done by
 * `act`, written as a case writes it.
 */
export class PayingCases extends RunningCases {
  readonly #world: World;
  /** Update IDs, in the order in which they came. */
  readonly carried: string[] = [];
  /** What a case answers instead: a refusal's code, or the fault of an engine that is away. */
  readonly answers = new Map<string, ErrorCode | Error>();

  constructor(world: World) {
    super(undefined as never);
    this.#world = world;
  }

  /** A case at paymentPreparation with its money committed. */
  async open(householdId: string, programmeCode = 'home-processing'): Promise<string> {
    const world = this.#world;
    const caseNo = await submit(world.db, { programmeCode, householdId });
    await world.db.case.update({ where: { caseNo }, data: { startedAt: new Date() } });
    await reserve(world, caseNo, ORDER_FEN);
    await world.db.$transaction((tx) => moveCommitment(tx, caseNo, 'committed', { key: `${caseNo}/opened` }));
    await this.write(caseNo, [{ kind: 'entered', stage: 'paymentPreparation' }]);
    return caseNo;
  }

  override async act(caseNo: string, _strand: Strand, act: Act, updateId: string): Promise<void> {
    const answer = this.answers.get(caseNo);
    if (answer instanceof Error) throw answer;
    if (answer) throw new WorkflowUpdateFailedError('refused', ApplicationFailure.nonRetryable(answer, answer));
    this.carried.push(updateId);
    await this.write(caseNo, [{ kind: 'acted', act }, ...(await this.#follows(caseNo, act))]);
  }

  override isKnown(): Promise<boolean> {
    return Promise.resolve(true);
  }

  async write(caseNo: string, steps: readonly Step[]): Promise<void> {
    const first = 1 + (await this.#world.db.caseEvent.count({ where: { caseNo, strand: 'case' } }));
    const at = Date.now();
    const numbered = steps.map((step, index) => ({ seq: first + index, at, ...step }) as Transition);
    await record(this.#world, caseNo, 'case', numbered);
  }

  async #follows(caseNo: string, { stage, verdict, subject }: Act): Promise<Step[]> {
    if (stage === 'paymentPreparation') {
      const reference = `${caseNo}-P${1 + (await this.#world.db.payment.count({ where: { caseNo } }))}`;
      return [
        { kind: 'paymentOrdered', reference, amountFen: ORDER_FEN },
        { kind: 'entered', stage: 'paymentReview', subject: reference },
      ];
    }
    if (verdict === 'pass') return [{ kind: 'entered', stage: 'bankTransfer', subject: subject! }];
    return [
      { kind: 'paymentCancelled', reference: subject! },
      { kind: 'entered', stage: 'paymentPreparation' },
    ];
  }
}

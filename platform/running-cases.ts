import {
  type Client,
  WorkflowExecutionAlreadyStartedError,
  type WorkflowHandle,
  type WorkflowIdReusePolicy,
  WorkflowNotFoundError,
} from '@temporalio/client';
import { BUNDLED_PROJECT, CASE_WORKFLOWS, RUN_WORKFLOW, SHARE_WORKFLOW } from '../domain/rules/case-workflows.js';
import type { LifeEventEffect } from '../domain/rules/life-events.js';
import type { Act } from '../domain/schemas/act.js';
import type {
  Application,
  FollowUpCommission,
  ReturnCommission,
  ReviewCommission,
  Strand,
} from '../domain/schemas/application.js';
import type { BundleCommission } from '../domain/schemas/bundle-commission.js';
import * as messages from '../workflows/messages.js';
import { TASK_QUEUE } from './temporal.js';

/** How long a case is waited for that an act is carried into: one that can't go on holds up no others. */
const ACT_MS = 60_000;

const SUFFIXES = { case: '', review: '-R', return: '-T', followUp: '-F' } as const satisfies Record<Strand, string>;

/** ID of the workflow of a case, its review or its return: the case number, nothing of the person. */
export const workflowIdOf = (caseNo: string, strand: Strand): string => caseNo + SUFFIXES[strand];

/** ID of the workflow of a bundle: handed in again after it was returned, it is another one. */
export const bundleIdOf = ({ bundleNo, submission }: Pick<BundleCommission, 'bundleNo' | 'submission'>): string =>
  `${bundleNo}-${submission}`;

/** The number of the bundle whose workflow has this ID; undefined of another one. */
export const bundleNoIn = (workflowId: string): string | undefined =>
  /^(\d{6}-\d{4}-K\d{6,})-\d+$/.exec(workflowId)?.[1];

/** The workflows that carry what is not the main line of a case. */
const BESIDE = {
  review: 'performanceReview',
  return: 'returnedPayment',
  followUp: 'followUp',
} as const satisfies Record<Exclude<Strand, 'case'>, string>;

/** Every workflow there is of cases, batches and bundles. */
export const WORKFLOW_TYPES: readonly string[] = [
  ...CASE_WORKFLOWS,
  ...[BUNDLED_PROJECT, RUN_WORKFLOW, SHARE_WORKFLOW],
  ...Object.values(BESIDE),
  ...['paymentBatch', 'bundle', 'dividend'],
];

/** The workflow that carries a strand of a case, by what it begins with. */
export const workflowTypeOf = ({ strand, workflow = 'directProject' }: Begun): string =>
  strand === 'case' ? workflow : BESIDE[strand];

interface Begun {
  readonly strand: Strand;
  readonly workflow?: Application['workflow'];
}

/** The running cases, as the API and the worker's sweeps speak to them. What they are told is a row already. */
export class RunningCases {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  /** Starts a case, a review or a follow-up; started already is as good. */
  async start(input: Application | ReviewCommission | FollowUpCommission): Promise<void> {
    const { caseNo, strand } = input;
    await this.#start(workflowTypeOf(input), workflowIdOf(caseNo, strand), input, 'REJECT_DUPLICATE');
  }

  /** Opens a case again whose money came back; more than once, if need be. False while it is open from before. */
  async startReturn(input: ReturnCommission): Promise<boolean> {
    return await this.#start(BESIDE.return, workflowIdOf(input.caseNo, 'return'), input, 'ALLOW_DUPLICATE');
  }

  /** Runs a payment batch; running or run already is as good. */
  async startBatch(batchNo: string): Promise<void> {
    await this.#start('paymentBatch', batchNo, { batchNo }, 'REJECT_DUPLICATE');
  }

  /** Runs a bundle from where its rows are; running already is as good. */
  async startBundle(commission: BundleCommission): Promise<void> {
    await this.#start('bundle', bundleIdOf(commission), commission, 'ALLOW_DUPLICATE');
  }

  /** Runs a dividend; running or run already is as good. */
  async startDividend(dividendNo: string): Promise<void> {
    await this.#start('dividend', dividendNo, { dividendNo }, 'REJECT_DUPLICATE');
  }

  /**
   * Carries an act into a case; answers when it is recorded. The same `updateId` again finds the first one.
   *
   * @throws WorkflowUpdateFailedError whose cause has an ErrorCode as its type, when the case refuses the act
   * @throws WorkflowUpdateRPCTimeoutOrCancelledError when it is not recorded in time: it may be yet
   */
  async act(caseNo: string, strand: Strand, act: Act, updateId: string): Promise<void> {
    await this.#client.withDeadline(Date.now() + ACT_MS, () =>
      this.#handle(caseNo, strand).executeUpdate(messages.act, { args: [act], updateId }),
    );
  }

  /** Whether the engine knows a case: it answers, though the case may not. */
  async isKnown(caseNo: string, strand: Strand): Promise<boolean> {
    return await this.#handle(caseNo, strand)
      .describe()
      .then(
        () => true,
        () => false,
      );
  }

  async tellObjection(caseNo: string, objectionId: string): Promise<void> {
    await this.#tell(caseNo, 'case', (handle) => handle.signal(messages.objectionReceived, objectionId));
  }

  async tellPublication(caseNo: string, publicationNo: string): Promise<void> {
    await this.#tell(caseNo, 'case', (handle) => handle.signal(messages.publicationOpened, publicationNo));
  }

  async tellPapers(caseNo: string, kinds: readonly string[]): Promise<void> {
    await this.#tell(caseNo, 'case', (handle) => handle.signal(messages.papersReceived, kinds));
  }

  /** `effect`: what the programme says it does; without one an official looks at it. */
  async tellHouseholdChange(caseNo: string, strand: Strand, changeId: string, effect?: LifeEventEffect): Promise<void> {
    await this.#tell(caseNo, strand, (handle) =>
      handle.signal(messages.householdChanged, changeId, ...(effect ? [effect] : [])),
    );
  }

  async tellPayment(caseNo: string, strand: Strand, result: messages.PaymentResult): Promise<void> {
    await this.#tell(caseNo, strand, (handle) => handle.signal(messages.paymentSettled, result));
  }

  async tellCalendarChange(caseNo: string, strand: Strand): Promise<void> {
    await this.#tell(caseNo, strand, (handle) => handle.signal(messages.calendarChanged));
  }

  /** Whether it is this that started it. */
  async #start(workflow: string, workflowId: string, input: object, workflowIdReusePolicy: WorkflowIdReusePolicy) {
    try {
      await this.#client.workflow.start(workflow, {
        ...{ taskQueue: TASK_QUEUE, workflowId, args: [input], workflowIdReusePolicy },
      });
      return true;
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      return false;
    }
  }

  #handle(caseNo: string, strand: Strand) {
    return this.#client.workflow.getHandle(workflowIdOf(caseNo, strand));
  }

  /** A case that has ended has nothing more to be told; one that is still to be started is told later. */
  async #tell(caseNo: string, strand: Strand, signal: (handle: WorkflowHandle) => Promise<void>): Promise<void> {
    const handle = this.#handle(caseNo, strand);
    try {
      await signal(handle);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      // Answers where the workflow has ended, and throws where there is none yet.
      await handle.describe();
    }
  }
}

import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, type InjectedSinks, Runtime, Worker, type WorkerOptions } from '@temporalio/worker';
import type { Activities } from '../../../activities/contract.js';
import type {
  Application,
  FollowUpCommission,
  ReturnCommission,
  ReviewCommission,
} from '../../../domain/schemas/application.js';
import type { BundleCommission } from '../../../domain/schemas/bundle-commission.js';
import type { Transition } from '../../../domain/schemas/transition.js';
import { CountyCodec } from '../../../platform/codec.js';
import { DEPLOYMENT, IDENTITY } from '../../../platform/engine-names.js';
import { Keyring } from '../../../platform/keyring.js';
import { workflowTypeOf } from '../../../platform/running-cases.js';
import { dataConverter, TASK_QUEUE } from '../../../platform/temporal.js';
import type { TransitionSinks } from '../../../workflows/world.js';
import { createDevServer, createTimeSkipping, workflowBundle } from '../../support/servers.js';
import { BatchWorld } from './batch-world.js';
import { BundleWorld } from './bundle-world.js';
import { RunningBundle } from './running-bundle.js';
import { RunningBatch } from './running-batch.js';
import { RunningCase } from './running-case.js';
import { World } from './world.js';

/** Opens the histories of tests, the recorded ones too; it protects nothing. */
export const codec = new CountyCodec(Keyring.from(Buffer.alloc(32, 7).toString('base64')));

Runtime.install({ logger: new DefaultLogger('ERROR') });

type Tuning = Pick<WorkerOptions, 'maxCachedWorkflows' | 'workflowBundle'>;

/** Where cases run in a test file: a Temporal whose clock skips, a worker, and a world for each case. */
export class Hall {
  readonly env: TestWorkflowEnvironment;
  readonly #worlds = new Map<string, World>();
  readonly #batches = new Map<string, BatchWorld>();
  readonly #bundles = new Map<string, BundleWorld>();
  #worker: { readonly worker: Worker; readonly running: Promise<void> } | undefined;

  private constructor(env: TestWorkflowEnvironment) {
    this.env = env;
  }

  static async open(tuning: Tuning = {}): Promise<Hall> {
    return await Hall.#opened(new Hall(await createTimeSkipping(codec)), tuning);
  }

  /** On the server that production has, with the clock of the machine. */
  static async openOnDevServer(...extraArgs: readonly string[]): Promise<Hall> {
    return await Hall.#opened(new Hall(await createDevServer(codec, extraArgs)), {});
  }

  static async #opened(hall: Hall, tuning: Tuning): Promise<Hall> {
    await hall.startWorker(tuning);
    return hall;
  }

  /** Files an application; its case runs. */
  async file(application: Application, prepare: (world: World) => void = () => {}): Promise<RunningCase> {
    return await this.#start(workflowTypeOf(application), application.caseNo, application, prepare);
  }

  async commission(review: ReviewCommission): Promise<RunningCase> {
    return await this.#start('performanceReview', `${review.caseNo}-R`, review, () => {});
  }

  async followUp(commission: FollowUpCommission): Promise<RunningCase> {
    return await this.#start('followUp', `${commission.caseNo}-F`, commission, () => {});
  }

  /** Opens a case again whose money came back. */
  async reopen(returned: ReturnCommission): Promise<RunningCase> {
    return await this.#start('returnedPayment', `${returned.caseNo}-T`, returned, () => {});
  }

  /** Runs a payment batch. */
  async run(batchNo: string, prepare: (world: BatchWorld) => void = () => {}): Promise<RunningBatch> {
    const world = new BatchWorld();
    prepare(world);
    this.#batches.set(batchNo, world);
    const options = { workflowId: batchNo, taskQueue: TASK_QUEUE, args: [{ batchNo }] };
    return new RunningBatch(await this.env.client.workflow.start('paymentBatch', options), world);
  }

  /** A household of a bundle, from its initial check on. */
  async fileBundled(application: Application, prepare: (world: World) => void = () => {}): Promise<RunningCase> {
    return await this.#start('bundledProject', application.caseNo, application, prepare);
  }

  /** Runs a bundle. */
  async bundle(commission: BundleCommission, prepare: (world: BundleWorld) => void = () => {}): Promise<RunningBundle> {
    const { bundleNo, submission } = commission;
    const world = new BundleWorld(bundleNo, commission.state);
    prepare(world);
    this.#bundles.set(bundleNo, world);
    const options = { workflowId: `${bundleNo}-${submission}`, taskQueue: TASK_QUEUE, args: [commission] };
    return new RunningBundle(await this.env.client.workflow.start('bundle', options), world);
  }

  /** Runs a dividend; its world is as small as a batch's. */
  async divide(dividendNo: string, prepare: (world: BatchWorld) => void = () => {}): Promise<RunningBatch> {
    const world = new BatchWorld();
    prepare(world);
    this.#batches.set(dividendNo, world);
    const options = { workflowId: dividendNo, taskQueue: TASK_QUEUE, args: [{ dividendNo }] };
    return new RunningBatch(await this.env.client.workflow.start('dividend', options), world);
  }

  async sleepUntil(epochMs: number): Promise<void> {
    await this.env.sleep(Math.max(0, epochMs - (await this.env.currentTimeMs())) + 1000);
  }

  async sleepDays(days: number): Promise<void> {
    await this.env.sleep(days * 86_400_000);
  }

  async startWorker(tuning: Tuning = {}): Promise<void> {
    const worker = await Worker.create({
      ...{ connection: this.env.nativeConnection, taskQueue: TASK_QUEUE, workflowBundle: workflowBundle() },
      ...{ dataConverter: dataConverter(codec), activities: { ...this.#activities() }, sinks: this.#sinks() },
      ...{ identity: IDENTITY, workerDeploymentOptions: DEPLOYMENT },
      ...{ shutdownGraceTime: 0, stickyQueueScheduleToStartTimeout: '1s', ...tuning },
    });
    this.#worker = { worker, running: worker.run() };
  }

  async stopWorker(): Promise<void> {
    this.#worker?.worker.shutdown();
    await this.#worker?.running;
    this.#worker = undefined;
  }

  async close(): Promise<void> {
    await this.stopWorker();
    await this.env.teardown();
  }

  async #start(type: string, workflowId: string, input: object, prepare: (world: World) => void) {
    const { caseNo } = input as { caseNo: string };
    const world = new World(() => this.env.currentTimeMs());
    prepare(world);
    this.#worlds.set(caseNo, world);
    const handle = await this.env.client.workflow.start(type, { workflowId, taskQueue: TASK_QUEUE, args: [input] });
    return new RunningCase(caseNo, handle, world, (epochMs) => this.sleepUntil(epochMs));
  }

  #activities(): Activities {
    const of = (caseNo: string) => this.#worlds.get(caseNo)!;
    const batch = (batchNo: string) => this.#batches.get(batchNo)!;
    const bundle = (bundleNo: string) => this.#bundles.get(bundleNo)!;
    return {
      record: (writing) => of(writing.caseNo).record(writing),
      redate: (caseNo) => of(caseNo).redate(),
      deskCheck: (caseNo) => of(caseNo).deskCheck(),
      reserve: (caseNo, amountFen) => of(caseNo).reserve(caseNo, amountFen),
      checkEntitlement: (caseNo) => of(caseNo).checkEntitlement(),
      countAnew: (caseNo) => of(caseNo).countAnew(),
      setOff: (payment) => of(payment.caseNo).setOff(payment),
      numberDecision: (caseNo) => of(caseNo).numberDecision(caseNo),
      takePlace: (caseNo) => of(caseNo).takePlace(),
      closeNotice: (caseNo) => of(caseNo).closeNotice(caseNo),
      disburse: () => Promise.reject(new Error('Only cases from before there were batches ask this.')),
      fillBatch: (batchNo) => batch(batchNo).fillBatch(),
      handOver: (batchNo) => batch(batchNo).handOver(),
      listHolders: (no) => batch(no).listHolders(),
      divideIncome: (no) => batch(no).divideIncome(),
      tellResults: (batchNo) => batch(batchNo).tellResults(),
      recordBundleAct: (bundleNo, act) => bundle(bundleNo).recordBundleAct(act),
      openCases: (bundleNo) => bundle(bundleNo).openCases(),
      startWave: (bundleNo, atMost) => bundle(bundleNo).startWave(atMost),
      gatherPublication: (bundleNo) => bundle(bundleNo).gatherPublication(),
      tellOpened: (publicationNo) => bundle(publicationNo.replace(/-N\d+$/, '')).tellOpened(publicationNo),
    };
  }

  #sinks(): InjectedSinks<TransitionSinks> {
    const heard = (workflowId: string, transition: Transition) =>
      void this.#worlds.get(workflowId.replace(/-[RTF]$/, ''))!.noted.push(transition);
    return { transitions: { noted: { fn: ({ workflowId }, transition) => heard(workflowId, transition) } } };
  }
}

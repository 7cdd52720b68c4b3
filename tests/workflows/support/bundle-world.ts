import { ApplicationFailure } from '@temporalio/activity';
import type { Gathered } from '../../../activities/contract.js';
import { BUNDLE_STATES, type BundleState } from '../../../domain/rules/bundle-states.js';
import type { Act } from '../../../domain/schemas/act.js';

/** All that one bundle asks of the world: in memory, as PostgreSQL and the engine would have it. */
export class BundleWorld {
  /** What was asked, in order. */
  readonly asked: string[] = [];
  readonly acts: Act[] = [];
  readonly told: string[] = [];
  readonly #bundleNo: string;
  state: BundleState;
  households = 60;
  /** How often its cases are still on their way before each answer. */
  waits = 2;
  #gatheringFor: number | undefined;
  /** How many are in each of its publications; what is left are those that come later. */
  publications: number[] = [this.households];
  started = 0;
  #published = 0;

  constructor(bundleNo: string, state: BundleState) {
    this.#bundleNo = bundleNo;
    this.state = state;
  }

  async recordBundleAct(act: Act): Promise<void> {
    this.asked.push(`recordBundleAct ${act.stage} ${act.verdict}`);
    this.acts.push(act);
    this.state = act.verdict === 'return' ? 'drafting' : BUNDLE_STATES[BUNDLE_STATES.indexOf(this.state) + 1]!;
  }

  async openCases(): Promise<void> {
    this.asked.push('openCases');
    this.state = 'initialCheck';
  }

  async startWave(atMost: number): Promise<number> {
    this.asked.push('startWave');
    this.started = Math.min(this.households, this.started + atMost);
    const left = this.households - this.started;
    if (left === 0) this.state = 'running';
    return left;
  }

  async gatherPublication(): Promise<Gathered> {
    this.#gatheringFor ??= this.waits;
    if (this.#gatheringFor-- > 0) throw ApplicationFailure.retryable('On their way.', 'BUNDLE_GATHERING');
    this.asked.push('gatherPublication');
    this.#gatheringFor = undefined;
    const [now, ...later] = this.publications;
    this.publications = later;
    const left = later.reduce((sum, howMany) => sum + howMany, 0);
    if (left === 0) this.state = 'ended';
    return now === undefined ? { left } : { publicationNo: `${this.#bundleNo}-N${++this.#published}`, left };
  }

  async tellOpened(publicationNo: string): Promise<void> {
    this.asked.push('tellOpened');
    this.told.push(publicationNo);
  }
}

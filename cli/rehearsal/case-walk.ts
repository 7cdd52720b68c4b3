import type { Stage } from '../../domain/rules/stages.js';
import type { CaseView } from '../../domain/schemas/case-view.js';
import type { RegisterHousehold } from '../../prisma/register/register-household.js';
import type { ApiClient } from './api-client.js';
import { Deviation } from './deviation.js';
import { eventually } from './patience.js';
import type { Town } from './town.js';

/** Who goes the way: a household that nobody has seen before. */
export interface Walker {
  /** From 1, within the rehearsal. */
  readonly number: number;
  readonly register: RegisterHousehold;
}

/** One step that somebody takes in a case. */
export type Step = (walk: CaseWalk) => Promise<void>;

/** A household on its way: who it is, which case it has, and where that was last seen. */
export class CaseWalk {
  readonly newcomer: Walker;
  readonly town: Town;
  /** Ends the way when its time is over. */
  readonly signal: AbortSignal;
  /** The household's own session, or its helper's. */
  applicant!: ApiClient;
  applicationId!: string;
  caseNo: string | undefined;
  /** Another case of the household, to which its way comes back. */
  aside: { readonly caseNo: string | undefined; readonly applicationId: string } | undefined;
  /** Of what was granted, once a run of it is looked at. */
  entitlementNo: string | undefined;
  /** In which it was applied for with others. */
  bundleNo: string | undefined;
  /** Of the notice that somebody objects to. */
  noticeNo: string | undefined;
  /** Of the payee schedule that its order is on, where it has been made by one. */
  scheduleNo: string | undefined;
  /** Of objections made on the way. */
  readonly receipts: string[] = [];
  seen: CaseView | undefined;

  constructor(newcomer: Walker, town: Town, signal: AbortSignal) {
    this.newcomer = newcomer;
    this.town = town;
    this.signal = signal;
  }

  /** The same way, for one step that may take no longer. */
  within(milliseconds: number): CaseWalk {
    const way = new CaseWalk(this.newcomer, this.town, AbortSignal.timeout(milliseconds));
    const { applicant, applicationId, caseNo } = this;
    return Object.assign(way, { applicant, applicationId, caseNo });
  }

  /** Township of the household, nine digits. */
  get township(): string {
    return this.newcomer.register.villageCode.slice(0, 9);
  }

  /** Looks again and again until something is found at a stage. @throws Deviation when the case ends before */
  find<Found>(stage: Stage, look: () => Promise<Found | undefined>): Promise<Found> {
    return eventually(async () => {
      const found = await look();
      if (found === undefined) mustStillReach(stage, await this.look());
      return found;
    }, this.signal);
  }

  /** Waits until the case asks somebody to act at a stage. @throws Deviation when it ends before */
  async awaits(stage: Stage): Promise<void> {
    await this.until((view) => {
      if (view.awaits.some((awaited) => awaited.stage.code === stage)) return true;
      mustStillReach(stage, view);
      return false;
    });
  }

  /** Looks at the case, as its household sees it, until it is as wanted. */
  until(wanted: (view: CaseView) => boolean): Promise<CaseView> {
    return eventually(async () => {
      const view = await this.look();
      return wanted(view) ? view : undefined;
    }, this.signal);
  }

  async look(): Promise<CaseView> {
    this.seen = await this.applicant.call('getCase', { params: { caseNo: this.caseNo ?? '' } });
    return this.seen;
  }
}

/** The performance review begins when the money has arrived. */
const AFTER_THE_END: readonly Stage[] = ['reviewReport', 'performanceReview'];

function mustStillReach(stage: Stage, { running }: CaseView): void {
  if (running || AFTER_THE_END.includes(stage)) return;
  throw new Deviation(`办件已结束，没有到“${stage}”`, `ended before ${stage}`);
}

import { isDeepStrictEqual } from 'node:util';
import type {
  Activities,
  EntitlementCheck,
  KeptBack,
  NoticeClosing,
  Placement,
  Recorded,
  Reservation,
  ToPay,
  Worth,
  Writing,
} from '../../../activities/contract.js';
import { termEnd } from '../../../domain/rules/terms.js';
import { CALENDAR_DAY, type Calendar, type DayLength } from '../../../domain/rules/working-days.js';
import type { Transition } from '../../../domain/schemas/transition.js';
import type { PaymentResult } from '../../../workflows/messages.js';

type Entered = Extract<Transition, { kind: 'entered' }>;

/** What becomes of an order. */
export type BankWord = Omit<PaymentResult, 'reference'>;

/** What a case asks; the rest is asked by batches and bundles. */
type AskedByCases = Pick<
  Activities,
  | 'record'
  | 'redate'
  | 'deskCheck'
  | 'reserve'
  | 'setOff'
  | 'checkEntitlement'
  | 'countAnew'
  | 'numberDecision'
  | 'closeNotice'
>;

/** All that one case asks of the world, in memory, as PostgreSQL would have it. */
export class World implements AskedByCases {
  /** Every step that was recorded, in order. */
  readonly steps: Transition[] = [];
  /** The same, as they were written together. */
  readonly writes: (readonly Transition[])[] = [];
  /** Every step as the workflow noted it. */
  readonly noted: Transition[] = [];
  /** What must never happen: a gap, or another content under the same number. */
  readonly incidents: string[] = [];
  readonly asked: { readonly what: string; readonly amountFen?: number }[] = [];
  /** The quantities on record each time the desk check looked. */
  readonly seenByDeskCheck: number[][] = [];
  calendar: Calendar = { holidays: new Set(), workdays: new Set() };
  dayLength: DayLength = CALENDAR_DAY;
  findings: readonly string[] = [];
  recused: readonly string[] = [];
  /** What a run finds of its entitlement. */
  entitlement: Omit<EntitlementCheck, 'recused'> = { changes: [] };
  /** What the case is worth as of the day of a change. */
  worth: Worth = { quantity: 1, amountFen: 1 };
  allotmentFen = Number.MAX_SAFE_INTEGER;
  /** What becomes of its orders, one after the other; all further ones are credited. */
  bank: BankWord[] = [];
  /** What the household owes in other cases, where it was ordered to be set off. */
  claims: KeptBack[] = [];
  /** What is answered when a plot is asked for, one after the other; all further ones are free. */
  plots: Placement['kind'][] = [];
  /** While true, nothing can be recorded. */
  away = false;
  /** What was written is answered once this has passed. */
  answers: Promise<void> = Promise.resolve();
  /** How far PostgreSQL's clock is behind the engine's. */
  clockBehindMs = 0;
  #closesAt: number | undefined;
  #dueAt: number | undefined;
  readonly #objections: { readonly id: string; readonly receivedAt: number }[] = [];
  readonly #now: () => Promise<number>;

  constructor(now: () => Promise<number>) {
    this.#now = now;
  }

  /** An objection becomes a row, whether or not the case is told. */
  async receiveObjection(id: string, receivedAt?: number): Promise<void> {
    this.#objections.push({ id, receivedAt: receivedAt ?? (await this.#clock()) });
  }

  async record({ transitions }: Writing): Promise<Recorded | undefined> {
    if (this.away) throw new Error('the database is away');
    const isNew = transitions.some(({ seq }) => seq > this.steps.length);
    for (const transition of transitions) this.#write(transition);
    if (isNew) this.writes.push(transitions);
    await this.answers;
    if (!transitions.some(({ kind }) => kind === 'entered')) return undefined;
    return this.#dueAt === undefined ? undefined : { dueAt: this.#dueAt };
  }

  async redate(): Promise<Recorded> {
    const entered = this.steps.findLast((step): step is Entered => step.kind === 'entered');
    if (!entered?.term || this.#dueAt === undefined) return {};
    const later = termEnd(entered.from ?? entered.at, entered.term, this.calendar, this.dayLength);
    this.#dueAt = Math.max(this.#dueAt, later);
    if (entered.stage === 'publicNotice') this.#closesAt = this.#dueAt;
    return { dueAt: this.#dueAt };
  }

  async deskCheck(): Promise<{ findings: readonly string[]; recused: readonly string[] }> {
    this.seenByDeskCheck.push(this.steps.flatMap((step) => (step.kind === 'amountSet' ? step.quantity : [])));
    return { findings: this.findings, recused: this.recused };
  }

  async reserve(_caseNo: string, amountFen: number): Promise<Reservation> {
    this.asked.push({ what: 'reserve', amountFen });
    return { kind: amountFen <= this.allotmentFen ? 'reserved' : 'short' };
  }

  async checkEntitlement(): Promise<EntitlementCheck> {
    return { ...this.entitlement, recused: this.recused };
  }

  async setOff({ reference, amountFen }: ToPay): Promise<readonly KeptBack[]> {
    this.asked.push({ what: `setOff ${reference}`, amountFen });
    let leftFen = amountFen;
    const kept = this.claims.map((claim) => {
      const keptFen = Math.min(claim.amountFen, leftFen);
      leftFen -= keptFen;
      return { ...claim, amountFen: keptFen };
    });
    this.claims = this.claims.map((claim, place) => ({
      ...claim,
      amountFen: claim.amountFen - kept[place]!.amountFen,
    }));
    return kept.filter((claim) => claim.amountFen > 0);
  }

  async countAnew(): Promise<Worth> {
    this.asked.push({ what: 'countAnew' });
    return this.worth;
  }

  async numberDecision(caseNo: string): Promise<string> {
    this.asked.push({ what: 'numberDecision' });
    return `${caseNo}-D`;
  }

  async takePlace(): Promise<Placement> {
    this.asked.push({ what: 'takePlace' });
    return { kind: this.plots.shift() ?? 'placed' };
  }

  async closeNotice(caseNo: string): Promise<NoticeClosing> {
    this.asked.push({ what: 'closeNotice' });
    const closesAt = this.#closesAt!;
    const leftMs = closesAt - (await this.#clock());
    if (leftMs > 0) return { kind: 'running', leftMs };
    const open = this.#objections.filter(({ id, receivedAt }) => receivedAt < closesAt && !this.#isSettled(id));
    if (open.length > 0) return { kind: 'objections', objectionIds: open.map(({ id }) => id) };
    return { kind: 'closed', decisionNo: `${caseNo}-D` };
  }

  /** When the deadline of the stage last entered ends. */
  get dueAt(): number | undefined {
    return this.#dueAt;
  }

  #write(transition: Transition): void {
    const known = this.steps[transition.seq - 1];
    if (known) {
      if (!isDeepStrictEqual(known, transition)) this.#incident(`${transition.seq} has another content`);
      return;
    }
    if (transition.seq !== this.steps.length + 1) this.#incident(`${transition.seq} follows ${this.steps.length}`);
    this.steps.push(transition);
    if (transition.kind === 'published') this.#closesAt = undefined;
    if (transition.kind === 'entered') this.#date(transition);
  }

  /** A notice keeps the closing time it was published with, however often its stage is entered. */
  #date({ stage, term, at, from = at }: Entered): void {
    const ends = term && termEnd(from, term, this.calendar, this.dayLength);
    this.#dueAt = stage === 'publicNotice' ? (this.#closesAt ??= ends) : ends;
  }

  #isSettled(objectionId: string): boolean {
    return this.steps.some(
      (step) => step.kind === 'acted' && step.act.stage === 'objectionHearing' && step.act.subject === objectionId,
    );
  }

  async #clock(): Promise<number> {
    return (await this.#now()) - this.clockBehindMs;
  }

  #incident(what: string): never {
    this.incidents.push(what);
    throw new Error(what);
  }
}

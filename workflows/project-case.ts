import { setHandler, workflowInfo } from '@temporalio/workflow';
import type { ErrorCode } from '../domain/errors.js';
import { subsidyFen } from '../domain/rules/amounts.js';
import { outOfRange } from '../domain/rules/quantities.js';
import type { Act } from '../domain/schemas/act.js';
import type { Application } from '../domain/schemas/application.js';
import type { Transition } from '../domain/schemas/transition.js';
import { CaseFile } from './case-file.js';
import { ConsentToConfirm } from './consent-to-confirm.js';
import { PaymentOrders } from './payment-orders.js';
import type { Part } from './stages/paying-case.js';
import { countAnew } from './world.js';
import { objectionReceived, papersReceived, publicationOpened } from './messages.js';

/** The largest whole number that the records hold. */
const MOST = 2 ** 31 - 1;

/** The case of a direct project: what was asked for, what it is worth, what is still owed or objected to. */
export class ProjectCase extends CaseFile<Application> {
  readonly orders = new PaymentOrders();
  readonly submittedAt = this.dossier.recorded?.beganAt ?? workflowInfo().startTime.getTime();
  /** The publication of its bundle, once that is opened with the case in it. */
  publicationNo: string | undefined;
  quantity: number;
  amountFen: number;
  /** What of it is on the account already, or was kept back for claims. */
  paidFen = 0;
  readonly keepsBack = true;
  /** Housed in another way than by the subsidy; by a long lease, for so many months of which the rent is paid. */
  housedOtherwise = false;
  rentMonths: number | undefined;
  readonly #consent: ConsentToConfirm;
  readonly #owedPapers: Set<string>;
  readonly #objections: string[] = [];
  readonly #knownObjections = new Set<string>();

  constructor(application: Application) {
    super(application);
    this.quantity = application.quantity;
    this.amountFen = subsidyFen(application.standard, application.quantity);
    this.#owedPapers = new Set(application.promisedPapers);
    this.#consent = new ConsentToConfirm(application);
    setHandler(objectionReceived, (objectionId) => this.inTurn(() => this.objected(objectionId)));
    setHandler(publicationOpened, (publicationNo) => this.inTurn(() => this.#published(publicationNo)));
    setHandler(papersReceived, (kinds) => this.inTurn(() => this.#received(kinds)));
    if (this.#consent.isOpen) this.note({ kind: 'pointOpened', ...this.#consent.point });
  }

  override get obstacleToPaying(): ErrorCode | undefined {
    return this.#consent.isOpen ? 'CONSENT_UNCONFIRMED' : super.obstacleToPaying;
  }

  protected override isOpenBeside(act: Act): boolean {
    return this.#consent.isMeantBy(act) ? this.#consent.isOpen : super.isOpenBeside(act);
  }

  protected override settleBeside(act: Act): void {
    if (this.#consent.isMeantBy(act)) this.#consent.settle();
    else super.settleBeside(act);
  }

  protected override hearAgain(step: Transition): void {
    super.hearAgain(step);
    this.orders.tellAgain(step);
    if (step.kind === 'objected') this.objected(step.objectionId);
    if (step.kind === 'publicationOpened') this.#published(step.publicationNo);
    if (step.kind === 'papersReceived') this.#received(step.papers);
  }

  get papersOwed(): boolean {
    return this.#owedPapers.size > 0;
  }

  get hasObjection(): boolean {
    return this.#objections.length > 0;
  }

  /** An objection counts once, however often it is told. */
  objected(objectionId: string): void {
    if (this.hasEnded || this.#knownObjections.has(objectionId)) return;
    this.#knownObjections.add(objectionId);
    this.#objections.push(objectionId);
    this.note({ kind: 'objected', objectionId });
  }

  nextObjection(): string | undefined {
    return this.#objections.shift();
  }

  /** The amount follows from the published standard; nobody types it in. */
  setQuantity(quantity: number, amountFen = subsidyFen(this.dossier.standard, quantity)): void {
    this.quantity = quantity;
    this.amountFen = amountFen;
    const { rentMonths } = this;
    this.note({ kind: 'amountSet', quantity, amountFen, ...(rentMonths !== undefined && { rentMonths }) });
  }

  /**
   * 动态管理: after a change that was looked at, as of its day; never to more than it was, nor to less than is paid. False
   * where there is nothing to count.
   */
  async countAnew(): Promise<boolean> {
    const changeId = this.changes.takeCount();
    // A rent hangs on its months alone.
    if (changeId === undefined || this.rentMonths !== undefined) return false;
    const { quantity, amountFen } = this.recalled('amountSet') ?? (await countAnew(this.dossier.caseNo, changeId));
    const atMost = Math.min(this.amountFen, amountFen);
    this.setQuantity(Math.min(this.quantity, quantity), Math.max(this.paidFen, atMost));
    return true;
  }

  /** What is paid at once: of a first instalment the same share, of what is left less by what the whole is less. */
  async countedAnew(part: Part): Promise<Part> {
    const before = this.amountFen;
    if (!(await this.countAnew())) return part;
    const amountFen =
      part.instalment === 1
        ? Number((BigInt(part.amountFen) * BigInt(this.amountFen)) / BigInt(before))
        : part.amountFen - before + this.amountFen;
    return { ...part, amountFen };
  }

  /** 长期租赁、廉租房、公益房: there is another roof instead, and no money but the rent of a lease. */
  houseOtherwise(rentMonths?: number): void {
    const { rent } = this.dossier;
    this.housedOtherwise = true;
    this.rentMonths = rentMonths;
    this.setQuantity(this.quantity, rent && rentMonths !== undefined ? subsidyFen(rent.standard, rentMonths) : 0);
  }

  /** It is renovated after all: the rent of a lease could not be set aside. */
  renovate(): void {
    if (!this.housedOtherwise) return;
    this.housedOtherwise = false;
    this.rentMonths = undefined;
    this.setQuantity(this.quantity);
  }

  /** Guards what gives a quantity: within the limits, and of one that pays nothing no payment could be made. */
  readonly mustFit = (act: Act): ErrorCode | undefined => {
    const { limits, standard } = this.dossier;
    const { quantity } = act;
    if (quantity === undefined) return undefined;
    if (this.housedOtherwise) return 'VERDICT_NOT_POSSIBLE';
    const pays = quantity <= MOST && subsidyFen(standard, quantity) > 0;
    return outOfRange(limits, act) ?? (pays ? undefined : 'QUANTITY_MISSING');
  };

  #published(publicationNo: string): void {
    if (this.hasEnded || this.publicationNo !== undefined) return;
    this.publicationNo = publicationNo;
    this.note({ kind: 'publicationOpened', publicationNo });
  }

  #received(kinds: readonly string[]): void {
    if (this.hasEnded) return;
    const papers = kinds.filter((kind) => this.#owedPapers.delete(kind));
    if (papers.length > 0) this.note({ kind: 'papersReceived', papers });
  }
}

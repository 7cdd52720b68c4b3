import type { Transition } from '../../domain/schemas/transition.js';
import * as entitlements from './entitlements.js';
import { commissionFollowUp } from './follow-up.js';
import * as houses from './houses.js';
import * as money from './money.js';
import { notifyOf } from './notify.js';
import * as outcome from './outcome.js';
import * as ends from './payment-ends.js';
import { choosePayee } from './payee-choice.js';
import * as publication from './publication.js';
import type { RecordedCase } from './recorded-case.js';
import * as resettlement from './resettlement.js';
import * as tasks from './tasks.js';

type Kind = Transition['kind'];
type Of<K extends Kind> = Extract<Transition, { kind: K }>;
type Projections = {
  readonly [K in Kind]: readonly ((file: RecordedCase, step: Of<K>, dueAt?: Date) => Promise<unknown>)[];
};

/** What follows from each kind of step for the rows that the screens read. */
const PROJECTIONS: Projections = {
  entered: [publication.date, tasks.enter],
  acted: [
    tasks.finish,
    publication.post,
    publication.settleObjection,
    money.checkPayment,
    houses.appraise,
    outcome.answer,
    choosePayee,
  ],
  deskChecked: [],
  amountSet: [money.setAmount],
  reserved: [],
  allotmentShort: [],
  publicationOpened: [],
  published: [publication.publish],
  noticeClosed: [],
  committed: [money.commit],
  decided: [money.commit],
  granted: [entitlements.granted],
  entitlementChecked: [],
  periodCommitted: [entitlements.commitPeriod],
  announced: [publication.announce],
  objected: [publication.objectionTold],
  papersReceived: [],
  changeReported: [tasks.askAboutChange],
  deadlinePassed: [],
  deadlineMoved: [],
  paymentOrdered: [money.order],
  setOff: [money.keepBack],
  paymentCancelled: [ends.cancelPayment],
  paymentSettled: [ends.settlePayment],
  recoveryOpened: [outcome.openRecovery],
  landGranted: [],
  placed: [],
  placeRefused: [],
  placeReleased: [resettlement.release],
  pointOpened: [tasks.askOffice],
  closed: [
    tasks.close,
    ends.release,
    publication.withdraw,
    publication.retract,
    publication.endObjections,
    outcome.close,
    houses.closeEntry,
    entitlements.endWithRun,
    resettlement.releaseAtEnd,
    commissionFollowUp,
  ],
};

/** Carries a newly recorded step over into the rows and the messages that follow from it. */
export async function project(file: RecordedCase, step: Transition, dueAt: Date | undefined): Promise<void> {
  const projections = PROJECTIONS[step.kind] as readonly ((
    file: RecordedCase,
    step: Transition,
    dueAt?: Date,
  ) => Promise<unknown>)[];
  for (const follow of projections) await follow(file, step, dueAt);
  await notifyOf(file, step, dueAt);
}

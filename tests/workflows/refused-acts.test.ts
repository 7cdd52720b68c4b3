import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ErrorCode } from '../../domain/errors.js';
import type { Stage, Verdict } from '../../domain/rules/stages.js';
import type { Act } from '../../domain/schemas/act.js';
import { Hall } from './support/hall.js';
import { application, commission } from './support/inputs.js';
import * as people from './support/people.js';
import type { RunningCase } from './support/running-case.js';

/** What differs from the complete act; undefined is left out. */
type Changes = { readonly [Part in keyof Act]?: Act[Part] | undefined };
type Row = readonly [code: ErrorCode, stage: Stage, what: string, verdict: Verdict, changes: Changes];

const { approver, checker, household, inspectors, official, otherChecker, STAFF, verifiers } = people;
const [paymentMaker] = STAFF.paymentPreparation!;
const stranger = { ...household, id: 'another household' };
const clerk = official('clerk', 'countyChecker', 'agriculture-office');
const ofTheTownship = { by: inspectors[1], cosigner: official('inspector-3', 'inspector', 'township-office') };
const ofThePovertyOffice = official('supervisor-2', 'countySupervisor', 'poverty-office');

const ROWS: readonly Row[] = [
  ['STAGE_MOVED', 'townshipVerification', 'the screen is stale', 'pass', { stage: 'initialCheck' }],
  ['STAGE_MOVED', 'initialCheck', 'it is about something else', 'pass', { subject: 'objection-1' }],
  ['STAGE_MOVED', 'objectionHearing', 'it is about another objection', 'dismiss', { subject: 'objection-9' }],
  ['NOT_AWAITED', 'initialCheck', 'another official is awaited', 'pass', { by: approver }],
  ['NOT_AWAITED', 'initialCheck', 'an official is awaited', 'pass', { by: household }],
  ['NOT_AWAITED', 'projectWork', 'the household is awaited', 'declareCompletion', { by: checker }],
  ['NOT_AWAITED', 'projectWork', 'this household is awaited', 'declareCompletion', { by: stranger }],
  ['VERDICT_NOT_POSSIBLE', 'initialCheck', 'the stage does not know the decision', 'prepare', {}],
  ['TOO_LATE_TO_WITHDRAW', 'projectWork', 'the project was approved', 'withdraw', {}],
  [
    'OUT_OF_AREA',
    'initialCheck',
    'the official is of another county',
    'pass',
    { by: { ...checker, areaCode: '339902' } },
  ],
  ['OUT_OF_AREA', 'initialCheck', 'the official has no area', 'pass', { by: { id: checker.id, role: checker.role } }],
  [
    ...(['OUT_OF_AREA', 'townshipVerification', 'the second verifier is of another township', 'pass'] as const),
    { cosigner: { ...verifiers[1], areaCode: '339901109' } },
  ],
  [
    ...(['OWN_DECISION', 'projectApproval', 'the approver made the initial check', 'pass'] as const),
    { by: { ...checker, role: 'countyApprover' } },
  ],
  [
    ...(['OWN_DECISION', 'acceptanceInspection', 'an inspector verified', 'pass'] as const),
    { by: { ...verifiers[0], role: 'inspector' } },
  ],
  [
    ...(['OWN_DECISION', 'paymentReview', 'whoever made the order reviews it', 'pass'] as const),
    { by: { ...paymentMaker, role: 'paymentReviewer' } },
  ],
  ['OWN_OFFICE', 'objectionHearing', 'an office would hear about itself', 'dismiss', { by: ofThePovertyOffice }],
  ['KIN', 'initialCheck', 'the checker is a relative', 'refuse', { by: otherChecker }],
  ['SECOND_SIGNATURE_MISSING', 'townshipVerification', 'one verifier signs', 'pass', { cosigner: undefined }],
  ['SECOND_SIGNATURE_MISSING', 'townshipVerification', 'one signs twice', 'pass', { cosigner: verifiers[0] }],
  ['SECOND_SIGNATURE_MISSING', 'acceptanceInspection', 'the second is no inspector', 'pass', { cosigner: clerk }],
  ['SAME_OFFICE', 'acceptanceInspection', 'both are of the office that verified', 'pass', ofTheTownship],
  ['BLOCKED_BY_FINDING', 'initialCheck', 'the desk check found an obstacle', 'pass', {}],
  ['QUANTITY_MISSING', 'townshipVerification', 'an amendment gives no quantity', 'amend', { quantity: undefined }],
  ['QUANTITY_MISSING', 'acceptanceInspection', 'nothing was accepted', 'pass', { quantity: 0 }],
  ['REASON_MISSING', 'initialCheck', 'a refusal has no reason', 'refuse', { reasonCode: undefined }],
  ['REASON_MISSING', 'initialCheck', 'a return has no words', 'return', { words: undefined }],
  ['REASON_MISSING', 'objectionHearing', 'a dismissal has no words', 'dismiss', { words: undefined }],
  ['PAPERS_MISSING', 'townshipVerification', 'nobody photographed the site', 'pass', { papers: undefined }],
  ['PAPERS_MISSING', 'noticePosting', 'nobody photographed the posting', 'posted', { papers: [] }],
  ['PAPERS_MISSING', 'acceptanceInspection', 'nobody photographed what was accepted', 'pass', { papers: undefined }],
  ['SCORE_MISSING', 'performanceReview', 'the review gives no score', 'scored', { score: undefined }],
  ['SCORE_MISSING', 'performanceReview', 'the review makes no finding', 'scored', { reasonCode: undefined }],
  ['NOTICE_RUNNING', 'publicNotice', 'the notice has not run its term', 'takenDown', {}],
];

let hall: Hall;
/** One case waits at each stage: an act that is refused leaves it there. */
const waiting = new Map<Stage, RunningCase>();
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(async () => {
  await hall?.close();
});

async function caseAt(stage: Stage): Promise<RunningCase> {
  const filed = waiting.get(stage) ?? (await fileFor(stage));
  waiting.set(stage, filed);
  if (filed.stage === stage) return filed;
  if (stage !== 'objectionHearing') await filed.comeTo(stage);
  else {
    await filed.comeTo('publicNotice');
    await filed.object('objection-1');
    await filed.untilStage('objectionHearing');
  }
  return filed;
}

async function fileFor(stage: Stage): Promise<RunningCase> {
  if (stage === 'performanceReview') return await hall.commission(commission());
  return await hall.file(application({ paidAfterAcceptance: true }), (world) => {
    world.recused = [otherChecker.id];
    if (stage === 'initialCheck') world.findings = ['ACCOUNT_SHARED', 'NO_LABOUR'];
  });
}

describe('A case refuses an act', () => {
  test.each(ROWS)('with %s at %s: %s', async (code, stage, _, verdict, changes) => {
    const filed = await caseAt(stage);
    const noted = filed.world.noted.length;
    expect(await filed.answerTo({ ...filed.complete(stage, verdict), ...changes } as Act)).toBe(code);
    expect(filed.world.noted).toHaveLength(noted);
    expect(filed.stage).toBe(stage);
  });

  test('whatever is in it: one that makes no sense does not stop the case', async () => {
    const filed = await caseAt('townshipVerification');
    const amend = filed.complete('townshipVerification', 'amend');
    const [never, nonsense] = [
      { ...amend, stage: 'nowhere' },
      { ...amend, quantity: 0.5 },
    ] as unknown as Act[];
    expect(await filed.answerTo(never!)).not.toBe('accepted');
    expect(await filed.answerTo(nonsense!)).not.toBe('accepted');
    expect(await filed.answerTo(undefined as unknown as Act)).not.toBe('accepted');
    expect(await filed.answerTo(amend)).toBe('accepted');
  });
});

import type { Verdict } from '../../domain/rules/stages.js';
import type { Actor } from '../../domain/schemas/act.js';
import type { TimelineEntry } from '../../domain/schemas/case-view.js';
import { Transition } from '../../domain/schemas/transition.js';
import { timelineText } from '../../domain/texts/timeline.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import type { CaseEventModel as CaseEvent, CaseModel } from '../../prisma/generated/models.js';
import { householdKey } from '../../prisma/household.js';
import { openWords } from '../acting/words.js';
import type { Who } from '../who.js';
import { bankEntries } from './bank-entries.js';
import { taskTimes } from './task-times.js';
import { timelineFacts } from './timeline-facts.js';
import { whoActed } from './who-acted.js';

/** Acts whose reasons the household is told in writing; what officials note otherwise is theirs and the auditor's. */
const TOLD: readonly Verdict[] = [
  ...(['return', 'refuse', 'dismiss', 'amend', 'uphold', 'overturn', 'rectify', 'close'] as const),
  ...(['handIn', 'withdraw', 'requestReview', 'declareCompletion', 'requestExtension', 'report'] as const),
];

interface Step {
  readonly event: CaseEvent;
  readonly step: Transition;
}

/** All that happened in a case and its review, in plain words: what, when, who, by when, and the way of the money. */
export async function timeline(tx: Tx, keyring: Keyring, who: Who, row: CaseModel): Promise<TimelineEntry[]> {
  const { caseNo, householdId, helperId } = row;
  const events = await tx.caseEvent.findMany({ where: { caseNo }, orderBy: [{ strand: 'asc' }, { seq: 'asc' }] });
  const steps = events.map((event) => ({ event, step: stepOf(event) }));
  const applicant: Actor = helperId ? { id: helperId, role: 'helper' } : { id: householdId, role: 'household' };
  const person = await whoActed(tx, keyring, row, [applicant, ...steps.flatMap(({ step }) => actorsOf(step))]);
  const facts = await timelineFacts(tx, row, who.kind === 'official');
  const words = await wordsOf(tx, keyring, who, row, steps);
  const entries = steps.map(({ event, step }): TimelineEntry => ({
    ...{ strand: event.strand, seq: event.seq, kind: event.kind, at: event.at.toISOString() },
    text: timelineText(step, facts),
    who: actorsOf(step).map(person),
    words: words(step),
    dueAt: event.dueAt?.toISOString() ?? null,
    amountFen: 'amountFen' in step ? step.amountFen : null,
  }));
  const all = [submission(row, person(applicant)), ...entries, ...(await bankEntries(tx, caseNo, entries))];
  return all.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

const stepOf = ({ seq, kind, at, body }: CaseEvent): Transition =>
  Transition.parse({ seq, kind, at: at.getTime(), ...(body as object) });

function actorsOf(step: Transition): Actor[] {
  if (step.kind !== 'acted') return [];
  return step.act.cosigner ? [step.act.by, step.act.cosigner] : [step.act.by];
}

/** Before the workflow numbers anything: the row that was acknowledged. */
const submission = ({ submittedAt }: CaseModel, by: TimelineEntry['who'][number]): TimelineEntry => ({
  ...{ strand: 'case', seq: 0, kind: 'submitted', at: submittedAt.toISOString() },
  text: { zh: '提交申请，取得回执', en: 'Submitted; a receipt was given' },
  ...{ who: [by], words: null, dueAt: null, amountFen: null },
});

/** What was written with each step, as far as this reader may read it: objectors speak to officials only. */
async function wordsOf(tx: Tx, keyring: Keyring, who: Who, row: CaseModel, steps: readonly Step[]) {
  const isOfficial = who.kind === 'official';
  const objections = isOfficial ? await tx.objection.findMany({ where: { caseNo: row.caseNo } }) : [];
  const objected = new Map(objections.map(({ id, wordsId }) => [id, wordsId]));
  const refOf = (step: Transition): string | undefined => {
    if (step.kind === 'objected') return objected.get(step.objectionId);
    if (step.kind !== 'acted' || (!isOfficial && !TOLD.includes(step.act.verdict))) return undefined;
    return step.act.words?.ref;
  };
  const refs = steps.map(({ step }) => refOf(step));
  const texts = await openWords(tx, await householdKey(tx, keyring, row.householdId), refs);
  return (step: Transition): string | null => texts.get(refOf(step) ?? '') ?? null;
}

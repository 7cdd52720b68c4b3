import { signers } from '../../domain/rules/separation-of-duty.js';
import type { Actor } from '../../domain/schemas/act.js';
import type { TimelineEntry } from '../../domain/schemas/case-view.js';
import { Transition } from '../../domain/schemas/transition.js';
import { timelineText } from '../../domain/texts/timeline.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import type { CaseEventModel as CaseEvent, CaseModel } from '../../prisma/generated/models.js';
import type { Who } from '../who.js';
import { bankEntries } from './bank-entries.js';
import { claimEntries } from './claim-entries.js';
import { holdEntries } from './hold-entries.js';
import { reopenings } from './reopenings.js';
import { type Entered, taskTimes } from './task-times.js';
import { timelineFacts } from './timeline-facts.js';
import { whoActed } from './who-acted.js';
import { wordsInCase } from './words-in-case.js';

interface Recorded {
  readonly event: CaseEvent;
  readonly step: Transition;
}

/** All that happened in a case and its review, in plain words: what, when, who, by when, and the way of the money. */
export async function timeline(tx: Tx, keyring: Keyring, who: Who, row: CaseModel): Promise<TimelineEntry[]> {
  const { caseNo } = row;
  const recorded = await recordOf(tx, caseNo);
  const steps = recorded.map(({ step }) => step);
  const applicant = applicantOf(row);
  const person = await whoActed(tx, keyring, row, [applicant, ...steps.flatMap(actorsOf)]);
  const facts = await timelineFacts(tx, row, who.kind === 'official');
  const words = await wordsInCase(tx, keyring, who, row, steps);
  const times = await taskTimes(tx, caseNo, recorded.flatMap(enteredIn));

  const entries = recorded.map(({ event, step }): TimelineEntry => {
    const [entered] = enteredIn({ event, step });
    const dueAt = event.dueAt ?? (entered ? times.dueAt(entered) : null);
    return {
      ...{ strand: event.strand, seq: event.seq, kind: event.kind, at: event.at.toISOString() },
      ...{ text: timelineText(step, facts), who: actorsOf(step).map(person), words: words(step) },
      ...{ dueAt: dueAt?.toISOString() ?? null, amountFen: 'amountFen' in step ? step.amountFen : null },
      ...(entered && { stage: entered.stage }),
    };
  });
  const ofMoney = [
    ...(await bankEntries(tx, caseNo, entries)),
    ...(await reopenings(tx, caseNo)),
    ...(await holdEntries(tx, caseNo, entries)),
    ...(await claimEntries(tx, caseNo, entries)),
  ];
  const beside = [...times.overdue, ...ofMoney];
  return [submission(row, person(applicant)), ...entries, ...beside].toSorted(
    (one, other) => Date.parse(one.at) - Date.parse(other.at),
  );
}

async function recordOf(tx: Tx, caseNo: string): Promise<Recorded[]> {
  const events = await tx.caseEvent.findMany({ where: { caseNo }, orderBy: [{ strand: 'asc' }, { seq: 'asc' }] });
  return events.map((event) => {
    const { seq, kind, at, body } = event;
    return { event, step: Transition.parse({ seq, kind, at: at.getTime(), ...(body as object) }) };
  });
}

const enteredIn = ({ event: { strand, seq, at }, step }: Recorded): Entered[] =>
  step.kind === 'entered' ? [{ strand, seq, stage: step.stage, at }] : [];

const applicantOf = ({ householdId, helperId }: CaseModel): Actor =>
  helperId === null ? { id: householdId ?? '', role: 'household' } : { id: helperId, role: 'helper' };

function actorsOf(step: Transition): Actor[] {
  if (step.kind !== 'acted') return [];
  return signers(step.act);
}

/** Before the workflow numbers anything: the row that was acknowledged. */
function submission({ submittedAt }: CaseModel, by: TimelineEntry['who'][number]): TimelineEntry {
  const at = submittedAt.toISOString();
  const text = { zh: '提交申请，取得回执', en: 'Submitted; a receipt was given' };
  return { strand: 'case', seq: 0, kind: 'submitted', at, text, who: [by], words: null, dueAt: null, amountFen: null };
}

import { incompleteness } from '../../domain/rules/act-completeness.js';
import { outOfRange } from '../../domain/rules/quantities.js';
import { rentAmiss } from '../../domain/rules/rent.js';
import { reasonsFor } from '../../domain/rules/reasons.js';
import type { Application } from '../../domain/schemas/application.js';
import type { Proposal } from '../../domain/schemas/decision.js';
import type { Decision, DecisionParts } from '../../domain/schemas/decision.js';
import { decisionText } from '../../domain/texts/decision-text.js';
import type { CaseModel, TaskModel } from '../../prisma/generated/models.js';
import { fieldsAbout } from '../../domain/texts/fields-about.js';
import { uuidFor } from '../../platform/digest.js';
import type { Deps } from '../deps.js';
import { invalid, Refused } from '../problem.js';
import { actorAt, type OfficialWho } from '../who.js';
import { paperDigests } from './paper-digests.js';
import { keepWords } from '../../prisma/words.js';

const UNFIT_REASON = {
  field: 'reasonCode',
  zh: '该理由不适用于此决定，请从列表中选择',
  en: 'This reason does not fit the decision: choose from its list',
};

/**
 * The act that an official's decision is, with what he wrote kept apart.
 * @throws Refused INVALID_INPUT, REASON_MISSING, QUANTITY_MISSING, QUANTITY_OUT_OF_RANGE, RENT_MONTHS_UNFIT, PAPERS_MISSING,
 * SCORE_MISSING
 */
export async function actOf(
  { db, keyring }: Deps,
  who: OfficialWho,
  { task, row, actId }: { task: TaskModel; row: CaseModel; actId: string },
  decision: Decision,
): Promise<Proposal> {
  const { stage, verdict } = decision;
  const parts: DecisionParts = decision;
  if (parts.reasonCode && !reasonsFor(stage, verdict).includes(parts.reasonCode)) throw invalid([UNFIT_REASON]);
  const reasonCode = parts.reasonCode ?? parts.finding;
  const text = decisionText(parts);
  const papers = await paperDigests(db, row.applicationId, { stage, verdict, paperIds: parts.paperIds });
  const act: Proposal = {
    ...{ stage, verdict, by: actorAt(who, stage, row.areaCode) },
    ...(task.subject !== '' && { subject: task.subject }),
    ...(reasonCode !== undefined && { reasonCode }),
    ...(parts.quantity !== undefined && { quantity: parts.quantity }),
    ...(parts.rentMonths !== undefined && { rentMonths: parts.rentMonths }),
    ...(parts.score !== undefined && { score: parts.score }),
    ...(parts.answers && { answers: [...parts.answers] }),
    ...(papers && { papers }),
    ...(parts.openPoints && { openPoints: [...new Set(parts.openPoints)] }),
    ...(parts.settlement && { settlement: parts.settlement }),
  };
  const id = uuidFor(actId, 'words');
  // Asked before the words are kept, which are kept for good.
  const { limits, rent } = row.input as unknown as Application;
  const said = { ...act, ...(text !== undefined && { words: { ref: id, sha256: '' } }) };
  const lacking = incompleteness(said) ?? outOfRange(limits, said) ?? rentAmiss(rent, said);
  if (lacking) throw new Refused(lacking, { errors: fieldsAbout(lacking, { ...parts, words: text }) });
  if (text === undefined) return act;
  const { householdId, caseNo } = row;
  return { ...act, words: await keepWords(db, keyring, { id, householdId, caseNo, text }) };
}

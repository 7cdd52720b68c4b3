import type { Verdict } from '../../domain/rules/stages.js';
import type { Transition } from '../../domain/schemas/transition.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import type { CaseModel } from '../../prisma/generated/models.js';
import { caseKey } from '../../prisma/applicant.js';
import { openWords } from '../../prisma/words.js';
import type { Who } from '../who.js';

/** Acts whose reasons the household is told in writing; what officials note otherwise is theirs and the auditor's. */
const TOLD: readonly Verdict[] = [
  'return',
  'refuse',
  'dismiss',
  'amend',
  'uphold',
  'overturn',
  'rectify',
  'close',
  'deny',
  'handIn',
  'withdraw',
  'requestReview',
  'declareCompletion',
  'requestExtension',
  'report',
];

/** What was written with each step, as far as this reader may read it: objectors speak to officials only. */
export async function wordsInCase(
  tx: Tx,
  keyring: Keyring,
  who: Who,
  row: CaseModel,
  steps: readonly Transition[],
): Promise<(step: Transition) => string | null> {
  const { caseNo } = row;
  const isOfficial = who.kind === 'official';
  const objections = isOfficial ? await tx.objection.findMany({ where: { caseNo } }) : [];
  const objected = new Map(objections.map(({ id, wordsId }) => [id, wordsId]));
  const refOf = (step: Transition): string | undefined => {
    if (step.kind === 'objected') return objected.get(step.objectionId);
    if (step.kind !== 'acted' || (!isOfficial && !TOLD.includes(step.act.verdict))) return undefined;
    return step.act.words?.ref;
  };
  const texts = await openWords(tx, await caseKey(tx, keyring, row), steps.map(refOf));
  return (step) => texts.get(refOf(step) ?? '') ?? null;
}

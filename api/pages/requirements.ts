import type { ErrorCode } from '../../domain/errors.js';
import { incompleteness } from '../../domain/rules/act-completeness.js';
import type { Stage, Verdict } from '../../domain/rules/stages.js';
import type { Act } from '../../domain/schemas/act.js';
import { Decision } from '../../domain/schemas/decision.js';

type Missing = Extract<
  ErrorCode,
  'REASON_MISSING' | 'WORDS_MISSING' | 'QUANTITY_MISSING' | 'PAPERS_MISSING' | 'SCORE_MISSING' | 'SETTLEMENT_MISSING'
>;

/** What has to be sent, and what the act then says, where something is missing. */
const CURES: Readonly<Record<Missing, { fields: readonly string[]; act: Partial<Act> }>> = {
  REASON_MISSING: { fields: ['reasonCode', 'words'], act: { reasonCode: '-', words: { ref: '', sha256: '' } } },
  WORDS_MISSING: { fields: ['words'], act: { words: { ref: '', sha256: '' } } },
  QUANTITY_MISSING: { fields: ['quantity'], act: { quantity: 1 } },
  PAPERS_MISSING: { fields: ['paperIds'], act: { papers: ['-'] } },
  SETTLEMENT_MISSING: { fields: ['settlement'], act: { settlement: { way: 'money' } } },
  SCORE_MISSING: { fields: ['finding', 'score'], act: { reasonCode: '-', score: 0 } },
};

/** Which fields an official's decision needs besides stage and verdict: asked of the rules themselves. */
export function requirementsOf(stage: Stage, verdict: Verdict): string[] {
  const asked = Decision.safeParse({ stage, verdict }).error?.issues.map(({ path }) => path.join('.')) ?? [];
  let act: Act = { stage, verdict, by: { id: '', role: 'administrator' } };
  for (let code = incompleteness(act); code !== undefined; code = incompleteness(act)) {
    const cure = CURES[code as Missing];
    asked.push(...cure.fields);
    act = { ...act, ...cure.act };
  }
  return [...new Set(asked)];
}

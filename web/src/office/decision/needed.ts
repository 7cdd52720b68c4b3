import { fieldsAbout } from '../../../../domain/texts/fields-about.js';
import { ERRORS } from '../../../../domain/errors.js';
import { incompleteness } from '../../../../domain/rules/act-completeness.js';
import { rentAmiss } from '../../../../domain/rules/rent.js';
import { answersAmiss } from '../../../../domain/rules/review-answers.js';
import type { Stage, Verdict } from '../../../../domain/rules/stages.js';
import type { Act } from '../../../../domain/schemas/act.js';
import type { Bilingual } from '../../../../domain/schemas/common.js';
import { Decision, type DecisionParts } from '../../../../domain/schemas/decision.js';
import type { TaskDetail } from '../../../../domain/schemas/task.js';

/** A field of a decision, as its schema calls it. */
export type DecisionField = keyof DecisionParts;

/** What a decision at this stage may say besides its verdict. */
export function fieldsAt(stage: string): DecisionField[] {
  const option = Decision.options.find(({ shape }) => shape.stage.value === stage);
  return Object.keys(option?.shape ?? {}).filter((name) => name !== 'stage' && name !== 'verdict') as DecisionField[];
}

const BY = { id: '', role: 'auditor' } as const;

/** The act that what is said so far would be, as far as its completeness goes. */
const actOf = (stage: Stage, verdict: Verdict, said: DecisionParts): Act => ({
  ...{ stage, verdict, by: BY },
  ...(said.quantity !== undefined && { quantity: said.quantity }),
  ...(said.rentMonths !== undefined && { rentMonths: said.rentMonths }),
  ...(said.score !== undefined && { score: said.score }),
  ...(said.paperIds !== undefined && { papers: [...said.paperIds] }),
  ...((said.reasonCode ?? said.finding) !== undefined && { reasonCode: said.reasonCode ?? said.finding ?? '' }),
  ...(said.settlement !== undefined && { settlement: said.settlement }),
  ...(said.answers !== undefined && { answers: [...said.answers] }),
  ...(said.openPoints !== undefined && { openPoints: [...said.openPoints] }),
  ...((said.words !== undefined || said.defects !== undefined) && { words: { ref: '', sha256: '' } }),
});

/** What the rules ask for beyond the schema, by field. */
export function lackingIn(stage: Stage, verdict: Verdict, said: DecisionParts): [field: string, message: string][] {
  const code = incompleteness(actOf(stage, verdict, said));
  if (!code) return [];
  return fieldsAbout(code, said).map(({ field, zh, en }) => [field, `${zh}\n${en}`]);
}

/** Of another way of housing: the months of a lease, where its rent is paid. */
export function rentLacking(
  rent: TaskDetail['rent'],
  [stage, verdict]: readonly [Stage, Verdict],
  said: DecisionParts,
): [field: string, message: string][] {
  const code = rentAmiss(rent ?? undefined, actOf(stage, verdict, said));
  return code ? fieldsAbout(code).map(({ field, zh, en }) => [field, `${zh}\n${en}`]) : [];
}

/** What a review still has to answer, and to explain. */
export function unanswered(
  questions: readonly Bilingual[],
  { answers = [], words }: DecisionParts,
): [field: string, message: string][] {
  const code = answersAmiss(questions.length, {
    answers: [...answers],
    ...(words && { words: { ref: '', sha256: '' } }),
  });
  if (!code) return [];
  const { zh, en } = ERRORS[code];
  return [[code === 'WORDS_MISSING' ? 'words' : 'answers', `${zh}\n${en}`]];
}

const SOMETHING: { readonly [Field in DecisionField]-?: NonNullable<DecisionParts[Field]> } = {
  ...{ reasonCode: 'PAPERS_INCOMPLETE', words: '-', defects: ['-'], quantity: 1, rentMonths: 1, paperIds: ['-'] },
  ...{ score: 0, finding: '-', visitedOn: '-', site: '-', onDay: '-', witness: '-' },
  ...{ openPoints: ['work'], settlement: { way: 'money' }, answers: ['yes'] },
};

/** Whether a verdict can't be given without this field. */
export function isNeeded(stage: Stage, verdict: Verdict, field: DecisionField): boolean {
  const others = fieldsAt(stage).filter((other) => other !== field);
  const said = Object.fromEntries(others.map((other) => [other, SOMETHING[other]]));
  if (lackingIn(stage, verdict, said).length > 0) return true;
  const { error } = Decision.safeParse({ stage, verdict });
  return error?.issues.some(({ path }) => path[0] === field) ?? false;
}

/** Verdicts that several tasks can be given at once: they say nothing of one case alone. */
export const saysNothingElse = (stage: Stage, verdict: Verdict): boolean =>
  Decision.safeParse({ stage, verdict }).success && incompleteness(actOf(stage, verdict, {})) === undefined;

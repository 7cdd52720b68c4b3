import { openStrand } from '../../domain/rules/open-strand.js';
import type { ReviewAnswer } from '../../domain/rules/review-answers.js';
import type { Stage, Verdict } from '../../domain/rules/stages.js';
import type { Act } from '../../domain/schemas/act.js';
import type { Strand } from '../../domain/schemas/application.js';
import type { CaseModel } from '../../prisma/generated/models.js';
import { uuidFor } from '../../platform/digest.js';
import type { Deps } from '../deps.js';
import { Refused } from '../problem.js';
import { visibleApplication } from '../queries/visible.js';
import { actorAt, type ApplicantWho } from '../who.js';
import { actInCase } from './act-in-case.js';
import { mustAnswer } from './review-answers.js';
import { paperDigests } from './paper-digests.js';
import { keepWords } from '../../prisma/words.js';

interface Step {
  readonly who: ApplicantWho;
  readonly applicationId: string;
  readonly actId: string;
  /** Where it belongs; of several, the one where the case is; without it, wherever the case is (withdrawal). */
  readonly stage?: Stage | readonly [Stage, ...Stage[]];
  /** Without it, where the case is open. */
  readonly strand?: Strand;
  readonly verdict: Verdict;
  readonly words?: string | undefined;
  readonly quantity?: number | undefined;
  readonly answers?: readonly ReviewAnswer[] | undefined;
  readonly paperIds?: readonly string[] | undefined;
}

/** The case of an application that its household or helper asks for. @throws Refused NOT_FOUND; NOT_AWAITED for a draft */
export async function ownCase({ db }: Deps, who: ApplicantWho, applicationId: string): Promise<CaseModel> {
  const { caseNo } = await visibleApplication(db, who, applicationId);
  if (caseNo === null) throw new Refused('NOT_AWAITED');
  return await db.case.findUniqueOrThrow({ where: { caseNo } });
}

/** What a household does in its case. @throws Refused */
export async function stepOfHousehold(deps: Deps, step: Step) {
  const { who, applicationId, actId, verdict, words, quantity, answers, paperIds } = step;
  const row = await ownCase(deps, who, applicationId);
  const { caseNo, householdId } = row;
  const stage = stageOf(step.stage, row.stage);
  const strand = step.strand ?? openStrand(row);
  if (strand === 'review') await mustAnswer(deps.db, row, { answers, words });
  const papers = await paperDigests(deps.db, applicationId, { stage, verdict, paperIds });
  const id = uuidFor(actId, 'words');
  const kept = words && (await keepWords(deps.db, deps.keyring, { id, householdId, caseNo, text: words }));
  const act: Act = {
    ...{ stage, verdict, by: actorAt(who, stage) },
    ...(kept && { words: kept }),
    ...(quantity !== undefined && { quantity }),
    ...(answers && { answers: [...answers] }),
    ...(papers && { papers }),
  };
  return await actInCase(deps, { caseNo, strand, actId, act });
}

function stageOf(belongs: Step['stage'], now: Stage): Stage {
  if (belongs === undefined) return now;
  if (typeof belongs === 'string') return belongs;
  return belongs.includes(now) ? now : belongs[0];
}

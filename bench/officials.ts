import { randomUUID } from 'node:crypto';
import { type Stage, stageRule, type Verdict } from '../domain/rules/stages.js';
import type { Act, Actor } from '../domain/schemas/act.js';
import type { RunningCases } from '../platform/running-cases.js';
import type { Db } from '../prisma/client.js';
import type { TaskModel } from '../prisma/generated/models.js';

/** What is decided at each stage on a case's straight way to its payment. */
const VERDICTS: Partial<Record<Stage, Verdict>> = {
  initialCheck: 'pass',
  townshipVerification: 'pass',
  projectApproval: 'pass',
  noticePosting: 'posted',
  publicNotice: 'takenDown',
  paymentPreparation: 'prepare',
  paymentReview: 'pass',
};
const PAPERS = ['5c'.repeat(32)];

/** The officials of a county, acting on tasks as fast as the cases take it. */
export class Officials {
  readonly #cases: RunningCases;
  readonly #actors: readonly Actor[];

  private constructor(cases: RunningCases, actors: readonly Actor[]) {
    this.#cases = cases;
    this.#actors = actors;
  }

  static async of(db: Db, cases: RunningCases, countyCode: string): Promise<Officials> {
    const rows = await db.official.findMany({ where: { areaCode: { startsWith: countyCode } } });
    const actors = rows.map(({ id, roles, officeId, areaCode }): Actor => ({
      id,
      role: roles[0]!,
      officeId,
      areaCode,
    }));
    return new Officials(cases, actors);
  }

  async decide({ caseNo, strand, stage, subject, areaCode }: TaskModel): Promise<void> {
    const { awaits, signatures } = stageRule(stage);
    const able = this.#actors.filter(({ role, areaCode: own }) => role === awaits && areaCode.startsWith(own!));
    const act: Act = {
      ...{ stage, verdict: VERDICTS[stage]!, by: able[0]!, papers: PAPERS },
      ...(subject !== '' && { subject }),
      ...(signatures === 2 && { cosigner: able[1]! }),
    };
    await this.#cases.act(caseNo, strand, act, randomUUID());
  }
}

/** The open tasks of these stages that are due; a page of them. */
export const dueTasks = (db: Db, countyCode: string, page: number): Promise<TaskModel[]> =>
  db.task.findMany({
    where: {
      ...{ areaCode: { startsWith: countyCode }, closedAt: null, stage: { in: Object.keys(VERDICTS) as Stage[] } },
      OR: [{ notBefore: null }, { notBefore: { lte: new Date() } }],
    },
    orderBy: { openedAt: 'asc' },
    take: page,
  });

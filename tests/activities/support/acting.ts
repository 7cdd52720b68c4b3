import { randomUUID } from 'node:crypto';
import type { Verdict } from '../../../domain/rules/stages.js';
import { stageRule } from '../../../domain/rules/stages.js';
import type { Act, Actor } from '../../../domain/schemas/act.js';
import type { RunningCases } from '../../../platform/running-cases.js';
import type { Db } from '../../../prisma/client.js';
import { eventually } from '../../support/eventually.js';

const WORDS = { ref: randomUUID(), sha256: 'b3'.repeat(32) };
const PAPERS = ['5c'.repeat(32)];

/** Officials of the rehearsal county as actors; each office has somebody who has not acted yet. */
async function officials(db: Db, role: Actor['role'], areaCode: string): Promise<Actor[]> {
  const rows = await db.official.findMany({ where: { roles: { has: role } }, orderBy: { login: 'desc' } });
  return rows
    .filter((row) => areaCode.startsWith(row.areaCode))
    .map((row) => ({ id: row.id, role, officeId: row.officeId, areaCode: row.areaCode }));
}

/** Waits until the case asks for something at this stage, then does it as whoever it awaits. */
export async function actAt(
  { db, cases }: { db: Db; cases: RunningCases },
  caseNo: string,
  stage: Act['stage'],
  verdict: Verdict,
  more: Partial<Act> = {},
): Promise<void> {
  const task = await eventually(
    () => db.task.findFirst({ where: { caseNo, stage, closedAt: null } }),
    (found) => found !== null && (found.notBefore?.getTime() ?? 0) <= Date.now(),
  );
  const { householdId, areaCode } = await db.case.findUniqueOrThrow({ where: { caseNo } });
  const role = stageRule(stage).awaits!;
  const by: Actor[] = role === 'household' ? [{ id: householdId!, role }] : await officials(db, role, areaCode);
  const act: Act = {
    ...{ stage, verdict, by: by[0]!, words: WORDS, papers: PAPERS, reasonCode: 'usedAsIntended' },
    ...(task!.subject && { subject: task!.subject }),
    ...(stageRule(stage).signatures === 2 && {
      cosigner: by.find(({ officeId }) => officeId !== by[0]!.officeId) ?? by[1]!,
    }),
    ...more,
  };
  await cases.act(caseNo, task!.strand, act, randomUUID());
}

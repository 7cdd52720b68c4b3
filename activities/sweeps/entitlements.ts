import type { EndReason } from '../../domain/rules/entitlement-ends.js';
import type { Programme } from '../../domain/schemas/programme.js';
import { inParallel } from '../../platform/in-parallel.js';
import { endEntitlement } from '../../prisma/entitlements.js';
import type {
  EntitlementModel as Entitlement,
  HouseholdChangeModel as HouseholdChange,
} from '../../prisma/generated/models.js';
import type { Tx } from '../../prisma/client.js';
import { programmeNow } from '../../prisma/rules-in-force.js';
import { makeRun } from '../../prisma/runs.js';
import type { Sweep } from './sweep.js';

/** Cases that wait for their workflow: when so many do, no more are made. The engine is not flooded at a new year. */
const WAVE = 200;
const AGAIN_AFTER_MS = 600_000;

export const isWaveFull = async (tx: Tx): Promise<boolean> =>
  (await tx.case.count({ where: { startedAt: null } })) >= WAVE;

/** Periods that are due: a run each, made as a row; they are started in waves as the engine takes them. */
export const makeRuns: Sweep = async ({ db, keyring }, limit) => {
  if (await isWaveFull(db)) return 0;
  const due = await db.entitlement.findMany({
    where: { state: 'active', nextDueAt: { lte: new Date() } },
    orderBy: [{ nextDueAt: 'asc' }, { caseNo: 'asc' }],
    take: limit,
  });
  const [failure] = await inParallel(due, 1, async ({ caseNo, periodsLeft }) => {
    try {
      await db.$transaction(async (tx) => {
        if (periodsLeft === 0) await endEntitlement(tx, keyring, caseNo, { end: 'allPaid', at: new Date() });
        else await makeRun(tx, caseNo);
      });
    } catch (error) {
      // One that can't be paid holds up no other.
      await db.entitlement.update({ where: { caseNo }, data: { nextDueAt: new Date(Date.now() + AGAIN_AFTER_MS) } });
      throw error;
    }
  });
  if (failure) throw failure;
  return due.length;
};

/** 动态管理: what a change in the household does at once to what is paid to it, by the rule of each programme. */
export const heedChanges: Sweep = async ({ db, keyring }, limit) => {
  const changes = await db.householdChange.findMany({
    where: { heededAt: null },
    orderBy: { reportedAt: 'asc' },
    take: limit,
  });
  for (const change of changes) {
    await db.$transaction(async (tx) => {
      const { id, householdId } = change;
      const active = await tx.entitlement.findMany({ where: { householdId, state: 'active' } });
      for (const entitlement of active) {
        const end = await endBy(tx, change, entitlement);
        if (end) await endEntitlement(tx, keyring, entitlement.caseNo, { end, at: new Date() });
      }
      await tx.householdChange.update({ where: { id }, data: { heededAt: new Date() } });
    });
  }
  return changes.length;
};

/** Of a person's own only what happens to the person counts; what is to be looked at waits for the next run. */
async function endBy(tx: Tx, { kind }: HouseholdChange, entitlement: Entitlement): Promise<EndReason | undefined> {
  const { countyCode, programmeCode, personId } = entitlement;
  if (personId !== null) {
    const { status } = await tx.member.findUniqueOrThrow({ where: { id: personId } });
    return status === 'dead' ? 'personDied' : status === 'departed' ? 'personLeft' : undefined;
  }
  const { body } = await programmeNow(tx, countyCode, programmeCode);
  return ENDS.includes(body.lifeEvents?.[kind]) ? 'householdChanged' : undefined;
}

/** What was paid for a time after the event is claimed back by officials (a claim needs two signatures). */
const ENDS: readonly (NonNullable<Programme['lifeEvents']>[HouseholdChange['kind']] | undefined)[] = [
  'stop',
  'recover',
];

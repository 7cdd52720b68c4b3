import type { EndReason } from '../../domain/rules/entitlement-ends.js';
import { effectOf, endsIt, type LifeEvent, type LifeEventEffect } from '../../domain/rules/life-events.js';
import type { Keyring } from '../../platform/keyring.js';
import { hasFallenDue } from '../../domain/rules/loans.js';
import { inParallel } from '../../platform/in-parallel.js';
import { endEntitlement } from '../../prisma/entitlements.js';
import type { MemberStatus } from '../../prisma/generated/enums.js';
import type { EntitlementModel as Entitlement } from '../../prisma/generated/models.js';
import { statusOf } from '../../prisma/life-events.js';
import type { Tx } from '../../prisma/client.js';
import { programmeNow } from '../../prisma/rules-in-force.js';
import { loanOf } from '../../prisma/loans.js';
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
  const [failure] = await inParallel(due, 1, async (entitlement) => {
    const { caseNo } = entitlement;
    const end = endsNow(entitlement);
    try {
      await db.$transaction(async (tx) => {
        if (end) await endEntitlement(tx, keyring, caseNo, { end, at: new Date() });
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

/** With the last of its periods, or with the loan, there is nothing more to pay. */
function endsNow(entitlement: Entitlement): EndReason | undefined {
  const loan = loanOf(entitlement);
  if (loan && hasFallenDue(loan, Number(entitlement.nextPeriod))) return 'fellDue';
  return entitlement.periodsLeft === 0 ? 'allPaid' : undefined;
}

/** 动态管理: what a change in the household does at once to what is paid to it, by the rule of each programme. */
export const heedChanges: Sweep = async ({ db, keyring }, limit) => {
  const changes = await db.householdChange.findMany({
    where: { heededAt: null },
    orderBy: { reportedAt: 'asc' },
    take: limit,
  });
  for (const { id, householdId, kind } of changes) {
    await db.$transaction(async (tx) => {
      const active = await tx.entitlement.findMany({ where: { householdId, state: 'active' } });
      for (const entitlement of active) await heed(tx, keyring, { ...entitlement, householdId }, kind);
      await tx.householdChange.update({ where: { id }, data: { heededAt: new Date() } });
    });
  }
  return changes.length;
};

/** What ends, ends; what counts members counts those who are left. What is to be looked at waits for the next run. */
async function heed(
  tx: Tx,
  keyring: Keyring,
  entitlement: Entitlement & { readonly householdId: string },
  event: LifeEvent,
): Promise<void> {
  const { caseNo, householdId, countyCode, programmeCode, personId, quantity } = entitlement;
  const { body: programme } = await programmeNow(tx, countyCode, programmeCode);
  const person = await statusOf(tx, personId);
  const effect = effectOf(programme.lifeEvents, event, person);
  const end = endBy(person, effect);
  if (end) await endEntitlement(tx, keyring, caseNo, { end, at: new Date() });
  else if (effect === 'recompute' && programme.measure.counts === 'members') {
    const present = await tx.member.count({ where: { householdId, status: 'present' } });
    const left = Math.min(quantity, present);
    if (left < quantity) await tx.entitlement.update({ where: { caseNo }, data: { quantity: left } });
  }
}

/** What was paid for a time after the event is claimed back by officials (a claim needs two signatures). */
function endBy(person: MemberStatus | undefined, effect: LifeEventEffect | undefined): EndReason | undefined {
  if (person === 'dead') return 'personDied';
  if (person === 'departed') return 'personLeft';
  return endsIt(effect) ? 'householdChanged' : undefined;
}

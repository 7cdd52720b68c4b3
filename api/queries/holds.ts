import { HOLD_REASONS } from '../../domain/rules/hold-reasons.js';
import type { CaseHold, HoldQuery, HoldView } from '../../domain/schemas/holds.js';
import { heldText, HOLD_KINDS } from '../../domain/texts/holds.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import type { CaseModel, HoldModel as Hold } from '../../prisma/generated/models.js';
import type { OfficialWho } from '../who.js';
import { coded } from './coded.js';
import { behind } from './newest-first.js';
import { officialsBy } from './officials.js';
import { type Page, pageOf, positionOf } from './page.js';

/** Holds as officials see them. An account is told by the number of the household, or the name of the payee, never by its own. */
export async function holdViews(tx: Tx, holds: readonly Hold[]): Promise<(hold: Hold) => HoldView> {
  const person = await officialsBy(
    tx,
    holds.flatMap(({ byId, liftedById }) => [byId, liftedById]),
  );
  const about = await namesOf(tx, holds);
  return (hold) => ({
    ...{ id: hold.id, kind: coded(HOLD_KINDS, hold.kind), about: about(hold) },
    ...{ reason: coded(HOLD_REASONS, hold.reasonCode), note: hold.note, at: hold.at.toISOString() },
    by: hold.byId === null ? null : person(hold.byId),
    lifted:
      hold.liftedAt === null
        ? null
        : { by: person(hold.liftedById ?? ''), at: hold.liftedAt.toISOString(), note: hold.liftNote ?? '' },
  });
}

/** The holds of an official's area, the newest first. */
export async function holdPage(
  tx: Tx,
  who: OfficialWho,
  { cursor, limit, open, kind }: HoldQuery,
): Promise<Page<HoldView>> {
  const rows = await tx.hold.findMany({
    where: {
      countyCode: { startsWith: who.areaCode },
      ...(kind !== undefined && { kind }),
      ...(open !== undefined && { liftedAt: open ? null : { not: null } }),
      ...behind(positionOf(cursor), 'at', 'id'),
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  });
  return pageOf(rows, limit, ({ at, id }) => ({ at, id }), await holdViews(tx, rows));
}

/** Holds that stop, or stopped, the payments of a case while it was open, the oldest first. */
export async function holdsOfCase(tx: Tx, caseNo: string): Promise<Hold[]> {
  const { householdId, submittedAt, running, closedAt } = await tx.case.findUniqueOrThrow({ where: { caseNo } });
  const payments = await tx.payment.findMany({ where: { caseNo } });
  const paidTo = { where: { id: { in: payments.map(({ accountId }) => accountId) } }, select: { numberHash: true } };
  const accounts = [...(await tx.account.findMany(paidTo)), ...(await tx.payeeAccount.findMany(paidTo))];
  const about: Prisma.HoldWhereInput[] = [
    { kind: 'case', subject: caseNo },
    ...(householdId === null ? [] : [{ kind: 'household' as const, subject: householdId }]),
    { kind: 'account', subject: { in: accounts.map(({ numberHash }) => numberHash) } },
    { kind: 'batch', subject: { in: payments.flatMap(({ batchNo }) => batchNo ?? []) } },
  ];
  const meanwhile = { OR: [{ liftedAt: null }, { liftedAt: { gte: submittedAt } }] };
  const before = running || closedAt === null ? {} : { at: { lte: closedAt } };
  return await tx.hold.findMany({ where: { AND: [{ OR: about }, meanwhile, before] }, orderBy: { at: 'asc' } });
}

async function namesOf(tx: Tx, holds: readonly Hold[]): Promise<(hold: Hold) => string> {
  const subjects = (of: Hold['kind']) => holds.filter(({ kind }) => kind === of).map(({ subject }) => subject);
  const accounts = await tx.account.findMany({
    where: { numberHash: { in: subjects('account') } },
    include: { household: true },
    orderBy: { since: 'desc' },
  });
  const registered = await tx.payeeAccount.findMany({
    where: { numberHash: { in: subjects('account') } },
    include: { payee: true },
  });
  const households = await tx.household.findMany({ where: { id: { in: subjects('household') } } });
  const numbers = new Map([
    ...registered.map(({ numberHash, payee }) => [numberHash, payee.name] as const),
    ...accounts.map(({ numberHash, household }) => [numberHash, household.registerNo] as const),
    ...households.map(({ id, registerNo }) => [id, registerNo] as const),
  ]);
  return ({ kind, subject }) => (kind === 'case' || kind === 'batch' ? subject : (numbers.get(subject) ?? '—'));
}

/** What stops the payments of a case at present, as it shows it. */
export async function caseHolds(tx: Tx, { caseNo, running }: CaseModel): Promise<CaseHold[]> {
  if (!running) return [];
  const holds = await holdsOfCase(tx, caseNo);
  return holds
    .filter(({ liftedAt }) => liftedAt === null)
    .map(({ reasonCode, at }) => ({ text: heldText(reasonCode), at: at.toISOString() }));
}

import { ERRORS } from '../../domain/errors.js';
import { HOLD_REASONS } from '../../domain/rules/hold-reasons.js';
import { maskName } from '../../domain/rules/masking.js';
import type { ScheduleLineQuery, ScheduleLineView } from '../../domain/schemas/payee-schedule.js';
import { LINE_STATE_TEXTS } from '../../domain/texts/schedules.js';
import type { Keyring } from '../../platform/keyring.js';
import { areaNames } from '../../prisma/areas.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import { payeesBehind } from '../../prisma/payee-names.js';
import { openColumn } from '../../prisma/sealed.js';
import { coded } from './coded.js';
import { fundingParts } from './funding-parts.js';
import { holdReasons } from './hold-reasons.js';
import { type Page, pageOf, positionOf } from './page.js';

/** The head is the first member in the register. */
const head = { orderBy: { position: 'asc' }, take: 1, select: { nameSealed: true } } as const;
const household = { select: { wrappedKey: true, members: head } } as const;
const payee = { select: { name: true } } as const;
const withCase = {
  case: { select: { areaCode: true, amountFen: true, household, payee } },
} as const satisfies Prisma.PayeeScheduleLineInclude;
type Line = Prisma.PayeeScheduleLineGetPayload<{ include: typeof withCase }>;

/** A page of a schedule's lines by case number: applicants by the first character of their names. */
export async function linePage(
  tx: Tx,
  keyring: Keyring,
  scheduleNo: string,
  { cursor, limit, line }: ScheduleLineQuery,
): Promise<Page<ScheduleLineView>> {
  const rows = await tx.payeeScheduleLine.findMany({
    where: {
      ...{ scheduleNo, caseNo: { gt: positionOf(cursor)?.id ?? '' } },
      ...(line !== undefined && { state: line }),
    },
    include: withCase,
    orderBy: { caseNo: 'asc' },
    take: limit + 1,
  });
  return pageOf(rows, limit, ({ caseNo }) => ({ at: null, id: caseNo }), await lineViews(tx, keyring, rows));
}

async function lineViews(tx: Tx, keyring: Keyring, lines: readonly Line[]): Promise<(line: Line) => ScheduleLineView> {
  const references = lines.flatMap(({ reference }) => reference ?? []);
  const orders = await tx.payment.findMany({
    where: { reference: { in: references } },
    select: {
      reference: true,
      amountFen: true,
      documentNo: true,
      accountCode: true,
      parts: { orderBy: { part: 'asc' } },
      accountId: true,
    },
  });
  const order = new Map(orders.map((row) => [row.reference, row]));
  const area = await areaNames(
    tx,
    lines.map((line) => line.case.areaCode),
  );
  const held = await holdReasons(tx, references);
  const payeeBehind = await payeesBehind(
    tx,
    orders.map(({ accountId }) => accountId),
  );
  return ({ caseNo, state, reference, refusalCode, case: row }) => {
    const { township, village } = area(row.areaCode);
    const ordered = order.get(reference ?? '');
    return {
      ...{ caseNo, reference, applicant: applicantOf(keyring, row), area: { township, village } },
      ...{ state: coded(LINE_STATE_TEXTS, state), amountFen: Number(ordered?.amountFen ?? row.amountFen) },
      ...{ documentNo: ordered?.documentNo ?? null, accountCode: ordered?.accountCode ?? null },
      parts: fundingParts(ordered?.parts),
      paidTo: (ordered && payeeBehind(ordered.accountId)?.name) ?? null,
      refusal: refusalCode === null ? null : coded(ERRORS, refusalCode),
      warnings: held(reference ?? '').map((code) => coded(HOLD_REASONS, code)),
    };
  };
}

function applicantOf(keyring: Keyring, { household: whose, payee: own }: Line['case']): string {
  const first = whose?.members[0];
  return first
    ? maskName(openColumn(keyring.unwrap(whose.wrappedKey), 'memberName', first.nameSealed))
    : (own?.name ?? '');
}

import { randomBytes, randomUUID } from 'node:crypto';
import type { PaymentState } from '../../../prisma/generated/enums.js';
import type { Db, Tx } from '../../../prisma/client.js';
import { allotmentAccount } from '../../../prisma/ledger/accounts.js';
import { postMany } from '../../../prisma/ledger/post.js';
import { caseNumber } from '../../../domain/rules/case-number.js';
import { nextSerial } from '../../../prisma/serials.js';
import { openBooks } from '../../ledger/support/books.js';

export const ORDER_FEN = 70_000;
const COUNTY = '339901';
const PROGRAMME = 'beekeeping';
const AT_ONCE = 200;

interface Wanted {
  readonly howMany: number;
  readonly state?: PaymentState;
  /** Whether their cases are open: they wait to be told. */
  readonly running?: boolean;
}

/**
 * Orders as they are when their batch has left: each of a case of its own with its money committed. Rows alone: no
 * case runs, and payees are sealed under no key. Answers the references, in order.
 */
export async function manyOrders(db: Db, { howMany, state = 'sent', running = true }: Wanted): Promise<string[]> {
  const household = await db.household.findFirstOrThrow({ where: { villageCode: { startsWith: COUNTY } } });
  const { digest: programmeDigest } = await db.programme.findFirstOrThrow({
    where: { code: PROGRAMME, countyCode: COUNTY },
  });
  const { digest: policyDigest } = await db.countyPolicy.findFirstOrThrow({ where: { countyCode: COUNTY } });
  const fundFen = BigInt(ORDER_FEN) * BigInt(howMany);
  const [allotmentId] = (await openBooks(db, `orders-${randomUUID().slice(0, 8)}`, fundFen, [
    { programmeCode: PROGRAMME, amountFen: fundFen },
  ])) as [string];
  const caseNos = await numbers(db, howMany);
  const given = { householdId: household.id, areaCode: household.villageCode, programmeDigest, policyDigest };
  for (let from = 0; from < howMany; from += AT_ONCE) {
    const some = caseNos.slice(from, from + AT_ONCE);
    await db.$transaction((tx) => insert(tx, some, { ...given, allotmentId, state, running }));
  }
  return caseNos.map((caseNo) => `${caseNo}-P1`);
}

interface Given {
  readonly householdId: string;
  readonly areaCode: string;
  readonly programmeDigest: string;
  readonly policyDigest: string;
  readonly allotmentId: string;
  readonly state: PaymentState;
  readonly running: boolean;
}

async function insert(tx: Tx, caseNos: readonly string[], given: Given): Promise<void> {
  const { allotmentId, state, running, ...common } = given;
  const fen = BigInt(ORDER_FEN);
  await tx.case.createMany({
    data: caseNos.map((caseNo) => ({
      ...{ caseNo, applicationId: randomUUID(), countyCode: COUNTY, programmeCode: PROGRAMME, ...common, running },
      // One running case per household, programme and period: so many need as many periods.
      ...{ period: caseNo, quantity: 1, amountFen: fen, startedAt: new Date(), input: {} },
      ...(running ? { stage: 'bankTransfer' as const } : { stage: 'closed' as const, closedAt: new Date() }),
    })),
  });
  await tx.commitment.createMany({
    data: caseNos.map((caseNo) => ({ caseNo, allotmentId, amountFen: fen, state: 'committed' })),
  });
  await tx.payment.createMany({
    data: caseNos.map((caseNo) => ({
      ...{ reference: `${caseNo}-P1`, caseNo, attempt: 1, amountFen: fen, state, sentAt: new Date() },
      ...{ accountId: randomUUID(), payeeSealed: randomBytes(8), bankName: '银行', remark: '补助' },
      ...{ documentNo: '1', accountCode: '1', preparedById: 'yl-maker-1' },
    })),
  });
  const [from, to] = [allotmentAccount(allotmentId, 'available'), allotmentAccount(allotmentId, 'committed')];
  const entries = { [from]: -fen, [to]: fen };
  await postMany(
    tx,
    caseNos.map((caseNo) => ({ key: `${caseNo}/opened`, kind: 'opened', caseNo, entries })),
  );
}

async function numbers(db: Db, howMany: number): Promise<string[]> {
  const year = new Date().getUTCFullYear();
  const scope = `case/${COUNTY}/${year}`;
  const first = await nextSerial(db, scope);
  await db.serial.update({ where: { scope }, data: { last: first + howMany - 1 } });
  return Array.from({ length: howMany }, (_, index) => caseNumber(COUNTY, year, first + index));
}

export const caseOf = (reference: string): string => reference.slice(0, -3);

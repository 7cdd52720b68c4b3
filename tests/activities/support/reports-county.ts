import { collectReports } from '../../../activities/sweeps/collect-reports.js';
import type { Swept } from '../../../activities/sweeps/sweep.js';
import type { Db } from '../../../prisma/client.js';
import { openCounty } from './county-at-work.js';
import { caseOf, manyOrders } from './many-orders.js';
import { reportingBank } from './reporting-bank.js';

/** A county whose orders have left, and the bank that reports on them; what became of both. */
export function reportsCounty() {
  const bank = reportingBank();
  let county: Awaited<ReturnType<typeof openCounty>>;
  const open = async () => void (county = await openCounty(bank));
  const close = async () => await county?.close();
  const swept = (): Swept => ({ ...county, bank, cases: undefined as never });
  const collect = async (more: Partial<Swept> = {}) => await collectReports({ ...swept(), ...more }, 50);
  const orders = (howMany: number, more: Partial<Parameters<typeof manyOrders>[1]> = {}) =>
    manyOrders(county.db, { howMany, ...more });
  const paymentOf = (reference: string) => county.db.payment.findUniqueOrThrow({ where: { reference } });
  const statesOf = async (references: readonly string[]) => {
    const rows = await county.db.payment.findMany({ where: { reference: { in: [...references] } } });
    const states = new Map(rows.map(({ reference, state }) => [reference, state]));
    return references.map((reference) => states.get(reference));
  };
  const commitmentOf = async (reference: string) =>
    (await county.db.commitment.findFirstOrThrow({ where: { caseNo: caseOf(reference) } })).state;
  /** What was booked of an order's money since it left: the ends of the keys. */
  const bookedOf = async (reference: string) => {
    const where = { caseNo: caseOf(reference), kind: { not: 'opened' } } as const;
    const rows = await county.db.ledgerTransaction.findMany({ where, orderBy: { at: 'asc' } });
    return rows.map(({ key }) => key.slice(reference.length));
  };
  const effectsOf = async (references: readonly string[]) => {
    const where = { reference: { in: [...references] } };
    const orderBy = [{ file: { at: 'asc' } }, { line: 'asc' }] as const;
    const rows = await county.db.bankReportLine.findMany({ where, orderBy: [...orderBy] });
    return rows.map(({ effect }) => effect);
  };
  const discrepanciesOf = (references: readonly string[]) => {
    const where = { reference: { in: [...references] } };
    return county.db.discrepancy.findMany({ where, orderBy: { reference: 'asc' } });
  };
  const postedOf = async (name: string) => (await county.db.bankFile.findFirstOrThrow({ where: { name } })).posted;
  return {
    ...{ bank, open, close, swept, collect, orders, postedOf },
    ...{ paymentOf, statesOf, commitmentOf, bookedOf, effectsOf, discrepanciesOf },
    get db() {
      return county.db;
    },
    get keyring() {
      return county.keyring;
    },
  };
}

/** A worker that dies when it has done everything of its n-th transaction but its end. */
export function dyingAt(alive: Db, nth: number): Db {
  let begun = 0;
  const transaction = (work: (tx: unknown) => Promise<unknown>) =>
    alive.$transaction(async (tx) => {
      const done = await work(tx);
      begun += 1;
      if (begun === nth) throw new Error('killed');
      return done;
    });
  return new Proxy(alive, {
    get: (db, name) => (name === '$transaction' ? transaction : (Reflect.get(db, name) as unknown)),
  });
}

/** A database that counts the questions it is asked. */
export function counting(db: Db) {
  let asked = 0;
  const counted = db.$extends({
    query: {
      $allOperations: async ({ args, query }) => {
        asked += 1;
        return (await query(args)) as unknown;
      },
    },
  });
  return { db: counted as unknown as Db, asked: () => asked };
}

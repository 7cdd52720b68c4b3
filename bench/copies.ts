import { digestOf } from '../activities/record/record.js';
import { anewOf } from '../cli/restore/begin-anew.js';
import { stepOf } from '../cli/restore/compare.js';
import { caseNumber } from '../domain/rules/case-number.js';
import type { Application } from '../domain/schemas/application.js';
import { Transition } from '../domain/schemas/transition.js';
import type { Keyring } from '../platform/keyring.js';
import type { Db } from '../prisma/client.js';
import { allotmentAccount } from '../prisma/ledger/accounts.js';
import { postMany } from '../prisma/ledger/post.js';
import { snapshotPayee } from '../prisma/payee.js';

const PAGE = 250;

/** A case, with all its rows, whose copies are made for other households. */
export type Model = Awaited<ReturnType<typeof modelOf>>;
type Household = { id: string; villageCode: string };

/** A case that waits for its batch, with an order that finance has reviewed. */
export async function modelOf(db: Db, caseNo: string) {
  const row = await db.case.findUniqueOrThrow({ where: { caseNo } });
  const events = await db.caseEvent.findMany({ where: { caseNo }, orderBy: { seq: 'asc' } });
  const payment = await db.payment.findFirstOrThrow({ where: { caseNo, state: 'checked' } });
  const commitment = await db.commitment.findFirstOrThrow({ where: { caseNo } });
  return { row, events, payment, commitment };
}

/**
 * Copies of a case up to its reviewed order, each of another household with its own payee, words and number: rows as the
 * recorder wrote them, and what a case is begun anew with from them. Answers the workflows that are to be started.
 */
export async function copyCase(db: Db, keyring: Keyring, model: Model, households: readonly Household[]) {
  const { countyCode } = model.row;
  const year = new Date().getUTCFullYear();
  const scope = `case/${countyCode}/${year}`;
  const { last } = await db.serial.update({ where: { scope }, data: { last: { increment: households.length } } });
  const first = last - households.length + 1;
  const copies = households.map((household, index) => ({
    household,
    caseNo: caseNumber(countyCode, year, first + index),
  }));
  const anew = [];
  for (let from = 0; from < copies.length; from += PAGE) {
    const page = copies.slice(from, from + PAGE);
    await copyPage(db, keyring, model, page);
    for (const { caseNo } of page) anew.push((await anewOf(db, { caseNo, strand: 'case' }))!);
  }
  return anew;
}

interface Copy {
  readonly household: Household;
  readonly caseNo: string;
}

async function copyPage(db: Db, keyring: Keyring, model: Model, page: readonly Copy[]): Promise<void> {
  const { row, events, payment, commitment } = model;
  /** The same words about another case. */
  const about = <T>(value: T, { caseNo, household }: Copy): T =>
    JSON.parse(
      JSON.stringify(value)
        .replaceAll(row.caseNo, caseNo)
        .replaceAll(row.householdId!, household.id)
        .replaceAll(row.areaCode, household.villageCode),
    ) as T;
  await db.$transaction(
    async (tx) => {
      const drafts = page.map(({ caseNo, household }) => ({
        ...{ id: crypto.randomUUID(), caseNo, householdId: household.id, programmeCode: row.programmeCode },
      }));
      await tx.applicationDraft.createMany({ data: drafts });
      await tx.case.createMany({
        data: page.map((copy, index) => ({
          ...row,
          ...{ caseNo: copy.caseNo, householdId: copy.household.id, areaCode: copy.household.villageCode },
          ...{ applicationId: drafts[index]!.id, input: about(row.input as unknown as Application, copy) as object },
          outcome: undefined as never,
        })),
      });
      await tx.caseEvent.createMany({
        data: page.flatMap((copy) =>
          events.map((event) => {
            const body = about(event.body, copy) as object;
            const step = Transition.parse({ ...stepOf(event), ...body });
            return { ...event, caseNo: copy.caseNo, body, digest: digestOf(step) };
          }),
        ),
      });
      const payments = [];
      for (const { caseNo, household } of page) {
        const payee = await snapshotPayee(tx, keyring, household.id);
        payments.push({ ...payment, ...payee, caseNo, reference: `${caseNo}-P1` });
      }
      await tx.payment.createMany({ data: payments });
      await tx.commitment.createMany({ data: page.map(({ caseNo }) => ({ ...commitment, caseNo })) });
      const [available, reserved, committed] = (['available', 'reserved', 'committed'] as const).map((kind) =>
        allotmentAccount(commitment.allotmentId, kind),
      ) as [string, string, string];
      const fen = commitment.amountFen;
      const move = (caseNo: string, kind: 'reserved' | 'committed', less: string, more: string) => ({
        ...{ key: `${caseNo}/copied/${kind}`, kind, caseNo, entries: { [less]: -fen, [more]: fen } },
      });
      await postMany(
        tx,
        page.map(({ caseNo }) => move(caseNo, 'reserved', available, reserved)),
      );
      await postMany(
        tx,
        page.map(({ caseNo }) => move(caseNo, 'committed', reserved, committed)),
      );
    },
    { timeout: 120_000 },
  );
}

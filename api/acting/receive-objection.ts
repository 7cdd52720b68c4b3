import type { Db, Tx } from '../../prisma/client.js';
import type { CaseModel, ObjectionModel as Objection } from '../../prisma/generated/models.js';
import { sealColumn } from '../../prisma/sealed.js';
import type { Keyring } from '../../platform/keyring.js';
import { uuidFor } from '../../platform/digest.js';
import { found, invalid, Refused } from '../problem.js';
import { newReceiptNo } from './receipt-number.js';
import { keepWords } from '../../prisma/words.js';

interface NewObjection {
  readonly actId: string;
  readonly publicationNo: string;
  /** Which of its households, where it lists more than one. */
  readonly position?: number | undefined;
  readonly words: string;
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
}

/** Many may object at once. */
const PATIENCE = { maxWait: 20_000, timeout: 20_000 };

/**
 * A row first, with its time of receipt by PostgreSQL's clock, in one transaction that shares the lock of the
 * publication with other objections and with nobody who closes it: whatever came before the end counts.
 *
 * @throws Refused NOT_FOUND, NOTICE_CLOSED, INVALID_INPUT where it has to be said which household is meant
 */
export async function receiveObjection(db: Db, keyring: Keyring, objection: NewObjection): Promise<Objection> {
  const id = uuidFor(objection.actId, 'objection');
  return await db.$transaction(async (tx) => {
    const received = await tx.objection.findUnique({ where: { id } });
    if (received) return received;
    const receivedAt = await withinTerm(tx, objection.publicationNo);
    return await insert(tx, keyring, { ...objection, id, receivedAt });
  }, PATIENCE);
}

/** The moment of receipt. @throws Refused NOT_FOUND, NOTICE_CLOSED */
async function withinTerm(tx: Tx, publicationNo: string): Promise<Date> {
  // Cut to the milliseconds in which closing times are kept: rounded, the last of them would be the end itself.
  const [publication] = await tx.$queryRaw<{ closesAt: Date | null; isOver: boolean; now: Date }[]>`
    SELECT "closesAt", ("closedAt" IS NOT NULL OR "withdrawnAt" IS NOT NULL) AS "isOver",
      date_trunc('milliseconds', clock_timestamp()) AS now
    FROM "Publication" WHERE "no" = ${publicationNo} FOR SHARE`;
  const { closesAt, isOver, now } = found(publication);
  if (isOver || (closesAt && now >= closesAt)) throw new Refused('NOTICE_CLOSED');
  return now;
}

/** The case it is about. @throws Refused INVALID_INPUT, NOTICE_CLOSED for one that is settled or has left the notice */
async function objectedTo(tx: Tx, publicationNo: string, position: number | undefined): Promise<CaseModel> {
  const entries = await tx.publicationEntry.findMany({
    where: { publicationNo, ...(position !== undefined && { position }) },
    include: { case: true },
    take: 2,
  });
  const [entry, another] = entries;
  if (!entry || another) throw invalid([WHICH_HOUSEHOLD]);
  if (entry.closedAt || entry.withdrawnAt) throw new Refused('NOTICE_CLOSED');
  return entry.case;
}

const WHICH_HOUSEHOLD = {
  field: 'position',
  zh: '请指明所反映的是公示表中的哪一户（序号）',
  en: 'Say which household of the notice it is about, by its number in the table',
};

async function insert(
  tx: Tx,
  keyring: Keyring,
  objection: NewObjection & { id: string; receivedAt: Date },
): Promise<Objection> {
  const { id, receivedAt, actId, publicationNo, position, words, name, phone } = objection;
  const { caseNo, householdId, countyCode } = await objectedTo(tx, publicationNo, position);
  const { ref } = await keepWords(tx, keyring, { id: uuidFor(actId, 'words'), householdId, caseNo, text: words });
  const isAnonymous = name === undefined && phone === undefined;
  const { key } = keyring.county(countyCode);
  return await tx.objection.create({
    data: {
      ...{ id, receiptNo: newReceiptNo(), publicationNo, caseNo, receivedAt, wordsId: ref },
      objectorSealed: isAnonymous ? null : sealColumn(key, 'objector', JSON.stringify({ name, phone })),
    },
  });
}

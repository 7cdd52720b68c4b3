import { notPromisable, paperKinds, quantityMissing } from '../../domain/rules/draft-completeness.js';
import type { Bilingual } from '../../domain/schemas/common.js';
import { type BundleRowBody, MOST_ROWS } from '../../domain/schemas/bundle.js';
import type { Programme } from '../../domain/schemas/programme.js';
import type { Keyring } from '../../platform/keyring.js';
import { lockBundle } from '../../prisma/bundles.js';
import { type Db, Prisma, type Tx } from '../../prisma/client.js';
import type { BundleModel as Bundle } from '../../prisma/generated/models.js';
import { type Rejection, rejection } from '../../prisma/register/rejection.js';
import { sealColumn } from '../../prisma/sealed.js';
import { Refused } from '../problem.js';

/** Rows that are kept together. */
const PAGE = 100;

/** A row as it was typed, or stood in a file on this line. */
export interface ListedRow extends BundleRowBody {
  readonly line: number;
}

/**
 * Enters households into a bundle, page by page: good rows are kept, bad ones told by line. A household that is named
 * again is changed.
 * @throws Refused BUNDLE_MOVED where it was handed in, BUNDLE_FULL
 */
export async function listHouseholds(
  { db, keyring }: { db: Db; keyring: Keyring },
  { no }: Bundle,
  programme: Programme,
  rows: readonly ListedRow[],
): Promise<Rejection[]> {
  const rejections: Rejection[] = [];
  for (let from = 0; from < rows.length; from += PAGE) {
    const page = rows.slice(from, from + PAGE);
    await db.$transaction(async (tx) => {
      const bundle = await lockBundle(tx, no);
      if (bundle.state !== 'drafting') throw new Refused('BUNDLE_MOVED');
      for (const row of page) {
        const fault = await listOne(tx, keyring, bundle, programme, row);
        if (fault) rejections.push(rejection(row.line, fault.zh, fault.en));
      }
      if ((await tx.bundleRow.count({ where: { bundleNo: no } })) > MOST_ROWS) throw new Refused('BUNDLE_FULL');
    });
  }
  return rejections;
}

/** Answers with what is wrong with it. */
async function listOne(
  tx: Tx,
  keyring: Keyring,
  { no: bundleNo, areaCode, helperId }: Bundle,
  programme: Programme,
  { registerNo, quantity, consentedOn, plan, promisedPapers }: ListedRow,
): Promise<Bilingual | undefined> {
  const household = await tx.household.findFirst({ where: { registerNo, villageCode: { startsWith: areaCode } } });
  if (!household) return NO_HOUSEHOLD;
  const fault = quantityMissing(quantity, programme)[0] ?? unfitPromise(promisedPapers, programme);
  if (fault) return fault;
  const planSealed = plan && sealColumn(keyring.unwrap(household.wrappedKey), 'draftPlan', plan).toString('base64');
  const body = { quantity, promisedPapers, registerConfirmed: true, ...(planSealed && { planSealed }) };
  const householdId = household.id;
  const known = await tx.bundleRow.findFirst({ where: { bundleNo, application: { householdId } } });
  if (known) {
    await tx.applicationDraft.update({ where: { id: known.applicationId }, data: { body } });
    const anew = { consentedOn, state: 'listed' as const, withdrawal: Prisma.DbNull };
    await tx.bundleRow.update({ where: { applicationId: known.applicationId }, data: anew });
    return undefined;
  }
  const { _max } = await tx.bundleRow.aggregate({ where: { bundleNo }, _max: { position: true } });
  const position = 1 + (_max.position ?? 0);
  await tx.applicationDraft.create({
    data: {
      ...{ householdId, programmeCode: programme.code, helperId, body },
      bundleRow: { create: { bundleNo, position, consentedOn } },
    },
  });
  return undefined;
}

const NO_HOUSEHOLD = {
  zh: '名册中没有该户，或不在本辖区，请核对户编号',
  en: 'There is no such household in the register of the area: check its number',
};

function unfitPromise(promised: readonly string[], programme: Programme): Bilingual | undefined {
  const unknown = promised.find((kind) => !paperKinds(programme).includes(kind));
  if (unknown !== undefined) return { zh: `该项目没有材料“${unknown}”`, en: `The programme has no paper ${unknown}` };
  const [firm] = notPromisable(promised, programme);
  return firm === undefined
    ? undefined
    : { zh: `材料“${firm}”不能承诺后补`, en: `The paper ${firm} cannot be promised for later` };
}

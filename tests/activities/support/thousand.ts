import { listHouseholds } from '../../../api/acting/list-households.js';
import { submitBundle } from '../../../api/acting/submit-bundle.js';
import { newcomers } from '../../../cli/rehearsal/newcomers.js';
import type { Keyring } from '../../../platform/keyring.js';
import { nextBundleNo } from '../../../prisma/bundles.js';
import type { Db } from '../../../prisma/client.js';
import type { BundleModel as Bundle } from '../../../prisma/generated/models.js';
import { newHousehold } from '../../../prisma/register/new-household.js';
import { programmeVersion } from '../../../prisma/rules-in-force.js';

const VILLAGE = '339901100201';
const PROGRAMME = 'beekeeping';
const script = { id: 'bundle', zh: '捆绑', en: 'bundle', share: 1, way: [], ends: { outcome: 'completed' } } as const;

interface Where {
  readonly db: Db;
  readonly keyring: Keyring;
}

interface Many {
  /** Tells the households of two bundles apart. */
  readonly run?: string;
  /** Of each household there is everything; else it promises its receipt for later. */
  readonly hasPapers?: true;
  /** SHA-256 of that receipt. */
  readonly receiptSha256?: string;
}

/** So many households that nobody has seen before, in one village; their numbers in the register. */
async function register({ db, keyring }: Where, howMany: number, run: string): Promise<string[]> {
  const cast = newcomers(
    Array.from({ length: howMany }, () => script),
    run,
  );
  const rows = cast.map((each) => newHousehold(keyring, { ...each.register, villageCode: VILLAGE }));
  await db.household.createMany({ data: rows.map(({ household }) => household) });
  await db.member.createMany({ data: rows.flatMap(({ members }) => members) });
  await db.account.createMany({ data: rows.flatMap(({ accounts }) => accounts) });
  return cast.map((each) => each.register.registerNo);
}

/** A bundle of so many households that a clerk has handed in. */
export async function bundleOfMany(
  where: Where,
  howMany: number,
  { run = 'k', hasPapers, receiptSha256 = '7a'.repeat(32) }: Many = {},
): Promise<Bundle> {
  const { db } = where;
  const registerNos = await register(where, howMany, run);
  const countyCode = VILLAGE.slice(0, 6);
  const no = await nextBundleNo(db, countyCode);
  const bundle = await db.bundle.create({
    data: {
      ...{ no, route: 'bundled', programmeCode: PROGRAMME, countyCode, areaCode: VILLAGE.slice(0, 9) },
      officialId: 'yl-339901100-clerk-1',
    },
  });
  const { digest } = await db.programme.findFirstOrThrow({ where: { countyCode, code: PROGRAMME } });
  const programme = await programmeVersion(db, digest);
  const rows = registerNos.map((registerNo, index) => ({
    ...{ line: index + 1, registerNo, quantity: 10, consentedOn: '2026-03-01' },
    promisedPapers: hasPapers ? [] : ['purchaseReceipt'],
  }));
  const rejections = await listHouseholds(where, bundle, programme, rows);
  if (rejections.length > 0) throw new Error(`Rejected: ${JSON.stringify(rejections[0])}`);
  const paper = {
    kind: 'consentList',
    sha256: '5c'.repeat(32),
    contentType: 'image/png',
    bytes: 1,
    uploadedBy: 'test',
  };
  await db.bundlePaper.create({ data: { bundleNo: no, ...paper } });
  if (hasPapers) await giveReceipts(db, no, receiptSha256);
  return await submitBundle(db, no, false);
}

async function giveReceipts(db: Db, bundleNo: string, sha256: string): Promise<void> {
  const rows = await db.bundleRow.findMany({ where: { bundleNo }, select: { applicationId: true } });
  const receipt = { kind: 'purchaseReceipt', sha256, contentType: 'image/png', bytes: 1 };
  const given = { ...receipt, uploadedBy: 'test', toldAt: new Date() };
  await db.paper.createMany({ data: rows.map(({ applicationId }) => ({ ...given, applicationId })) });
}

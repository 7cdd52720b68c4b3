import { Act } from '../domain/schemas/act.js';
import type { BundleCommission } from '../domain/schemas/bundle-commission.js';
import { decisionsOf, type PastDecision } from '../domain/rules/separation-of-duty.js';
import { shanghaiDate } from '../domain/rules/working-days.js';
import type { Tx } from './client.js';
import type { BundleModel as Bundle } from './generated/models.js';
import { nextSerial } from './serials.js';

/** The next number of a county's bundles: `330127-2026-K000001`. */
export async function nextBundleNo(tx: Tx, countyCode: string): Promise<string> {
  const year = shanghaiDate(Date.now()).slice(0, 4);
  const serial = await nextSerial(tx, `bundle/${countyCode}/${year}`);
  return `${countyCode}-${year}-K${String(serial).padStart(6, '0')}`;
}

/** A bundle while it changes: nobody else writes to it until the transaction ends. @throws where there is none */
export async function lockBundle(tx: Tx, no: string): Promise<Bundle> {
  await tx.$queryRaw`SELECT 1 FROM "Bundle" WHERE "no" = ${no} FOR NO KEY UPDATE`;
  return await tx.bundle.findUniqueOrThrow({ where: { no } });
}

/** What was decided about a bundle since it was handed in last. */
export async function actsSince(tx: Tx, bundleNo: string): Promise<Act[]> {
  const rows = await tx.bundleAct.findMany({ where: { bundleNo }, orderBy: { seq: 'asc' } });
  const acts = rows.map(({ body }) => Act.parse(body));
  return acts.slice(1 + acts.findLastIndex(({ verdict }) => verdict === 'return'));
}

/** Whoever filed a bundle decides neither in it nor in its cases. */
export const filedBy = ({ officialId }: Pick<Bundle, 'officialId'>): PastDecision[] =>
  officialId === null ? [] : [{ stage: 'submitted', officialId, overturned: false }];

/** What the workflow of a bundle is run from: the rows as they are. */
export async function commissionOf(tx: Tx, bundle: Bundle): Promise<BundleCommission> {
  const { no: bundleNo, submission, state, areaCode } = bundle;
  const kin = await tx.kinship.findMany({
    where: { officialId: { not: null }, household: { applications: { some: { bundleRow: { bundleNo } } } } },
    distinct: ['officialId'],
  });
  const acts = await actsSince(tx, bundleNo);
  return {
    ...{ bundleNo, submission, state, areaCode },
    decisions: [...filedBy(bundle), ...acts.flatMap(decisionsOf)],
    recused: kin.flatMap(({ officialId }) => officialId ?? []),
  };
}

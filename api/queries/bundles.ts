import { ROUTE_NAMES } from '../../domain/texts/application-routes.js';
import { BUNDLE_STATE_NAMES } from '../../domain/texts/bundles.js';
import type { BundleQuery, BundleView } from '../../domain/schemas/bundle.js';
import type { Tx } from '../../prisma/client.js';
import type { BundleModel as Bundle } from '../../prisma/generated/models.js';
import { found, Refused } from '../problem.js';
import type { HelperWho, OfficialWho } from '../who.js';
import { coded } from './coded.js';
import { behind } from './newest-first.js';
import { type Page, pageOf, positionOf } from './page.js';
import { programmeNames } from './programme-names.js';
import { withinArea } from './visible.js';

/** Who has to do with bundles. */
export type BundleWho = HelperWho | OfficialWho;

type Row = Bundle & { readonly _count: { readonly rows: number } };
const withCount = { _count: { select: { rows: true } } } as const;

/** Whether a bundle lies in what somebody sees: his own, or of his area; drafts are for those who draw them up. */
function visibleTo(who: BundleWho) {
  if (who.kind === 'helper') return { helperId: who.id };
  const files = who.roles.includes('villageCadre') || who.roles.includes('townshipClerk');
  return { areaCode: { startsWith: who.areaCode }, ...(!files && { state: { not: 'drafting' as const } }) };
}

/** The bundles of somebody's area, the newest first. */
export async function bundlePage(
  tx: Tx,
  who: BundleWho,
  { cursor, limit, state }: BundleQuery,
): Promise<Page<BundleView>> {
  const rows = await tx.bundle.findMany({
    where: {
      AND: [visibleTo(who), state === undefined ? {} : { state }],
      countyCode: who.areaCode.slice(0, 6),
      ...behind(positionOf(cursor), 'createdAt', 'no'),
    },
    include: withCount,
    orderBy: [{ createdAt: 'desc' }, { no: 'desc' }],
    take: limit + 1,
  });
  return pageOf(rows, limit, ({ createdAt, no }) => ({ at: createdAt, id: no }), await bundleViews(tx, rows));
}

/** A bundle that this person may see. @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function visibleBundle(tx: Tx, who: BundleWho, no: string): Promise<Row> {
  const row = found(await tx.bundle.findUnique({ where: { no }, include: withCount }));
  if (who.kind === 'helper' && row.helperId !== who.id) throw new Refused('NOT_FOUND');
  if (who.kind === 'official') withinArea(who, row.areaCode);
  return row;
}

/** A bundle that this person may draw up. @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function ownBundle(tx: Tx, who: BundleWho, no: string): Promise<Row> {
  const row = await visibleBundle(tx, who, no);
  // A township looks at what its villages file; they draw it up themselves.
  if (who.kind === 'official' && row.areaCode !== who.areaCode) throw new Refused('OUT_OF_AREA');
  return row;
}

/** Shows bundles with the names of what they refer to. */
export async function bundleViews(tx: Tx, rows: readonly Row[]): Promise<(row: Row) => BundleView> {
  const areas = await tx.area.findMany({ where: { code: { in: rows.map(({ areaCode }) => areaCode) } } });
  const nameOf = new Map(areas.map(({ code, name }) => [code, name]));
  const programmeOf = await programmeNames(
    tx,
    rows.map(({ programmeCode }) => programmeCode),
  );
  return (row) => {
    const { no, route, areaCode, state, createdAt, submittedAt, _count } = row;
    return {
      ...{ no, route: coded(ROUTE_NAMES, route), programme: programmeOf(row.programmeCode) },
      ...{ area: { code: areaCode, name: nameOf.get(areaCode) ?? areaCode }, state: coded(BUNDLE_STATE_NAMES, state) },
      ...{
        createdAt: createdAt.toISOString(),
        submittedAt: submittedAt?.toISOString() ?? null,
        households: _count.rows,
      },
    };
  };
}

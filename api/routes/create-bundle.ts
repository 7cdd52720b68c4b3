import { countyOf } from '../../domain/rules/county-of.js';
import { nextBundleNo } from '../../prisma/bundles.js';
import type { Handler } from '../handler.js';
import { Refused } from '../problem.js';
import { mustBeOpenRoute } from '../queries/open-routes.js';
import { isOpen, programmeInForce } from '../queries/programmes.js';

const VILLAGE_DIGITS = 12;
const COUNTY_DIGITS = 6;

export const createBundle: Handler<'createBundle'> = async ({ who, body: { programmeCode, route }, actId }, { db }) => {
  const known = await db.bundle.findUnique({ where: { actId } });
  if (known) return { status: 201, body: { no: known.no }, location: `/api/bundles/${known.no}` };
  const { areaCode } = who;
  const isTooHigh = areaCode.length <= COUNTY_DIGITS || (route === 'tiered' && areaCode.length < VILLAGE_DIGITS);
  if (isTooHigh) throw new Refused('BUNDLE_AREA_UNFIT');
  const countyCode = countyOf(areaCode);
  const { body: programme } = await programmeInForce(db, countyCode, programmeCode);
  if ((programme.workflow ?? 'directProject') !== 'directProject') throw new Refused('BUNDLE_NOT_POSSIBLE');
  if (!isOpen(programme)) throw new Refused('PROGRAMME_CLOSED');
  await mustBeOpenRoute(db, route, areaCode);
  const filer = who.kind === 'helper' ? { helperId: who.id } : { officialId: who.id };
  const no = await db.$transaction(async (tx) => {
    const number = await nextBundleNo(tx, countyCode);
    await tx.bundle.create({ data: { no: number, actId, route, programmeCode, countyCode, areaCode, ...filer } });
    return number;
  });
  return { status: 201, body: { no }, location: `/api/bundles/${no}` };
};

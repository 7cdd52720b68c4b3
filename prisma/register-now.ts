import type { LeafOf } from '../domain/schemas/leaf.js';
import type { Tx } from './client.js';
import type { OfficeModel as Office, OfficialModel as Official } from './generated/models.js';

/** What is logged of an office. */
export const officeLeaf = ({ id, name, kind, areaCode }: Office): LeafOf<'office'> => ({
  ...{ kind: 'office', id, name, officeKind: kind, areaCode },
});

/** What is logged of an official. */
export const officialLeaf = ({ id, name, officeId, areaCode, roles, active }: Official): LeafOf<'official'> => ({
  ...{ kind: 'official', id, name, officeId, areaCode, roles: roles.toSorted(), active },
});

/** 人员、岗位和机构名册 as it is now: what is logged of each. */
export async function registerNow(tx: Tx): Promise<(LeafOf<'official'> | LeafOf<'office'>)[]> {
  const officials = await tx.official.findMany({ orderBy: { id: 'asc' } });
  const offices = await tx.office.findMany({ orderBy: { id: 'asc' } });
  return [...offices.map(officeLeaf), ...officials.map(officialLeaf)];
}

import type { LeafOf } from '../domain/schemas/leaf.js';
import type { Tx } from './client.js';

/** 人员、岗位和机构名册 as it is now: what is logged of each. */
export async function registerNow(tx: Tx): Promise<(LeafOf<'official'> | LeafOf<'office'>)[]> {
  const officials = await tx.official.findMany({ orderBy: { id: 'asc' } });
  const offices = await tx.office.findMany({ orderBy: { id: 'asc' } });
  return [
    ...offices.map(({ id, name, kind, areaCode }) => ({
      kind: 'office' as const,
      id,
      name,
      officeKind: kind,
      areaCode,
    })),
    ...officials.map(({ id, name, officeId, areaCode, roles, active }) => ({
      ...{ kind: 'official' as const, id, name, officeId, areaCode, roles: roles.toSorted(), active },
    })),
  ];
}

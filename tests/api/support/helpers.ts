import { REHEARSAL } from '../../../prisma/seed/counties.js';
import { helperOf } from '../../../prisma/seed/officials.js';
import type { ApiAlone } from './api.js';

/** The helper of a village of the rehearsal county, a household there without a case, and one of another village. */
export async function helperIn({ db }: Pick<ApiAlone, 'db'>, villageCode: string) {
  const free = { standing: 'registered', cases: { none: {} } } as const;
  const own = await db.household.findFirstOrThrow({ where: { ...free, villageCode }, orderBy: { registerNo: 'asc' } });
  const other = await db.household.findFirstOrThrow({ where: { ...free, villageCode: { not: villageCode } } });
  return { phone: helperOf(REHEARSAL, villageCode).phone, registerNo: own.registerNo, elsewhere: other.registerNo };
}

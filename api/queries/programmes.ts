import { isRunnable } from '../../domain/rules/runnable.js';
import type { CountyPolicy } from '../../domain/schemas/county-policy.js';
import { Programme } from '../../domain/schemas/programme.js';
import type { Tx } from '../../prisma/client.js';
import { type InForce, policyNow } from '../../prisma/rules-in-force.js';
import { found } from '../problem.js';

const isOpenAt = (moment: Date, { opensAt, closesAt }: { opensAt: Date; closesAt: Date }): boolean =>
  opensAt <= moment && moment < closesAt;

/** Whether applications are taken now. */
export const isOpen = (programme: Programme): boolean =>
  isRunnable(programme) &&
  isOpenAt(new Date(), { opensAt: new Date(programme.opensAt), closesAt: new Date(programme.closesAt) });

/**
 * The version of a programme that counts now: the highest that has begun, else the next to come.
 * @throws Refused NOT_FOUND
 */
export async function programmeInForce(tx: Tx, countyCode: string, code: string): Promise<InForce<Programme>> {
  const versions = await tx.programme.findMany({ where: { countyCode, code }, orderBy: { version: 'desc' } });
  const row = found(versions.find(({ opensAt }) => opensAt <= new Date()) ?? versions.at(-1));
  return { digest: row.digest, body: Programme.parse(row.body) };
}

/** Every programme of a county, in the version that counts now. */
export async function programmesInForce(tx: Tx, countyCode: string): Promise<Programme[]> {
  const rows = await tx.programme.findMany({ where: { countyCode }, distinct: ['code'], select: { code: true } });
  const inForce = await Promise.all(rows.map(({ code }) => programmeInForce(tx, countyCode, code)));
  return inForce.map(({ body }) => body);
}

/** The county's policy now. @throws Refused NOT_FOUND */
export async function policyInForce(tx: Tx, countyCode: string): Promise<InForce<CountyPolicy>> {
  return found(await policyNow(tx, countyCode));
}

/** The county asked for, or the one the system is for: the first that is no rehearsal. @throws Refused NOT_FOUND */
export async function countyOr(tx: Tx, code: string | undefined): Promise<string> {
  const where = code === undefined ? {} : { code };
  const county = await tx.county.findFirst({ where, orderBy: [{ rehearsal: 'asc' }, { code: 'asc' }] });
  return found(county).code;
}

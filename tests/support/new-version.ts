import type { CountyPolicy } from '../../domain/schemas/county-policy.js';
import type { Programme } from '../../domain/schemas/programme.js';
import type { Db } from '../../prisma/client.js';
import { policyNow } from '../../prisma/rules-in-force.js';
import { policyRow, programmeRow } from '../../prisma/versions.js';

/** A further version of a programme of the rehearsal county, in force at once. */
export async function newVersion(db: Db, code: string, changes: Partial<Programme>): Promise<Programme> {
  const last = await db.programme.findFirstOrThrow({
    where: { code, countyCode: '339901' },
    orderBy: { version: 'desc' },
  });
  const body = { ...(last.body as unknown as Programme), ...changes, version: last.version + 1 };
  await db.programme.create({ data: programmeRow(body) });
  return body;
}

/** A further version of the rehearsal county's policy, in force at once. */
export async function newPolicy(db: Db, changes: (now: CountyPolicy) => Partial<CountyPolicy>): Promise<void> {
  const { body } = (await policyNow(db, '339901'))!;
  const next = { ...body, ...changes(body), version: body.version + 1 };
  await db.countyPolicy.create({ data: policyRow(next, new Date()) });
}

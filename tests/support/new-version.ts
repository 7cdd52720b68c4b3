import type { Programme } from '../../domain/schemas/programme.js';
import type { Db } from '../../prisma/client.js';
import { programmeRow } from '../../prisma/versions.js';

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

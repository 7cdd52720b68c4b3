import canonicalize from 'canonicalize';
import type { Leaf } from '../../domain/schemas/leaf.js';
import type { Tx } from '../../prisma/client.js';
import { registerNow } from '../../prisma/register-now.js';
import { lockLog, log } from '../../prisma/log-entries.js';
import type { Sealing } from './sealing.js';

/** 人员、岗位和机构名册: whoever is new in it or changed is logged; names in the story of a case come from there. */
export async function sealRegister({ db }: Pick<Sealing, 'db'>): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockLog(tx);
    const known = await lastOfEach(tx);
    const now = await registerNow(tx);
    await log(tx, ...now.filter((leaf) => known.get(`${leaf.kind}/${leaf.id}`) !== canonicalize(leaf)));
  });
}

async function lastOfEach(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ kind: Leaf['kind']; subject: string; leaf: string }[]>`
    SELECT DISTINCT ON ("kind", "subject") "kind"::text AS "kind", "subject", "leaf" FROM "LogEntry"
    WHERE "kind" IN ('official', 'office') ORDER BY "kind", "subject", "id" DESC`;
  return new Map(rows.map(({ kind, subject, leaf }) => [`${kind}/${subject}`, leaf]));
}

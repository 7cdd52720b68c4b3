import canonicalize from 'canonicalize';
import type { Leaf } from '../domain/schemas/leaf.js';
import type { Tx } from './client.js';
import { lockLog, log } from './log-entries.js';
import { registerNow } from './register-now.js';

/**
 * 人员、岗位和机构名册: logs whoever is new in it or changed. In the transaction of the change itself nobody acts in a
 * post that the log doesn't have.
 */
export async function logRegister(tx: Tx): Promise<void> {
  await lockLog(tx);
  const known = await lastOfEach(tx);
  const now = await registerNow(tx);
  await log(tx, ...now.filter((leaf) => known.get(`${leaf.kind}/${leaf.id}`) !== canonicalize(leaf)));
}

async function lastOfEach(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ kind: Leaf['kind']; subject: string; leaf: string }[]>`
    SELECT DISTINCT ON ("kind", "subject") "kind"::text AS "kind", "subject", "leaf" FROM "LogEntry"
    WHERE "kind" IN ('official', 'office') ORDER BY "kind", "subject", "id" DESC`;
  return new Map(rows.map(({ kind, subject, leaf }) => [`${kind}/${subject}`, leaf]));
}

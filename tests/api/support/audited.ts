import { randomUUID } from 'node:crypto';
import type { ApiAlone } from './api.js';

/** Another household is paid to the account of this one. */
export async function shareAccount({ db }: Pick<ApiAlone, 'db'>, householdId: string, with_: string): Promise<void> {
  const { numberHash } = await db.account.findFirstOrThrow({ where: { householdId, current: true } });
  await db.account.updateMany({ where: { householdId: with_, current: true }, data: { numberHash } });
}

/** The household changed its account an hour ago. */
export async function changedAccount({ db }: Pick<ApiAlone, 'db'>, householdId: string): Promise<void> {
  const old = await db.account.findFirstOrThrow({ where: { householdId, current: true } });
  const [before, since] = [new Date(Date.now() - 40 * 86_400_000), new Date(Date.now() - 3_600_000)];
  await db.account.update({ where: { id: old.id }, data: { current: false, since: before } });
  await db.account.create({ data: { ...old, id: randomUUID(), current: true, since } });
}

/** A step of a case in which two officials signed at a moment. */
export async function signedByTwo(
  { db }: Pick<ApiAlone, 'db'>,
  caseNo: string,
  { one, other, at }: { one: string; other: string; at: string },
): Promise<void> {
  const by = (id: string) => ({ id, role: 'townshipVerifier', officeId: 'x' });
  const act = { stage: 'townshipVerification', verdict: 'pass', by: by(one), cosigner: by(other) };
  await db.caseEvent.create({
    data: { caseNo, strand: 'case', seq: 50, kind: 'acted', body: { act }, digest: 'x', at: new Date(at) },
  });
}

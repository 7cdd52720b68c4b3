import type { Tx } from '../../prisma/client.js';
import type { ApplicationDraftModel } from '../../prisma/generated/models.js';
import { Refused } from '../problem.js';

/** A draft while its papers are counted or its fields change: nobody else writes to it until the transaction ends. */
export async function lockDraft(tx: Tx, id: string): Promise<ApplicationDraftModel> {
  await tx.$queryRaw`SELECT 1 FROM "application" WHERE "id" = ${id} FOR UPDATE`;
  return await tx.applicationDraft.findUniqueOrThrow({ where: { id } });
}

/** @throws Refused IN_BUNDLE for one that is applied for with others: whoever files the bundle changes and submits it */
export async function mustStandAlone(tx: Tx, id: string): Promise<void> {
  if (await tx.bundleRow.findUnique({ where: { applicationId: id } })) throw new Refused('IN_BUNDLE');
}

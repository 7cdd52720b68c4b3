import type { Role } from '../../domain/rules/roles.js';
import type { Actor } from '../../domain/schemas/act.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import { accountDecided, accountEntered, signBy } from '../../proof/signed-for-many.js';
import { actsSigner } from './acts-signer.js';

/** 收款单位账户: that he entered it, as it stands. */
export async function signEntered(tx: Tx, keyring: Keyring, id: string, by: Actor): Promise<void> {
  const row = await tx.payeeAccount.findUniqueOrThrow({ where: { id } });
  const enteredSigned = signBy(actsSigner(keyring), accountEntered(row, by));
  await tx.payeeAccount.update({ where: { id }, data: { enteredSigned } });
}

/** That he agreed to it, or did not. */
export async function signDecided(tx: Tx, keyring: Keyring, id: string, by: Actor): Promise<void> {
  const row = await tx.payeeAccount.findUniqueOrThrow({ where: { id } });
  const decidedSigned = signBy(actsSigner(keyring), accountDecided(row, by));
  await tx.payeeAccount.update({ where: { id }, data: { decidedSigned } });
}

/** What stood in the register before that was signed: as it stands. */
export async function signStandingAccounts(tx: Tx, keyring: Keyring): Promise<void> {
  const rows = await tx.payeeAccount.findMany({
    select: { id: true, enteredById: true, decidedById: true },
    orderBy: { id: 'asc' },
  });
  for (const { id, enteredById, decidedById } of rows) {
    await signEntered(tx, keyring, id, await actor(tx, enteredById, 'paymentMaker'));
    if (decidedById !== null) await signDecided(tx, keyring, id, await actor(tx, decidedById, 'paymentReviewer'));
  }
}

async function actor(tx: Tx, id: string, role: Role): Promise<Actor> {
  const official = await tx.official.findUnique({ where: { id }, select: { officeId: true, areaCode: true } });
  return { id, role, ...official };
}

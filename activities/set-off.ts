import * as setOffs from '../prisma/set-offs.js';
import type { KeptBack, ToPay } from './contract.js';
import type { World } from './world.js';

/** 抵扣: what is kept back of a payment, booked at once; asked again for the same order it answers the same. */
export async function setOff({ db, keyring }: Pick<World, 'db' | 'keyring'>, payment: ToPay): Promise<KeptBack[]> {
  const { amountFen } = payment;
  const kept = await db.$transaction((tx) => setOffs.setOff(tx, keyring, { ...payment, amountFen: BigInt(amountFen) }));
  return kept.map((claim) => ({ ...claim, amountFen: Number(claim.amountFen) }));
}

import type { Role } from '../../domain/rules/roles.js';
import type { DiscrepancyKind } from '../../domain/schemas/discrepancy.js';
import { discrepancyLetter } from '../../domain/texts/discrepancies.js';
import type { Tx } from '../../prisma/client.js';
import { tellCounty } from '../../prisma/tell-officials.js';
import type { Sweep } from './sweep.js';

/** Who settles what does not fit between us and the bank, and who sees to it that it is done. */
const TOLD = ['paymentReviewer', 'countySupervisor'] as const satisfies readonly Role[];
/** However many there are, a county gets one letter about so many. */
const MOST = 10_000;

interface Untold {
  readonly id: string;
  readonly kind: DiscrepancyKind;
  readonly countyCode: string;
}

/** Discrepancies that nobody was told of and that did not settle themselves meanwhile. */
export const tellDiscrepancies: Sweep = async ({ db, keyring }) => {
  await db.$transaction(async (tx) => {
    const untold = await tx.$queryRaw<Untold[]>`
      SELECT "id", "kind"::text AS "kind", "countyCode" FROM "Discrepancy"
      WHERE "toldAt" IS NULL AND "settledAt" IS NULL
      ORDER BY "foundAt", "id" LIMIT ${MOST} FOR NO KEY UPDATE SKIP LOCKED`;
    for (const [countyCode, found] of await byCounty(tx, untold)) {
      const letter = discrepancyLetter(found.map(({ kind }) => kind));
      const key = `discrepancies/${countyCode}/${found[0]!.id}`;
      for (const role of TOLD) await tellCounty(tx, keyring, { key, countyCode, role, ...letter });
    }
    const ids = untold.map(({ id }) => id);
    await tx.discrepancy.updateMany({ where: { id: { in: ids } }, data: { toldAt: new Date() } });
  });
  return 0;
};

/** What each county is told; what belongs to none is told to every one. */
async function byCounty(tx: Tx, untold: readonly Untold[]): Promise<Map<string, Untold[]>> {
  const isAnybodys = untold.some(({ countyCode }) => countyCode === '');
  const all = isAnybodys ? (await tx.county.findMany({ select: { code: true } })).map(({ code }) => code) : [];
  const counties = new Set([...untold.map(({ countyCode }) => countyCode), ...all].filter((code) => code !== ''));
  const of = (county: string) => untold.filter(({ countyCode }) => countyCode === county || countyCode === '');
  return new Map([...counties].map((county) => [county, of(county)]));
}

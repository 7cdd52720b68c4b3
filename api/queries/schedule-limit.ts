import type { Tx } from '../../prisma/client.js';
import { orderedInAll } from '../../prisma/ordered-in-all.js';
import { policyInForce } from './programmes.js';

interface Limited {
  readonly no: string;
  readonly countyCode: string;
  readonly sumFen: bigint | null;
}

/**
 * Of these schedules, those that a third person signs: their sum is above the county's limit, or what one of their
 * cases pays with its order is above that, or above the limit that the case began with.
 */
export async function aboveLimit(tx: Tx, schedules: readonly Limited[]): Promise<Set<string>> {
  const above = new Set<string>();
  for (const countyCode of new Set(schedules.map((schedule) => schedule.countyCode))) {
    const limit = (await policyInForce(tx, countyCode)).body.payments.thirdSignatureAboveFen;
    const ofCounty = schedules.filter((schedule) => schedule.countyCode === countyCode);
    for (const { no, sumFen } of ofCounty) if (sumFen !== null && sumFen > limit) above.add(no);
    const nos = ofCounty.map(({ no }) => no);
    const withLargeOrder = await tx.$queryRaw<{ no: string }[]>`
      SELECT DISTINCT p."scheduleNo" AS "no" FROM "Payment" p JOIN "Case" c USING ("caseNo")
      WHERE p."scheduleNo" = ANY(${nos})
        AND ${orderedInAll} > LEAST(${limit}::bigint, (c."input"->>'thirdSignatureAboveFen')::bigint)`;
    for (const { no } of withLargeOrder) above.add(no);
  }
  return above;
}

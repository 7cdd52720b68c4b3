import { NoticeBody } from '../../domain/schemas/notice.js';
import type { Tx } from '../../prisma/client.js';

/** What stands at the head of a notice. */
interface Head {
  readonly households: number;
  readonly body: NoticeBody;
}

interface Totals {
  readonly no: string;
  readonly households: number;
  readonly villages: number;
  readonly townships: number;
  readonly amountFen: bigint;
  readonly quantity: string;
}

/** Of a notice of one household what is said of it; of several, the first of them, how many, and the sums. */
export async function headsOf(tx: Tx, nos: readonly string[]): Promise<(no: string, first: unknown) => Head> {
  const rows = await tx.$queryRaw<Totals[]>`
    SELECT "publicationNo" AS no, count(*)::int AS households, count(DISTINCT body->>'village')::int AS villages,
      count(DISTINCT body->>'township')::int AS townships, sum((body->>'amountFen')::bigint)::bigint AS "amountFen",
      sum((body->>'quantity')::numeric)::text AS quantity
    FROM "PublicationEntry" WHERE "publicationNo" = ANY(${[...nos]}) GROUP BY "publicationNo" HAVING count(*) > 1`;
  const totals = new Map(rows.map((row) => [row.no, row]));
  return (no, first) => {
    const body = NoticeBody.parse(first);
    const many = totals.get(no);
    return many ? { households: many.households, body: together(body, many) } : { households: 1, body };
  };
}

function together(first: NoticeBody, many: Totals): NoticeBody {
  const { applicant, township, village, quantityText: _, ...said } = first;
  const { households, villages, townships, amountFen, quantity } = many;
  return {
    ...{ ...said, amountFen: Number(amountFen), quantity, applicant: `${applicant}等${households}户` },
    township: townships > 1 ? `${township}等${townships}个乡镇` : township,
    village: villages > 1 ? `${village}等${villages}个村` : village,
  };
}

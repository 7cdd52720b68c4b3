import { log } from './log-entries.js';
import { Prisma, type Tx } from './client.js';

/** SHA-256 of somebody of the register of payees with all accounts: each as it was entered, signed or closed. */
const DIGEST = Prisma.sql`encode(sha256(convert_to(jsonb_build_array(
  p."countyCode", p."areaCode", p."kind", p."name", p."creditCode", p."idNumberHash", encode(p."nameSealed", 'hex'),
  encode(p."idNumberSealed", 'hex'), p."programmes", p."closedAt" IS NOT NULL,
  (SELECT jsonb_agg(jsonb_build_array(a."id", a."bankName", a."numberHash", encode(a."numberSealed", 'hex'), a."state",
    a."enteredById", a."decidedById") ORDER BY a."id") FROM "PayeeAccount" a WHERE a."payeeId" = p."id")
)::text, 'UTF8')), 'hex')`;

/** Each of the register of payees by its digest as it is now. */
export async function payeeDigests(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; sha256: string }[]>`SELECT p."id", ${DIGEST} AS sha256 FROM "Payee" p`;
  return new Map(rows.map(({ id, sha256 }) => [id, sha256]));
}

/** Logs somebody of the register, who was entered or changed in this transaction: nobody changes it beside the log. */
export async function logPayee(tx: Tx, id: string): Promise<void> {
  const [row] = await tx.$queryRaw<
    { sha256: string }[]
  >`SELECT ${DIGEST} AS sha256 FROM "Payee" p WHERE p."id" = ${id}`;
  await log(tx, { kind: 'payee', id, sha256: row!.sha256 });
}

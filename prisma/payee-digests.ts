import type { LeafOf } from '../domain/schemas/leaf.js';
import { Prisma, type Tx } from './client.js';
import { log } from './log-entries.js';

const sha256 = (values: Prisma.Sql) =>
  Prisma.sql`encode(sha256(convert_to(jsonb_build_array(${values})::text, 'UTF8')), 'hex')`;
/** Whatever the time zone of the connection is. */
const moment = (column: Prisma.Sql) => Prisma.sql`(extract(epoch FROM ${column}) * 1000)::bigint`;
const column = (name: string) => Prisma.raw(name);

/** Who it is. */
const IDENTITY = Prisma.sql`
  p."countyCode", p."areaCode", p."kind", p."name", p."creditCode", p."idNumberHash", encode(p."nameSealed", 'hex'),
  encode(p."idNumberSealed", 'hex'), p."programmes"`;
/** An account: how it was entered and signed. */
const ACCOUNT = Prisma.sql`
  a."id", a."bankName", a."numberHash", encode(a."numberSealed", 'hex'), a."state", a."enteredById", a."decidedById"`;
const OF_PAYEE = Prisma.sql`FROM "PayeeAccount" a WHERE a."payeeId" = p."id"`;

/** SHA-256 of somebody of the register of payees with all accounts: each as it was entered, signed or closed. */
const WHOLE = sha256(Prisma.sql`${IDENTITY}, p."closedAt" IS NOT NULL,
  (SELECT jsonb_agg(jsonb_build_array(${ACCOUNT}) ORDER BY a."id") ${OF_PAYEE})`);
/** Its own row, with who entered or closed it, and when. */
const ENTRY = sha256(Prisma.sql`${IDENTITY}, p."enteredById", ${moment(column('p."enteredAt"'))}, p."closedById",
  ${moment(column('p."closedAt"'))}`);
/** Each account, with who entered or signed it, and when. */
const ACCOUNTS = Prisma.sql`(SELECT jsonb_agg(jsonb_build_object('id', a."id", 'sha256',
  ${sha256(Prisma.sql`${ACCOUNT}, ${moment(column('a."enteredAt"'))}, ${moment(column('a."decidedAt"'))}`)})
  ORDER BY a."id") ${OF_PAYEE})`;
const DIGESTS = Prisma.sql`p."id", ${WHOLE} AS sha256, ${ENTRY} AS entry, coalesce(${ACCOUNTS}, '[]') AS accounts`;

type Digests = Omit<LeafOf<'payee'>, 'kind'>;

/** Each of the register of payees by its digests as it is now. */
export async function payeeDigests(tx: Tx): Promise<Map<string, Digests>> {
  const rows = await tx.$queryRaw<Digests[]>`SELECT ${DIGESTS} FROM "Payee" p`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** Logs somebody of the register, who was entered or changed in this transaction: nobody changes it beside the log. */
export async function logPayee(tx: Tx, id: string): Promise<void> {
  const [row] = await tx.$queryRaw<Digests[]>`SELECT ${DIGESTS} FROM "Payee" p WHERE p."id" = ${id}`;
  await log(tx, { kind: 'payee', ...row! });
}

import type { LogVerification, ProofFinding, Verification, VerificationQuery } from '../../../domain/schemas/audit.js';
import { FINDING_TEXTS } from '../../../domain/texts/findings.js';
import { Prisma } from '../../../prisma/client.js';
import { checkCase } from '../../../proof/check-case.js';
import type { Finding } from '../../../proof/finding.js';
import type { Deps } from '../../deps.js';
import { collect } from '../../evidence/collect.js';
import { groundOf } from '../../evidence/ground-of.js';
import { sourcesOf } from '../../evidence/reading.js';
import { checkWholeLog } from '../../evidence/whole-log.js';
import type { OfficialWho } from '../../who.js';
import { coded } from '../coded.js';
import { pageOf, positionOf } from '../page.js';
import { casesIn } from './scope.js';

/** Differences as auditors see them. */
export const proofFindings = (findings: readonly Finding[]): ProofFinding[] =>
  findings.map(({ kind, subject, at = null, proved = null, found = null }) => ({
    ...{ kind: coded(FINDING_TEXTS, kind), subject, at, proved, found },
  }));

/** Verifies the cases of a scope, a page at a time, by their number. @throws Refused OUT_OF_AREA, UNAVAILABLE */
export async function verificationPage(
  deps: Deps,
  who: OfficialWho,
  { cursor, limit, ...scope }: VerificationQuery,
): Promise<Verification> {
  const { db, keyring } = deps;
  const cases = casesIn(who, scope);
  const after = positionOf(cursor)?.id ?? '';
  const [{ of }] = await db.$queryRaw<[{ of: number }]>`SELECT count(*)::int AS "of" FROM (${cases}) c`;
  const rows = await db.$queryRaw<{ caseNo: string }[]>(
    Prisma.sql`SELECT "caseNo" FROM (${cases}) c WHERE "caseNo" > ${after} ORDER BY 1 LIMIT ${limit + 1}`,
  );
  const wanted = rows.slice(0, limit).map(({ caseNo }) => caseNo);
  const ground = await groundOf(db, keyring);
  const evidence = new Map((await collect(await sourcesOf(deps), wanted)).map((one) => [one.caseNo, one]));
  const page = pageOf(
    rows,
    limit,
    ({ caseNo }) => ({ at: null, id: caseNo }),
    ({ caseNo }) => ({
      caseNo,
      findings: proofFindings(checkCase(evidence.get(caseNo)!, ground, () => undefined).findings),
    }),
  );
  return { ...page, of };
}

/** Verifies the log itself. */
export async function logVerification({ db, keyring }: Pick<Deps, 'db' | 'keyring'>): Promise<LogVerification> {
  const { size, heads, findings } = await checkWholeLog(db, keyring, []);
  return { leaves: size, heads, findings: proofFindings(findings) };
}

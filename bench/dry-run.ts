/*
 * A dry run of a programme's draft over a year's cases: how long it takes and how much memory, beside a floor in the same
 * run, the reading of the same rows bare. On a database with the demonstration, of which it leaves nothing behind.
 *
 *   DATABASE_URL=postgresql://… node dist/bench/dry-run.js [cases]
 */
import { dryRun } from '../api/queries/dry-run.js';
import { Programme } from '../domain/schemas/programme.js';
import { connect, type Tx } from '../prisma/client.js';
import { REHEARSAL } from '../prisma/seed/counties.js';

const YEAR = new Date().getUTCFullYear() - 1;
const CODE = 'goats';
const LOOK_EVERY_MS = 5;
const cases = Number(process.argv[2] ?? '10000');
const url = process.env['DATABASE_URL'];
if (url === undefined) throw new Error('Name a database with the demonstration: DATABASE_URL.');

/** What is written for the measurement goes with its transaction. */
class LeavesNothing extends Error {}

const db = connect(url);
try {
  await db.$transaction(measure, { timeout: 600_000 });
} catch (error) {
  if (!(error instanceof LeavesNothing)) throw error;
} finally {
  await db.$disconnect();
}

async function measure(tx: Tx): Promise<never> {
  await writeCases(tx);
  const { body } = await tx.programme.findFirstOrThrow({ where: { countyCode: REHEARSAL.code, code: CODE } });
  const programme = Programme.parse(body);
  const standard = { kind: 'perUnit', fenPerUnit: 40_000, scale: 0, capFen: 360_000 } as const;
  const drafted = { countyCode: REHEARSAL.code, code: CODE, body: { ...programme, standard } };
  const floor = await timed(() => tx.$queryRaw`SELECT * FROM "Case" WHERE "caseNo" LIKE ${'bench-%'}`);
  const run = await timed(() =>
    dryRun(tx, drafted as unknown as Parameters<typeof dryRun>[1], { year: YEAR, limit: 50 }),
  );
  const { counts, beforeFen, afterFen } = run.answer;
  process.stdout.write(
    `${run.answer.cases} cases in ${run.ms} ms (their rows bare ${floor.ms} ms), at most ${run.grownMb} MB more: ` +
      `${JSON.stringify(counts)}, ${beforeFen} fen before, ${afterFen} fen by the draft\n`,
  );
  throw new LeavesNothing();
}

/** Completed cases of last year, of the households of the rehearsal county in turn. */
async function writeCases(tx: Tx): Promise<void> {
  const submittedAt = new Date(`${YEAR}-06-01T00:00:00+08:00`);
  await tx.$executeRaw`
    INSERT INTO "Case" ("caseNo", "applicationId", "householdId", "countyCode", "areaCode", "programmeCode",
      "programmeDigest", "policyDigest", "period", "input", "quantity", "amountFen", "running", "outcome", "submittedAt",
      "startedAt")
    SELECT 'bench-' || lpad(n::text, 6, '0'), 'bench-' || n, h."id", ${REHEARSAL.code}, h."villageCode", ${CODE},
      p."digest", c."digest", 'bench-' || n, '{}', 6 + n % 15, least(450000, 30000 * (6 + n % 15)), false,
      '{"kind":"completed","amountFen":1}', ${submittedAt}, now()
    FROM generate_series(1, ${cases}) n
    JOIN (SELECT *, row_number() OVER (ORDER BY "id") - 1 AS at, count(*) OVER () AS of FROM "Household"
      WHERE "villageCode" LIKE ${`${REHEARSAL.code}%`} AND "standing" = 'registered') h ON h.at = n % h.of
    JOIN (SELECT "digest" FROM "Programme" WHERE "countyCode" = ${REHEARSAL.code} AND "code" = ${CODE} LIMIT 1) p ON true
    JOIN (SELECT "digest" FROM "CountyPolicy" WHERE "countyCode" = ${REHEARSAL.code} LIMIT 1) c ON true`;
}

/** How long it takes, and how far the memory grows beyond what it was. */
async function timed<T>(work: () => Promise<T>): Promise<{ answer: T; ms: number; grownMb: number }> {
  const before = process.memoryUsage().rss;
  let most = before;
  const look = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), LOOK_EVERY_MS);
  const began = performance.now();
  const answer = await work();
  clearInterval(look);
  return { answer, ms: Math.round(performance.now() - began), grownMb: Math.round((most - before) / 1_048_576) };
}

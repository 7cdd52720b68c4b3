import type { Tx } from '../../prisma/client.js';
import { digestOfLedger, digestOfReads, type Span, type SpanDigest } from '../../prisma/logged-rows.js';
import { lastLogged, lockLog, log } from '../../prisma/log-entries.js';
import type { Sealing } from './sealing.js';

/** What was written by then is there: no transaction takes longer (prisma/client.ts). */
const WRITTEN_SECONDS = 60;
const DIGESTS = { reads: digestOfReads, ledger: digestOfLedger } as const satisfies Record<
  string,
  (tx: Tx, span: Span) => Promise<SpanDigest>
>;

/** Logs what was read and booked since the last time, by its digest. */
export async function sealRows({ db }: Sealing, writtenSeconds = WRITTEN_SECONDS): Promise<void> {
  for (const kind of ['reads', 'ledger'] as const) {
    await db.$transaction(async (tx) => {
      await lockLog(tx);
      const last = await lastLogged(tx, kind, kind);
      const [{ to }] = await tx.$queryRaw<[{ to: Date }]>`
        SELECT date_trunc('milliseconds', clock_timestamp() - make_interval(secs => ${writtenSeconds})) AS "to"`;
      const span = { from: new Date(last?.to ?? 0), to };
      const digest = await DIGESTS[kind](tx, span);
      if (digest.count === 0) return;
      await log(tx, { kind, from: span.from.toISOString(), to: to.toISOString(), ...digest });
    });
  }
}

import { comparedDay } from '../../activities/reconciliation/day-here.js';
import { judge } from '../../activities/reconciliation/raise-misfits.js';
import { dueAt } from '../../activities/reconciliation/reconcile-day.js';
import type { Bank } from '../../bank/bank.js';
import { compare } from '../../domain/rules/reconciliation.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { type Finding, shown } from '../../proof/finding.js';

interface Money {
  readonly db: Tx;
  readonly keyring: Keyring;
  readonly bank: Bank;
}

/**
 * (4) The ledger against its own entries, and against every statement of the bank, of the counties in an area or of all.
 * What somebody settled is settled.
 */
export async function checkMoney({ db, keyring, bank }: Money, area = ''): Promise<Finding[]> {
  const unbalanced = await ledgerDifferences(db);
  const findings: Finding[] = unbalanced.map(({ what, id, shownFen, entriesFen }) => ({
    ...{ kind: 'ledgerUnbalanced', subject: id, at: what, proved: String(entriesFen), found: String(shownFen) },
  }));
  const days = await db.bankFile.groupBy({ by: ['date'], where: { kind: 'statement', date: { not: null } } });
  for (const { date } of days) {
    const day = await comparedDay({ keyring, bank }, db, date!);
    for (const countyCode of day.counties) {
      if (!countyCode.startsWith(area) && !area.startsWith(countyCode)) continue;
      const lines = compare(day.ours.get(countyCode) ?? [], day.bank.byCounty.get(countyCode) ?? []);
      for (const { fit, reference, cause, ourFen, bankFen } of judge(date!, countyCode, lines)) {
        // Until its time is over the bank may send a further statement of the day.
        if (fit === 'matched' || (fit === 'missingAtBank' && Date.now() < dueAt(date!))) continue;
        if (await isSettled(db, cause)) continue;
        findings.push({
          kind: 'bankDiffers',
          subject: reference,
          at: date!,
          proved: shown(bankFen),
          found: shown(ourFen),
        });
      }
    }
  }
  return findings;
}

const isSettled = async (db: Tx, cause: string | null): Promise<boolean> =>
  cause !== null && (await db.discrepancy.count({ where: { cause, settledAt: { not: null } } })) > 0;

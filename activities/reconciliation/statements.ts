import type { BankReport } from '../../bank/bank.js';
import { type Movement, together } from '../../domain/rules/reconciliation.js';
import { bytesOf } from '../../prisma/bank-files.js';
import type { Tx } from '../../prisma/client.js';
import type { BankFileModel as BankFile } from '../../prisma/generated/models.js';
import { countyNamed } from '../reports/county-named.js';
import type { Swept } from '../sweeps/sweep.js';

/** What the bank's statements of one day have, by county; '' of what belongs to none. */
export interface DayAtBank {
  /** The oldest first. */
  readonly files: readonly BankFile[];
  readonly byCounty: ReadonlyMap<string, readonly Movement[]>;
  /** When the last movement that they tell of was booked, epoch ms. */
  readonly lastBookedAt: number;
}

/**
 * The statements of a day, read together. A line belongs to the county that its reference begins with; one with a
 * reference that is none of ours, to that of the account: the file's.
 */
export async function dayAtBank(
  { keyring, bank }: Pick<Swept, 'keyring' | 'bank'>,
  tx: Tx,
  date: string,
): Promise<DayAtBank> {
  const named = await countyNamed(tx);
  const files = await tx.bankFile.findMany({
    where: { kind: 'statement', date },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  const byFile = files.map((file) => {
    const { lines } = bank.readReport(file.name, bytesOf(keyring, file));
    return { countyCode: file.countyCode, lines };
  });
  const counties = new Map<string, Movement[][]>();
  for (const { countyCode, lines } of byFile) {
    for (const [county, movements] of movementsOf(lines, (reference) => named(reference) || countyCode))
      counties.set(county, [...(counties.get(county) ?? []), movements]);
  }
  const booked = byFile.flatMap(({ lines }) => lines.map(({ bookedAt }) => Date.parse(bookedAt)));
  return {
    files,
    byCounty: new Map([...counties].map(([county, statements]) => [county, together(statements)])),
    lastBookedAt: booked.reduce((last, at) => Math.max(last, at), -Infinity),
  };
}

function movementsOf(lines: BankReport['lines'], countyOf: (reference: string) => string): Map<string, Movement[]> {
  const byCounty = new Map<string, Movement[]>();
  for (const { reference, says, amountFen } of lines) {
    if (says === 'accepted') continue;
    const county = countyOf(reference);
    const movement = { reference, says, amountFen };
    const known = byCounty.get(county);
    if (known) known.push(movement);
    else byCounty.set(county, [movement]);
  }
  return byCounty;
}

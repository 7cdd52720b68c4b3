import { datesContradict, type WordEffect } from '../../domain/rules/bank-words.js';
import { countyOf } from '../../domain/rules/county-of.js';
import { DISCREPANCY_HOLD } from '../../domain/texts/discrepancies.js';
import type { Tx } from '../../prisma/client.js';
import { type Found, raise } from '../../prisma/discrepancies.js';
import type { DiscrepancyKind } from '../../prisma/generated/enums.js';
import type { BankFileModel as BankFile } from '../../prisma/generated/models.js';
import { stopCases } from '../../prisma/holds.js';
import { countyNamed } from './county-named.js';
import type { HeardLine } from './heard-line.js';

/** What does not fit, by what was done about the line. */
const KINDS: { readonly [E in WordEffect]?: DiscrepancyKind } = {
  wrongAmount: 'amountDiffers',
  foreign: 'foreign',
  neverSent: 'foreign',
  contradicts: 'contradicts',
};

/**
 * Raises what does not fit in some lines of a report, once however often it is said. Where the bank may have paid what
 * we would pay, nothing more of the case leaves until somebody has looked.
 */
export async function findDiscrepancies(tx: Tx, file: BankFile, lines: readonly HeardLine[]): Promise<void> {
  const odd = lines.flatMap((line) => {
    const kind = kindOf(line);
    return kind ? [{ kind, line }] : [];
  });
  if (odd.length === 0) return;
  const named = await countyNamed(tx);
  await raise(tx, ...odd.map(({ kind, line }) => discrepancy(kind, file, line, named)));
  const doubtful = odd.flatMap(({ kind, line }) => (kind === 'amountDiffers' ? [] : (line.order?.caseNo ?? [])));
  await stopCases(tx, doubtful, DISCREPANCY_HOLD);
}

/** A return that is booked before the credit is posted, and a contradiction besides. */
function kindOf({ effect, word, before }: HeardLine): DiscrepancyKind | undefined {
  const { says, amountFen } = word;
  const bookedAt = Date.parse(word.bookedAt);
  const contradicts = effect === 'posted' && before && datesContradict({ says, amountFen, bookedAt }, before);
  return contradicts ? 'contradicts' : KINDS[effect];
}

function discrepancy(
  kind: DiscrepancyKind,
  { id: fileId, countyCode, batchNo }: BankFile,
  { word, order }: HeardLine,
  named: (name: string) => string,
): Found {
  const { reference, says, amountFen } = word;
  const what = kind === 'contradicts' ? '' : `/${says}/${amountFen}`;
  return {
    ...{ kind, cause: `${kind}/${reference}${what}`, reference, fileId, bankFen: BigInt(amountFen) },
    countyCode: order ? countyOf(order.caseNo) : countyCode || named(reference),
    batchNo: order?.batchNo ?? batchNo,
    ourFen: order?.amountFen ?? null,
  };
}

import { type Finding, shown } from '../finding.js';
import { type AccountRow, signersOf } from '../signed-for-many.js';

/**
 * (5) 收款单位账户: each account of a payee was entered, and agreed to or refused, by who stands there, as it stands; the one
 * in force was agreed to last.
 */
export const checkAccounts = (rows: readonly AccountRow[], actKeys: readonly string[]): Finding[] =>
  unsignedAccounts(rows, actKeys).map(({ id, payeeId: subject, state, enteredById, decidedById }) => ({
    ...{ kind: 'accountUnsigned', subject, at: `account/${id}` },
    found: `${state} ${enteredById} ${shown(decidedById)}`,
  }));

/** Those of whole payees that are not as they were signed for. */
export function unsignedAccounts<Row extends AccountRow>(rows: readonly Row[], actKeys: readonly string[]): Row[] {
  const latest = new Map<string, Row>();
  for (const row of rows.filter(({ state }) => state === 'current' || state === 'replaced')) {
    const last = latest.get(row.payeeId);
    if (!last || decidedAt(last) < decidedAt(row)) latest.set(row.payeeId, row);
  }
  return rows.filter((row) => !isSigned(row, actKeys) || (row.state === 'current' && latest.get(row.payeeId) !== row));
}

function isSigned(row: AccountRow, actKeys: readonly string[]): boolean {
  const { entered, decided } = signersOf(actKeys, row);
  return entered !== undefined && (decided !== undefined || (row.state === 'proposed' && row.decidedById === null));
}

const decidedAt = (row: AccountRow): number => row.decidedAt?.getTime() ?? 0;

import { OperatorError } from '../../platform/operator-error.js';
import { loadSettings } from '../../platform/settings.js';
import { withKeys } from '../../platform/keys/with-keys.js';
import { connect } from '../../prisma/client.js';
import { ledgerDifferences, type Difference } from '../../prisma/ledger/differences.js';
import { commandEnvironment } from '../start/process-environment.js';
import { sayOnConsole } from '../start/say.js';

/** Recomputes every balance from the entries. @throws OperatorError that lists what differs */
export async function checkLedger(): Promise<void> {
  const db = connect(loadSettings(await withKeys(commandEnvironment())).databaseUrl, 1);
  try {
    const differences = await ledgerDifferences(db);
    if (differences.length > 0) throw new OperatorError(...told(differences));
    const entries = await db.ledgerEntry.count();
    sayOnConsole(`资金账 ${entries} 条分录，无差异。`, `${entries} entries of the ledger, no difference.`);
  } finally {
    await db.$disconnect();
  }
}

function told(differences: readonly Difference[]): [zh: string, en: string] {
  const lines = differences.map(({ what, id, shownFen, entriesFen }) => `  ${what} ${id}: ${shownFen} ≠ ${entriesFen}`);
  const list = lines.join('\n');
  return [
    `资金账有 ${differences.length} 处差异（分；显示 ≠ 分录）。`,
    `The ledger differs in ${differences.length} places (fen; shown ≠ entries):\n${list}`,
  ];
}

import type { LeafOf } from '../../domain/schemas/leaf.js';
import { atOnce, type Tx } from '../../prisma/client.js';
import { isAnnounced } from '../../prisma/signing-keys.js';
import { checkAccounts } from '../../proof/checks/accounts.js';
import type { Keyring } from '../../platform/keyring.js';
import { payeeDigests } from '../../prisma/payee-digests.js';
import { type Finding, shown } from '../../proof/finding.js';
import { leavesOf } from '../../proof/leaves.js';
import { publicKeysOf } from '../../proof/signing-key.js';

/** 收款单位名录: everybody in it as last logged, accounts too; nobody is in it who was not, nor is anybody gone. */
export async function checkPayeeRegister(db: Tx): Promise<Finding[]> {
  const { entries, now } = await atOnce(db, async (tx) => ({
    entries: await tx.logEntry.findMany({ where: { kind: 'payee' }, orderBy: { id: 'asc' } }),
    now: await payeeDigests(tx),
  }));
  const logged = leavesOf(
    entries.map(({ leaf }) => ({ index: null, leaf })),
    'payee',
  );
  const last = new Map(logged.map((leaf) => [leaf.id, leaf]));
  return [...new Set([...last.keys(), ...now.keys()])].flatMap((subject) =>
    alterations(subject, last.get(subject), now.get(subject)),
  );
}

type Digests = Omit<LeafOf<'payee'>, 'kind'>;

/** The accounts in it, against who signed for them, once that began. */
export async function checkSignedAccounts(db: Tx, keyring: Keyring): Promise<Finding[]> {
  if (!(await isAnnounced(db, 'payeeAccounts'))) return [];
  return checkAccounts(
    await db.payeeAccount.findMany({ orderBy: { id: 'asc' } }),
    publicKeysOf(keyring.signingSeeds('acts')),
  );
}

/** Which row of it was changed, where the leaf tells them apart: its own, or that of an account. */
function alterations(subject: string, proved: Digests | undefined, found: Digests | undefined): Finding[] {
  if (!proved?.entry || !found) return altered(subject, undefined, proved?.sha256, found?.sha256);
  const [before, after] = [accountsIn(proved), accountsIn(found)];
  const accounts = [...new Set([...before.keys(), ...after.keys()])];
  return [
    ...altered(subject, 'entry', proved.entry, found.entry),
    ...accounts.flatMap((id) => altered(subject, `account/${id}`, before.get(id), after.get(id))),
  ];
}

const accountsIn = ({ accounts = [] }: Digests): ReadonlyMap<string, string> =>
  new Map(accounts.map(({ id, sha256 }) => [id, sha256]));

const altered = (subject: string, at: string | undefined, proved: string | undefined, found: string | undefined) =>
  proved === found
    ? []
    : [{ kind: 'payeeAltered', subject, ...(at && { at }), proved: shown(proved), found: shown(found) } as const];

import { checkLog } from '../../proof/check-log.js';
import { leavesOf, parseLeaf } from '../../proof/leaves.js';
import { officialText } from '../../proof/pack.js';
import type { Finding } from '../../proof/finding.js';
import { digestOfLedger, digestOfReads } from '../../prisma/logged-rows.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import { digestOfBody } from '../../prisma/versions.js';
import { publicKeysOf } from '../../proof/signing-key.js';
import { checkPayeeRegister, checkSignedAccounts } from './logged-payees.js';
import { checkRegisteredOrders } from './registered-orders.js';
import { checkRegister } from './logged-register.js';

const PAGE = 5000;

/** (1) The whole log: against its heads and the ones that were kept, and rows that are logged by their digest. */
export async function checkWholeLog(
  db: Tx,
  keyring: Keyring,
  kept: readonly string[],
): Promise<{ size: number; heads: number; youngerOfficials: string[]; findings: Finding[] }> {
  const rows = await db.treeHead.findMany({ orderBy: { size: 'asc' } });
  const heads = rows.map(({ size, root, note }) => ({ size: Number(size), root, note }));
  const keys = publicKeysOf(keyring.signingSeeds('heads'));
  const { size, findings } = await checkLog({ leaves: leavesIn(db), heads, kept, keys });
  const payees = [
    await checkPayeeRegister(db),
    await checkSignedAccounts(db, keyring),
    await checkRegisteredOrders(db, keyring),
  ];
  const registers = [await checkRegister(db, keyring), ...payees];
  const rest = [await checkRows(db), ...registers, await checkRules(db)];
  const youngerOfficials = await officialsSince(db, heads.at(-1)?.size ?? 0);
  return { size, heads: heads.length, youngerOfficials, findings: [...findings, ...rest.flat()] };
}

/** Officials as they were entered or changed after the newest head, by name. */
async function officialsSince(db: Tx, size: number): Promise<string[]> {
  const entries = await db.logEntry.findMany({
    where: { kind: 'official', OR: [{ index: null }, { index: { gte: size } }] },
    orderBy: { id: 'asc' },
  });
  const leaves = leavesOf(
    entries.map(({ leaf }) => ({ index: null, leaf })),
    'official',
  );
  return [...new Map(leaves.map((leaf) => [leaf.id, officialText(leaf)])).values()];
}

async function* leavesIn(db: Tx) {
  for (let from = -1n; ;) {
    const page = await db.logEntry.findMany({
      where: { index: { gt: from } },
      orderBy: { index: 'asc' },
      take: PAGE,
      select: { index: true, leaf: true },
    });
    for (const { index, leaf } of page) yield { index: Number(index), leaf };
    if (page.length < PAGE) return;
    from = page.at(-1)!.index!;
  }
}

const DIGESTS = { reads: digestOfReads, ledger: digestOfLedger } as const;

/** Reads of personal data and the ledger, as they were logged. */
async function checkRows(db: Tx): Promise<Finding[]> {
  const entries = await db.logEntry.findMany({ where: { kind: { in: ['reads', 'ledger'] } }, orderBy: { id: 'asc' } });
  const findings: Finding[] = [];
  for (const { leaf: text } of entries) {
    const leaf = parseLeaf(text);
    if (leaf?.kind !== 'reads' && leaf?.kind !== 'ledger') continue;
    const now = await DIGESTS[leaf.kind](db, { from: new Date(leaf.from), to: new Date(leaf.to) });
    if (now.sha256 === leaf.sha256) continue;
    const [proved, found] = [`${leaf.count}/${leaf.sha256}`, `${now.count}/${now.sha256}`];
    findings.push({ kind: 'rowsDiffer', subject: leaf.kind, at: `${leaf.from} – ${leaf.to}`, proved, found });
  }
  return findings;
}

/** What programmes and policies say is what cases began under: each version by its digest, none of them gone. */
async function checkRules(tx: Tx): Promise<Finding[]> {
  const programmes = await tx.programme.findMany({ select: { digest: true, body: true } });
  const policies = await tx.countyPolicy.findMany({ select: { digest: true, body: true } });
  const versions = [...programmes, ...policies];
  const altered = versions.flatMap(({ digest: proved, body }): Finding[] => {
    const found = digestOfBody(body);
    return found === proved ? [] : [{ kind: 'ruleAltered', subject: proved, proved, found }];
  });
  const there = new Set(versions.map(({ digest }) => digest));
  const used = await tx.$queryRaw<{ digest: string }[]>`
    SELECT DISTINCT "programmeDigest" AS digest FROM "Case" UNION SELECT DISTINCT "policyDigest" FROM "Case"`;
  const missing = used.filter(({ digest }) => !there.has(digest));
  return [
    ...altered,
    ...missing.map(({ digest }): Finding => ({ kind: 'ruleMissing', subject: digest, proved: digest })),
  ];
}

import { existsSync, readFileSync } from 'node:fs';
import { pathOf } from '../papers/store.js';
import { packReadme } from '../../domain/texts/evidence-pack.js';
import type { LeafKind } from '../../domain/schemas/leaf.js';
import { OperatorError } from '../../platform/operator-error.js';
import type { Tx } from '../../prisma/client.js';
import type { LogEntryModel as LogEntry } from '../../prisma/generated/models.js';
import { programmeVersion } from '../../prisma/rules-in-force.js';
import type { CaseEvidence, LoggedLeaf } from '../../proof/evidence.js';
import { leafHash, Tree } from '../../proof/merkle.js';
import { type Pack, type ProvedLeaf, writePack } from '../../proof/pack.js';
import { readRun, stepsIn } from '../../proof/read-run.js';
import { readHistoryText } from '../../proof/sealed-history.js';
import type { SealedRegister } from '../../proof/sealed-register.js';
import { storyText } from '../../proof/story-text.js';
import { readHead } from '../../proof/tree-head.js';
import { collect } from './collect.js';
import { groundOf } from './ground-of.js';
import type { Sources } from './sources.js';

/** Everything that proves a case, without the system. @throws OperatorError where there is no such case or no head yet */
export async function packOf(ground: Sources, caseNo: string): Promise<Buffer> {
  const { db, home, keyring } = ground;
  const [evidence] = await collect(ground, [caseNo]);
  if (!evidence?.row) throw NO_CASE;
  const head = await db.treeHead.findFirst({ orderBy: { size: 'desc' } });
  if (!head) throw NO_HEAD;
  const tree = new Tree(await leafHashes(db, head.size));
  const older = await db.treeHead.findMany({
    where: { size: { lt: head.size } },
    orderBy: { size: 'desc' },
    take: MOST_HEADS,
  });
  const hex = (path: readonly Buffer[]) => path.map((hash) => hash.toString('hex'));
  const entries = await db.logEntry.findMany({
    where: { OR: [{ caseNo }, { kind: { in: GROUND_KINDS } }] },
    orderBy: { id: 'asc' },
  });
  const leaves = entries
    .filter(({ index }) => index !== null && index < head.size)
    .map(({ index, leaf }): ProvedLeaf => ({ index: Number(index), leaf, path: hex(tree.inclusion(Number(index))) }));
  const since = registerSince(entries, head.size);
  const { signedSince, noticesSignedSince, restores, register } = await groundOf(db, keyring);
  const pack: Pack = {
    ...{ evidence, leaves, register: since, note: head.note, restores },
    signedSince: asJson(signedSince),
    forManySince: { notices: asJson(noticesSignedSince) },
    older: older.map(({ note }) => ({ note, path: hex(tree.consistency(readHead(note)!.size)) })),
    ledger: await ledgerOf(db, caseNo),
  };
  const seals = await db.seal.findMany({ where: { caseNo }, orderBy: { sealedAt: 'asc' } });
  const papers = evidence.papers.flatMap(({ sha256 }) => {
    const stored = pathOf(home, sha256);
    return existsSync(stored) ? [{ name: sha256, content: readFileSync(stored) }] : [];
  });
  return writePack(
    pack,
    { readme: packReadme(caseNo), story: await storyOf(db, evidence, register) },
    { papers, seals: new Map(seals.map(({ workflowId, content }) => [workflowId, Buffer.from(content)])) },
  );
}

/** Never, where it never began. */
const asJson = (since = Infinity): number => Math.min(since, Number.MAX_SAFE_INTEGER);

/** How many older heads a pack shows itself to go on from: of a year, each day one. */
const MOST_HEADS = 400;
const REGISTER_KINDS: LeafKind[] = ['official', 'office', 'substitution'];
const GROUND_KINDS: LeafKind[] = [...REGISTER_KINDS, 'key'];

/** Officials, offices and substitutions that were logged after the head, or have no place in the log yet. */
const registerSince = (entries: readonly LogEntry[], size: bigint): LoggedLeaf[] =>
  entries
    .filter(({ kind, index }) => REGISTER_KINDS.includes(kind) && (index === null || index >= size))
    .map(({ index, leaf }) => ({ index: index === null ? null : Number(index), leaf }));

const NO_CASE = new OperatorError('没有这件办件：请核对办件编号。', 'There is no such case: check its number.');
const NO_HEAD = new OperatorError(
  '存证日志还没有签名树头：请在首次签发（每天一次）之后再导出。',
  'The log has no signed head yet: export after the first one (one a day).',
);

async function leafHashes(tx: Tx, size: bigint): Promise<Buffer[]> {
  const rows = await tx.logEntry.findMany({
    where: { index: { lt: size } },
    orderBy: { index: 'asc' },
    select: { leaf: true },
  });
  return rows.map(({ leaf }) => leafHash(leaf));
}

async function ledgerOf(tx: Tx, caseNo: string): Promise<unknown[]> {
  const rows = await tx.ledgerTransaction.findMany({
    where: { caseNo },
    orderBy: { at: 'asc' },
    include: { entries: { orderBy: { id: 'asc' } } },
  });
  return rows.map(({ key, kind, reference, at, entries }) => ({
    ...{ key, kind, reference, at: at.toISOString() },
    entries: entries.map(({ accountId, amountFen }) => ({ accountId, amountFen: Number(amountFen) })),
  }));
}

async function storyOf(tx: Tx, { caseNo, row, workflows }: CaseEvidence, register: SealedRegister): Promise<string> {
  const { measure } = await programmeVersion(tx, row!.programmeDigest);
  const steps = workflows.flatMap(({ opened, strand = 'case' }) => {
    const runs = opened === null ? [] : readHistoryText(opened).runs.map(readRun);
    return stepsIn(runs).map((step) => ({ strand, step }));
  });
  return storyText(
    caseNo,
    steps.toSorted((one, other) => one.step.at - other.step.at),
    { measure, register },
  );
}

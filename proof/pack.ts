import { gunzipSync, gzipSync } from 'node:zlib';
import { sha256 } from './canonical.js';
import type { LeafOf } from '../domain/schemas/leaf.js';
import type { CaseEvidence, Ground, LoggedLeaf, PaperRow } from './evidence.js';
import { leavesOf } from './leaves.js';
import { SAME_MOMENT_MS, SealedRegister } from './sealed-register.js';
import { type PackedFile, tar, untar } from './tar.js';
import { readHead } from './tree-head.js';

/** A leaf and what leads from it to the root of the pack's head (hex). */
export interface ProvedLeaf {
  readonly index: number;
  readonly leaf: string;
  readonly path: readonly string[];
}

/** An older head, and what shows that it is the beginning of the pack's. */
export interface OlderHead {
  readonly note: string;
  readonly path: readonly string[];
}

/** All that a case is proved by: one file, without the system. */
export interface Pack {
  readonly evidence: CaseEvidence;
  /** Leaves about the case, its officials and the keys. */
  readonly leaves: readonly ProvedLeaf[];
  /** Leaves of officials and offices that are newer than the head. Not in packs of before they were taken along. */
  readonly register?: readonly LoggedLeaf[];
  readonly note: string;
  readonly older: readonly OlderHead[];
  /** When acts began to be signed, and how many restores were signed for; not proved. */
  readonly signedSince: number;
  readonly restores: number;
  /** The same of what is done for many cases. Not in packs of before it was signed. */
  readonly forManySince?: ForManySince;
  /** Entries of the ledger. */
  readonly ledger: readonly unknown[];
}

/** Epoch ms, by what is signed. */
export interface ForManySince {
  readonly notices?: number;
}

/** A pack as it is read. */
export interface ReadPack extends Pack {
  /** Leaves of the case and of the register that are newer than the head: nothing proves them yet. */
  readonly younger: readonly string[];
}

/** What people read: beside what is checked. */
export interface PackTexts {
  readonly readme: string;
  readonly story: string;
}

const PAPERS = 'papers/';

/** What is in a pack byte for byte as it is stored: papers by their digest, seals by their workflow. */
export interface Stored {
  readonly papers: readonly PackedFile[];
  readonly seals: ReadonlyMap<string, Buffer>;
}

export function writePack(pack: Pack, { readme, story }: PackTexts, { papers, seals }: Stored): Buffer {
  const { workflows } = pack.evidence;
  const bare = workflows.map((workflow) => ({ ...workflow, text: null, opened: null }));
  const file = (name: string, text: string): PackedFile => ({ name, content: Buffer.from(text) });
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  const sealOf = (workflowId: string, text: string): PackedFile => {
    const content = seals.get(workflowId) ?? gzipSync(text);
    return { name: sealedFile(workflowId), content };
  };
  const histories = workflows.flatMap(({ workflowId, text, opened }) => [
    ...(text === null ? [] : [sealOf(workflowId, text)]),
    ...(opened === null ? [] : [file(openedFile(workflowId), opened)]),
  ]);
  const { ledger, ...proofs } = pack;
  return gzipSync(
    tar([
      ...[file('README.txt', readme), file('story.txt', story), file('ledger.json', json(ledger))],
      file('proofs.json', json({ ...proofs, evidence: { ...pack.evidence, workflows: bare } })),
      ...histories,
      ...papers.map(({ name, content }) => ({ name: PAPERS + name, content })),
    ]),
  );
}

/** Reads a pack; papers are hashed as they are in it. @throws Error where it is none */
export function readPack(bytes: Buffer): ReadPack {
  const files = new Map(untar(gunzipSync(bytes)).map(({ name, content }) => [name, content]));
  const textOf = (name: string): string | null => files.get(name)?.toString('utf8') ?? null;
  const { evidence, ...proofs } = JSON.parse(textOf('proofs.json') ?? 'null') as Omit<Pack, 'ledger'>;
  const inPack = [...files].filter(([name]) => name.startsWith(PAPERS));
  const paperOf = (paper: PaperRow): PaperRow => {
    const content = inPack.find(([name]) => name.startsWith(PAPERS + paper.sha256))?.[1];
    return { ...paper, storedSha256: content ? sha256(content) : null };
  };
  const younger = youngerLeaves(evidence.leaves, proofs);
  const register = youngerLeaves(proofs.register ?? [], proofs);
  return {
    ...{ ...proofs, younger: [...younger, ...register].map(({ leaf }) => leaf) },
    ledger: JSON.parse(textOf('ledger.json') ?? '[]') as unknown[],
    evidence: {
      ...evidence,
      papers: evidence.papers.map(paperOf),
      leaves: [...provedLeaves(evidence.leaves, proofs), ...younger],
      workflows: evidence.workflows.map((workflow) => {
        const stored = files.get(sealedFile(workflow.workflowId));
        return {
          ...workflow,
          ...{ text: stored ? unzipped(stored) : null, opened: textOf(openedFile(workflow.workflowId)) },
          seal: workflow.seal && stored ? { ...workflow.seal, actual: sha256(stored) } : null,
        };
      }),
    },
  };
}

type Proofs = Pick<Pack, 'leaves' | 'note'>;

/** Of the case's leaves those that are proved, in the order of the log. */
function provedLeaves(own: readonly LoggedLeaf[], { leaves }: Proofs): LoggedLeaf[] {
  const texts = new Set(own.map(({ leaf }) => leaf));
  return leaves.filter(({ leaf }) => texts.has(leaf)).map(({ index, leaf }) => ({ index, leaf }));
}

/** Of some leaves those that came after the head; one that should stand under it and is not proved is none. */
function youngerLeaves(own: readonly LoggedLeaf[], { leaves, note }: Proofs): LoggedLeaf[] {
  const proved = new Set(leaves.map(({ leaf }) => leaf));
  const size = readHead(note)?.size ?? 0;
  return own.filter(({ index, leaf }) => !proved.has(leaf) && (index === null || index >= size));
}

/** What the case in a pack is held against: as its proved leaves say, and of what came after its head the others. */
export function groundOfPack(pack: ReadPack): Ground {
  const { leaves, signedSince, restores, evidence, note, forManySince = {} } = pack;
  const keysFor = (purpose: LeafOf<'key'>['purpose']) =>
    leaves.filter(({ leaf }) => leavesOf([{ index: null, leaf }], 'key')[0]?.purpose === purpose);
  const submitted = evidence.leaves.find(({ leaf }) => leavesOf([{ index: null, leaf }], 'submitted').length > 0);
  // Whose key stood in the log before the case did, signed every act in it.
  const since = (purpose: LeafOf<'key'>['purpose'], told: number): number =>
    keysFor(purpose).some(({ index }) => submitted?.index !== null && index < (submitted?.index ?? 0)) ? 0 : told;
  const actKeys = leavesOf(keysFor('acts'), 'key').map(({ publicKey }) => publicKey);
  const entries = leaves.toSorted((one, other) => one.index - other.index).map(({ leaf }) => ({ leaf }));
  const notBefore = (readHead(note)?.at ?? Infinity) - SAME_MOMENT_MS;
  return {
    actKeys,
    signedSince: since('acts', signedSince),
    noticesSignedSince: since('notices', forManySince.notices ?? Infinity),
    register: new SealedRegister([...entries, ...pack.younger.map((leaf) => ({ leaf, notBefore }))], actKeys),
    restores,
  };
}

/** An official as a report names him. */
export const officialText = ({ id, name }: LeafOf<'official'>): string => `${name}（${id}）`;

/** Officials as they were entered or changed after the head of a pack: nothing proves them yet. */
export const officialsSince = ({ younger }: ReadPack): LeafOf<'official'>[] =>
  leavesOf(
    younger.map((leaf) => ({ index: null, leaf })),
    'official',
  );

/** Null where the bytes were damaged: then there is no history. */
function unzipped(stored: Buffer): string | null {
  try {
    return gunzipSync(stored).toString('utf8');
  } catch {
    return null;
  }
}

const sealedFile = (workflowId: string): string => `histories/${workflowId}.sealed.ndjson.gz`;
const openedFile = (workflowId: string): string => `histories/${workflowId}.ndjson`;

import { createHash } from 'node:crypto';
import { isSignedBy, type Signer } from './signing-key.js';

/** How large the log was, and what was in it: whoever keeps it can tell whether anything of that was changed. */
export interface TreeHead {
  /** Name of the log: its heads are no other's. */
  readonly origin: string;
  /** How many leaves. */
  readonly size: number;
  /** Hex. */
  readonly root: string;
  /** Epoch ms. */
  readonly at: number;
}

/*
 * A head is written as the checkpoints of transparency logs are (C2SP tlog-checkpoint, a signed note):
 *
 *   <origin>
 *   <size>
 *   <base64 of the root>
 *   at <ISO time>
 *
 *   — <origin> <base64 of 4 bytes that tell the key, and the Ed25519 signature>
 */
const ED25519 = 1;
const HEAD =
  /^(?<text>(?<origin>[^\s+]+)\n(?<size>\d+)\n(?<root>[\w+/=]{44})\nat (?<at>[^\n]+)\n)\n(?<signatures>(?:— [^\n]+\n?)+)$/u;

/** The signed head, as it is published, mailed and kept. */
export function signHead(head: TreeHead, signer: Signer): string {
  const text = textOf(head);
  const signature = Buffer.concat([
    keyHint(head.origin, signer.publicKey),
    Buffer.from(signer.sign(text), 'base64'),
  ]).toString('base64');
  return `${text}\n— ${head.origin} ${signature}\n`;
}

/** What a head says, whoever may have signed it; undefined for what is no head. */
export function readHead(note: string): TreeHead | undefined {
  const { origin, size, root, at } = HEAD.exec(note)?.groups ?? {};
  if (origin === undefined || size === undefined || root === undefined || at === undefined) return undefined;
  return { origin, size: Number(size), root: Buffer.from(root, 'base64').toString('hex'), at: Date.parse(at) };
}

/** Whether a head bears the signature of a key (base64). */
export function isHeadSignedBy(note: string, publicKey: string): boolean {
  const { text, origin, signatures } = HEAD.exec(note)?.groups ?? {};
  if (text === undefined || origin === undefined || signatures === undefined) return false;
  return signatures
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, name]) => name === origin)
    .some(([, , signature = '']) => {
      const bytes = Buffer.from(signature, 'base64');
      const isOf = bytes.subarray(0, 4).equals(keyHint(origin, publicKey));
      return isOf && isSignedBy(publicKey, text, bytes.subarray(4).toString('base64'));
    });
}

/** All heads in a text: a file that an auditor collected from mails, or pages of the feed. */
export function headsIn(text: string): string[] {
  return [
    ...text.replaceAll('\r\n', '\n').matchAll(/[^\s+]+\n\d+\n[\w+/=]{44}\nat [^\n]+\n\n(?:— [^\n]+(?:\n|$))+/gu),
  ].map(([note]) => (note.endsWith('\n') ? note : `${note}\n`));
}

const textOf = ({ origin, size, root, at }: TreeHead): string =>
  [origin, size, Buffer.from(root, 'hex').toString('base64'), `at ${new Date(at).toISOString()}`, ''].join('\n');

const keyHint = (origin: string, publicKey: string): Buffer =>
  createHash('sha256')
    .update(`${origin}\n`)
    .update(Buffer.of(ED25519))
    .update(Buffer.from(publicKey, 'base64'))
    .digest()
    .subarray(0, 4);

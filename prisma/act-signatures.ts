import type { Act } from '../domain/schemas/act.js';
import type { Strand } from '../domain/schemas/application.js';
import type { Tx } from './client.js';

interface Signed {
  readonly caseNo: string;
  readonly strand: Strand;
  readonly actId: string;
  readonly act: Act;
  readonly keyId: string;
  readonly signature: string;
}

/** Keeps the signature of an act before it is sent: one that reaches its case some other way has none. */
export async function keepSignature(tx: Tx, { act, ...signed }: Signed): Promise<void> {
  await tx.actSignature.createMany({ data: [{ ...signed, act: { ...act } as object }], skipDuplicates: true });
}

import type { Strand } from '../../domain/schemas/application.js';
import type { CountyPolicy } from '../../domain/schemas/county-policy.js';
import type { Programme } from '../../domain/schemas/programme.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import type { CaseModel as Case } from '../../prisma/generated/models.js';
import { lockCase } from '../../prisma/lock-case.js';
import { policyVersion, programmeVersion } from '../../prisma/rules-in-force.js';

/** A case while transitions are being written to it: its row, locked, and the rules it began with. */
export interface RecordedCase {
  readonly tx: Tx;
  readonly keyring: Keyring;
  readonly caseNo: string;
  readonly strand: Strand;
  readonly row: Case;
  readonly programme: Programme;
  readonly policy: CountyPolicy;
  lastSeq: number;
}

/** Locks the case, so that its steps are written one after the other. @throws when there is no such case */
export async function openRecordedCase(
  tx: Tx,
  keyring: Keyring,
  caseNo: string,
  strand: Strand,
): Promise<RecordedCase> {
  await lockCase(tx, caseNo);
  const row = await tx.case.findUniqueOrThrow({ where: { caseNo } });
  const { _max } = await tx.caseEvent.aggregate({ where: { caseNo, strand }, _max: { seq: true } });
  const programme = await programmeVersion(tx, row.programmeDigest);
  const policy = await policyVersion(tx, row.policyDigest);
  return { tx, keyring, caseNo, strand, row, programme, policy, lastSeq: _max.seq ?? 0 };
}

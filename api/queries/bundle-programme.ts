import type { Programme } from '../../domain/schemas/programme.js';
import type { Tx } from '../../prisma/client.js';
import type { BundleModel as Bundle } from '../../prisma/generated/models.js';
import { programmeVersion } from '../../prisma/rules-in-force.js';
import { programmeInForce } from './programmes.js';

/** The programme of a bundle: the version it was handed in under, before that the one in force. */
export async function bundleProgramme(
  tx: Tx,
  { programmeDigest, countyCode, programmeCode }: Bundle,
): Promise<Programme> {
  if (programmeDigest !== null) return await programmeVersion(tx, programmeDigest);
  return (await programmeInForce(tx, countyCode, programmeCode)).body;
}

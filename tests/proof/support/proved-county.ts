import { announceSigning } from '../../../api/acting/announce-signing.js';
import { CountyCodec } from '../../../platform/codec.js';
import { announceKey } from '../../../prisma/signing-keys.js';
import { signerFrom } from '../../../proof/signing-key.js';
import type { Sealing } from '../../../activities/sealing/sealing.js';
import { markGrowth } from '../../../activities/sealing/mark-growth.js';
import { numberLeaves } from '../../../activities/sealing/number-leaves.js';
import { EndedWorkflows } from '../../../activities/sealing/seal-ended.js';
import { sealRows } from '../../../activities/sealing/seal-rows.js';
import { signHead } from '../../../activities/sealing/sign-head.js';
import { eventually } from '../../support/eventually.js';
import { openCountyBesideBank } from '../../activities/support/county-at-work.js';

export const ORIGIN = 'zhibao.test/log';

/** A county at work whose sealing is done when the test says so. */
export async function openProvedCounty() {
  const county = await openCountyBesideBank();
  const { db, keyring, env, log } = county;
  const sealing: Sealing = { db, keyring, codec: new CountyCodec(keyring), client: env.client, origin: ORIGIN, log };
  await announceKey(db, 'heads', signerFrom(keyring.signingSeed('heads')).publicKey);
  await announceSigning(db, keyring);

  /** Marks and seals what there is, without a head. */
  const seal = async () => {
    await markGrowth(sealing, 1000, 0);
    await new EndedWorkflows(sealing).sealAll();
    await sealRows(sealing, 0);
    await numberLeaves(db, 100_000);
  };
  /** Until the engine lists a workflow as ended, and it is sealed. */
  const sealed = async (workflowId: string) => {
    await eventually(
      async () => {
        await new EndedWorkflows(sealing).sealAll();
        return await db.seal.findFirst({ where: { workflowId } });
      },
      (row) => row !== null,
    );
    await numberLeaves(db, 100_000);
  };
  return { ...county, sealing, seal, sealed, head: () => signHead(sealing) };
}

export type ProvedCounty = Awaited<ReturnType<typeof openProvedCounty>>;

import { constants, availableParallelism, setPriority } from 'node:os';
import type { AskedToVerify, ToldByVerifier } from '../../api/verifying/protocol.js';
import { headsIn } from '../../proof/tree-head.js';
import { onVerifyGround } from './open-ground.js';
import { verifySystem } from './verify-system.js';

/*
 * Verifies as the command `verify` does, for an auditor who asked for it on his pages: beside what the machine has to do
 * otherwise, with half of its cores. It ends with whoever started it; asked again, it goes on.
 */
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
process.once('disconnect', () => process.exit(1));
process.once('message', (asked: AskedToVerify) => void verify(asked).then(() => process.exit(0)));

const tell = (told: ToldByVerifier): boolean => process.send!(told);

async function verify({ folder, area, year, full, kept }: AskedToVerify): Promise<void> {
  const processes = Math.max(1, Math.floor(availableParallelism() / 2));
  const options = { full, report: folder, processes, ...(area && { area }), ...(year !== null && { year }) };
  const { findings } = await onVerifyGround((ground) =>
    verifySystem(ground, { ...options, kept: headsIn(kept) }, (done, of) => tell({ done, of })),
  );
  await new Promise<void>((sent) =>
    process.send!({ findings: findings.length } satisfies ToldByVerifier, () => sent()),
  );
}

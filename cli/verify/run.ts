import { withProgress } from '../restore/tell.js';
import { keptHeads } from './kept-heads.js';
import { onVerifyGround } from './open-ground.js';
import { tell } from './report.js';
import { type VerifyOptions, verifySystem } from './verify-system.js';

/** How the command is given what the auditor kept: `heads`, a file with signed heads. */
export type CommandOptions = Omit<VerifyOptions, 'kept'> & { readonly heads?: string };

/** The command `verify` over the running system: exit code 1 on any finding. @throws OperatorError */
export async function runVerify({ heads, ...options }: CommandOptions): Promise<void> {
  const kept = keptHeads(heads);
  const report = await onVerifyGround((ground) =>
    withProgress((onProgress) => verifySystem(ground, { ...options, kept }, onProgress)),
  );
  tell(report);
}

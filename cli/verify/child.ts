import { readFileSync } from 'node:fs';
import type { Answered, Asked } from './crew.js';
import { onVerifyGround } from './open-ground.js';
import { verifyItems } from './verify-items.js';

/** One process of the crew: verifies what it is asked until its parent has nothing more. */
await onVerifyGround(async (opened) => {
  const replayed = new Set(readFileSync(process.argv[2]!, 'utf8').split('\n'));
  const verifier = { sources: opened, workflows: opened.workflows, replayed };
  const answer = (answered: Answered) => process.send!(answered);
  process.on('message', ({ items }: Asked) => {
    void verifyItems(verifier, items).then(
      (verified) => answer({ verified }),
      (error: Error) => answer({ failed: error.stack ?? error.message }),
    );
  });
  await new Promise((resolve) => process.once('disconnect', resolve));
});
// A replay that never answered would keep it.
process.exit();

import { inParallel } from '../../platform/in-parallel.js';
import type { Chance } from '../../prisma/seed/random.js';
import { newcomers } from '../rehearsal/newcomers.js';
import { registerNewcomers } from '../rehearsal/register-newcomers.js';
import type { Script } from '../rehearsal/script.js';
import { announced, approved, filesDirect } from '../rehearsal/scripts/parts.js';
import type { Town } from '../rehearsal/town.js';
import { CaseWalk } from '../rehearsal/case-walk.js';

/** As many on their way at once as a small machine bears. */
const AT_ONCE = 12;
/** As long as a household may have something to do: to the end of the longest storm. */
const MOST_MS = 3_600_000;

/** Endings of accounts that the simulated bank makes trouble for (bank/simulator/fates.ts); '' is a plain one. */
const ENDINGS = ['', '', '', '', '', '', '0000', '0002', '0003', '0004', '0005', '0006', '0009'];

/** Up to the payment, which is what is to be broken. */
const untilPayment: Pick<Script, 'id' | 'zh' | 'en' | 'share' | 'way' | 'ends'> = {
  ...{ id: 'untilPayment', zh: '办到拨付', en: 'up to the payment', share: 1 },
  way: [filesDirect, approved, announced],
  ends: { outcome: 'completed' },
};

/** Households of the rehearsal county whose cases have come as far as their payment. */
export async function casesInPayment(
  town: Town,
  howMany: number,
  chance: Chance,
  onArrived: (arrived: number) => void,
): Promise<CaseWalk[]> {
  const scripts = Array.from({ length: howMany }, (): Script => {
    const accountEnding = chance.pick(ENDINGS);
    return accountEnding === '' ? untilPayment : { ...untilPayment, accountEnding };
  });
  const cast = newcomers(scripts, Date.now().toString(36));
  await registerNewcomers(town, cast);
  const arrived: CaseWalk[] = [];
  const failures = await inParallel(cast, AT_ONCE, async (newcomer) => {
    const way = new CaseWalk(newcomer, town, AbortSignal.timeout(MOST_MS));
    for (const step of newcomer.script.way.flat()) await step(way);
    await way.awaits('paymentPreparation');
    arrived.push(way);
    onArrived(arrived.length);
  });
  if (failures[0]) throw failures[0];
  return arrived;
}

import { continueAsNew, sleep, workflowInfo } from '@temporalio/workflow';
import { isPast } from '../domain/rules/bundle-states.js';
import type { Act } from '../domain/schemas/act.js';
import type { BundleCommission } from '../domain/schemas/bundle-commission.js';
import { BundleFile } from './bundle-file.js';
import { gatherPublication, openCases, startWave, tellOpened } from './world.js';

/** Cases that are started together, and the pause after them: the engine has other things to do beside. */
const WAVE = 50;
const PAUSE = '1 second';

/** How a bundle ended for those who filed it. */
export type BundleEnd = 'returned' | 'ended';

/**
 * 二(一) 捆绑申报、六(四) 逐级申报: a village, township or subdistrict applies for many households at once; endorsed level by
 * level where it comes that way, checked once, then a case for each household, all in one publication. It goes on from
 * where its rows are: begun anew it does nothing twice.
 */
export async function bundle(commission: BundleCommission): Promise<BundleEnd> {
  const { bundleNo, state } = commission;
  const file = new BundleFile(commission);

  if (state === 'villageEndorsement' && isReturned(await file.decision())) return await file.end('returned');
  if (!isPast('townshipEndorsement', state) && isReturned(await file.decision())) return await file.end('returned');
  if (!isPast('filing', state)) await openCases(bundleNo);
  if (!isPast('initialCheck', state)) await file.decision();
  while ((await startWave(bundleNo, WAVE)) > 0) await sleep(PAUSE);
  await publishTogether(file, commission);
  return await file.end('ended');
}

const isReturned = ({ verdict }: Act): boolean => verdict === 'return';

/** 集中公示: those that are approved, when all are; whoever is late goes on in a publication of its own. */
async function publishTogether(file: BundleFile, commission: BundleCommission): Promise<void> {
  for (;;) {
    const { publicationNo, left } = await gatherPublication(commission.bundleNo);
    if (publicationNo !== undefined) await tellOpened(publicationNo);
    if (left === 0) return;
    if (!workflowInfo().continueAsNewSuggested) continue;
    await file.answered();
    await continueAsNew<typeof bundle>({ ...commission, state: 'running' });
  }
}

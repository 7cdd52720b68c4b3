import { BUNDLE_STAGES } from '../../domain/rules/bundle-states.js';
import { countyOf } from '../../domain/rules/county-of.js';
import type { MatterStage } from '../../domain/rules/matters.js';
import { termEnd } from '../../domain/rules/terms.js';
import { workingDaysAt } from '../../domain/schemas/county-policy.js';
import type { Tx } from '../client.js';
import { countyDays, policyVersion } from '../rules-in-force.js';
import { waitingBundles, waitingNotices } from './bundles.js';
import { waitingClaims, waitingSetOffs } from './claims.js';
import { waitingLoans } from './loans.js';
import { type FoundMatter, type Matter, matterId } from './matter.js';

interface Source {
  readonly stages: readonly MatterStage[];
  readonly find: (tx: Tx, areaCode: string) => Promise<FoundMatter[]>;
}

const SOURCES: readonly Source[] = [
  { stages: BUNDLE_STAGES, find: waitingBundles },
  { stages: ['noticePosting', 'publicNotice'], find: waitingNotices },
  { stages: ['recoverySignature'], find: waitingClaims },
  { stages: ['setOffSignature'], find: waitingSetOffs },
  { stages: ['loanSignature'], find: waitingLoans },
];

/**
 * What waits in an area at these stages, read off the rows that say so: a matter is there as long as it waits, after a
 * restore too. Few wait at a time: each is dated by the calendar as it is now.
 */
export async function waitingMatters(tx: Tx, areaCode: string, stages: readonly MatterStage[]): Promise<Matter[]> {
  const found: FoundMatter[] = [];
  for (const source of SOURCES) {
    if (!source.stages.some((stage) => stages.includes(stage))) continue;
    found.push(...(await source.find(tx, areaCode)).filter(({ stage }) => stages.includes(stage)));
  }
  const daysOf = calendarsOf(tx, Math.min(...found.map(beganAt)));
  const matters: Matter[] = [];
  for (const matter of found) {
    const policy = await policyVersion(tx, matter.policyDigest);
    const workingDays = workingDaysAt(policy, matter.stage, false);
    const { calendar, dayLength } = await daysOf(countyOf(matter.areaCode));
    const dueAt =
      workingDays === undefined ? null : new Date(termEnd(beganAt(matter), { workingDays }, calendar, dayLength));
    matters.push({ ...matter, id: matterId(matter), dueAt });
  }
  return matters;
}

/** A notice is to be taken down after its term. */
const beganAt = ({ openedAt, notBefore }: FoundMatter): number => (notBefore ?? openedAt).getTime();

/** The calendars of counties from a moment on, each read once. */
function calendarsOf(tx: Tx, from: number) {
  const known = new Map<string, ReturnType<typeof countyDays>>();
  return (countyCode: string) => {
    const days = known.get(countyCode) ?? countyDays(tx, countyCode, from);
    known.set(countyCode, days);
    return days;
  };
}

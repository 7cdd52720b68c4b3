import type { Script } from '../script.js';
import { passesCheck, verifies } from '../steps/county.js';
import { files } from '../steps/filing.js';
import { changesAccount, declaresDone, handsInPromised } from '../steps/household.js';
import {
  acceptsWorks,
  appraises,
  approvesRenovation,
  beginsWorks,
  isFoundUnsafe,
  isHoused,
  leasesInstead,
  movesIn,
  offersMoney,
  offersPlot,
  seesMovedIn,
  seesVacated,
  signsAgreement,
  vacates,
  withdrawsFromAgreement,
} from '../steps/housing.js';
import { consentsToLessor } from '../steps/payees.js';
import { announced, approved, ordered, paid, PAID } from './parts.js';

const applies = files('renovation');
const judged = [passesCheck, appraises, verifies];
const renovated = [beginsWorks, declaresDone, acceptsWorks];
const moves = [files('relocation'), approved, announced].flat();
const moved = [movesIn, seesMovedIn, vacates, seesVacated];

/** 三(五) 危旧房改造、异地搬迁. */
export const housingScripts: readonly Script[] = [
  {
    id: 'renovated',
    kind: 'renovation',
    zh: '危旧房改造：验收后足额拨付',
    en: 'a house renovated, paid in full',
    share: 1,
    way: [applies, judged, approvesRenovation, announced, renovated, paid],
    ends: { ...PAID, quantity: 4 },
  },
  {
    id: 'foundUnsafe',
    kind: 'renovation',
    zh: '巡查发现危房，自动立案后改造',
    en: 'found unsafe by an inspector, and renovated',
    share: 1,
    way: [
      isFoundUnsafe,
      judged,
      handsInPromised('homesteadCertificate'),
      approvesRenovation,
      announced,
      renovated,
      paid,
    ],
    ends: PAID,
  },
  {
    id: 'housedOtherwise',
    kind: 'renovation',
    zh: '无建房能力：长期租赁，租金经农户同意付给出租人',
    en: 'a long lease instead of a renovation, its rent paid to the lessor',
    share: 1,
    way: [applies, judged, leasesInstead, announced, consentsToLessor, isHoused, paid],
    ends: { ...PAID, outcome: 'housedOtherwise', paidToPayee: true },
  },
  {
    id: 'worksNotBegun',
    kind: 'renovation',
    zh: '危旧房改造：逾期未开工',
    en: 'works that were not begun in time',
    share: 1,
    way: [applies, judged, approvesRenovation, announced],
    ends: { outcome: 'notCompleted', payments: [] },
  },
  {
    id: 'relocated',
    kind: 'relocation',
    zh: '异地搬迁：集中安置，分两期拨付',
    en: 'relocated to a site, paid in two parts',
    share: 1,
    way: [moves, offersPlot, signsAgreement, ordered, moved, paid],
    ends: { ...PAID, payments: ['credited', 'credited'] },
  },
  {
    id: 'relocatedAfterReturn',
    kind: 'relocation',
    zh: '异地搬迁：货币安置，首期退汇后重拨',
    en: 'relocated by money, the first part returned by the bank',
    share: 1,
    accountEnding: '0000',
    way: [moves, offersMoney, signsAgreement, ordered, changesAccount, ordered, moved, paid],
    ends: { ...PAID, payments: ['reissued', 'credited', 'credited'] },
  },
  {
    id: 'withdrawnFromAgreement',
    kind: 'relocation',
    zh: '退出搬迁协议，追回首期',
    en: 'withdrawn from the agreement, the first part claimed back',
    share: 1,
    way: [moves, offersPlot, signsAgreement, ordered, withdrawsFromAgreement],
    ends: { outcome: 'withdrawn', payments: ['credited'] },
  },
];

import type { Script } from '../script.js';
import { approves, passesCheck, preparesPayment, reviewsPayment, verifies } from '../steps/county.js';
import {
  bundlePassesCheck,
  isFiledInBundle,
  isFiledLevelByLevel,
  postsJointly,
  takesDownJointly,
} from '../steps/bundles.js';
import { sharesIncome, SHARED } from '../steps/dividends.js';
import { comesToPeriod, grantsEntitlement } from '../steps/entitlements.js';
import { files } from '../steps/filing.js';
import { accepted, announced, paid, PAID } from './parts.js';

const goesOn = [bundlePassesCheck, verifies, approves, postsJointly, takesDownJointly, accepted, paid].flat();

/** 二(一) 捆绑申报、六(四) 逐级申报, and income that a village shares. */
export const sharedScripts: readonly Script[] = [
  {
    id: 'bundled',
    kind: 'bundled',
    zh: '捆绑申报：集中公示，逐户验收拨付',
    en: 'applied for in a bundle, published with it, paid by itself',
    share: 1,
    way: [isFiledInBundle, goesOn],
    ends: PAID,
  },
  {
    id: 'tiered',
    kind: 'tiered',
    zh: '逐级申报：村、乡镇审核后报县',
    en: 'applied for level by level: village, township, county',
    share: 1,
    way: [isFiledLevelByLevel, goesOn],
    ends: PAID,
  },
  {
    id: 'dividend',
    kind: 'dividend',
    zh: '光伏收益分红：核算、审批、发放到户',
    en: 'a share in the income of a power station',
    share: 1,
    way: [
      files(SHARED),
      ...[passesCheck, verifies, grantsEntitlement, announced],
      ...[sharesIncome, comesToPeriod(1), preparesPayment, reviewsPayment],
    ],
    ends: { outcome: 'completed', payments: ['credited'] },
  },
];

import type { Script } from '../script.js';
import { passesCheck, preparesPayment, reviewsPayment, verifies } from '../steps/county.js';
import { comesToPeriod, grantsEntitlement } from '../steps/entitlements.js';
import { collectiveFiles } from '../steps/collectives.js';
import { files } from '../steps/filing.js';
import { confirmsRelief, doesNotConfirm, grantsRelief } from '../steps/relief.js';
import { announced, ordered, PAID, used } from './parts.js';

const DISASTER = files('disaster-relief');
const HARDSHIP = files('temporary-relief');
const PERSONS = 2;
/** 150 yuan. */
const AMOUNT_FEN = 15_000;

/** 三(八) 救助, and what is paid period after period. */
export const reliefScripts: readonly Script[] = [
  {
    id: 'disasterRelief',
    kind: 'relief',
    zh: '因灾救助：先拨付，后公告、确认',
    en: 'disaster relief, confirmed after it was paid',
    share: 1,
    way: [DISASTER, verifies, grantsRelief(PERSONS), ordered, confirmsRelief, used],
    ends: PAID,
  },
  {
    id: 'temporaryRelief',
    kind: 'relief',
    zh: '临时救助：研究确定金额',
    en: 'temporary relief by a reasoned decision',
    share: 1,
    way: [HARDSHIP, verifies, grantsRelief(AMOUNT_FEN), ordered, confirmsRelief, used],
    ends: { ...PAID, quantity: AMOUNT_FEN },
  },
  {
    id: 'reliefNotConfirmed',
    kind: 'relief',
    zh: '因灾救助：事后未获确认，追回',
    en: 'disaster relief that was not confirmed',
    share: 1,
    way: [DISASTER, verifies, grantsRelief(PERSONS), ordered, doesNotConfirm],
    ends: { outcome: 'notConfirmed', reason: 'RELIEF_NOT_JUSTIFIED', payments: ['credited'] },
  },
  {
    id: 'educationAid',
    kind: 'entitlement',
    zh: '助学补助：批准一次，发放两期',
    en: 'education aid, granted once, two periods paid',
    share: 1,
    withStudent: true,
    way: [
      files('education-aid'),
      ...[passesCheck, verifies, grantsEntitlement, announced],
      ...[comesToPeriod(1), preparesPayment, reviewsPayment],
      ...[comesToPeriod(2), preparesPayment, reviewsPayment],
    ],
    ends: { outcome: 'completed', payments: ['credited'] },
  },
  {
    id: 'collectiveInterest',
    kind: 'entitlement',
    zh: '村集体自己申请贷款贴息，拨付到村集体账户',
    en: 'a village collective applies itself for the interest of its loan, and is paid',
    share: 1,
    inKeyVillage: true,
    way: [
      collectiveFiles,
      ...[passesCheck, verifies, grantsEntitlement, announced],
      ...[comesToPeriod(1), preparesPayment, reviewsPayment, used],
    ],
    ends: { ...PAID, paidToPayee: true },
  },
];

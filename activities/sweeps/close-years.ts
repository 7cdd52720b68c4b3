import { isOfCounty } from '../../prisma/areas.js';
import { blockYears } from '../../prisma/ledger/year-end.js';
import { tellCounty } from '../../prisma/tell-officials.js';
import type { Sweep } from './sweep.js';

/**
 * 年终结转: after 31 December, 24:00 in Shanghai, nothing more is ordered from a fund of the year; its finance office is
 * told to decide what becomes of it.
 */
export const closeYears: Sweep = async ({ db, keyring }, limit) =>
  await db.$transaction(async (tx) => {
    const funds = await blockYears(tx, limit);
    for (const { id, name, areaCode, fiscalYear } of funds) {
      if (!isOfCounty(areaCode)) continue;
      await tellCounty(tx, keyring, {
        ...{ key: `year-end/${id}`, countyCode: areaCode, role: 'paymentReviewer', subject: '【直报】年终结转' },
        text: `${fiscalYear}年度已结束，“${name}”（${id}）停止支付，请作出结转或收回的决定。`,
      });
    }
    return funds.length;
  });

import { commitAnew } from '../../prisma/ledger/late-money.js';
import { tellOfficials } from '../../prisma/tell-officials.js';
import type { Sweep } from './sweep.js';

/** The last order of a case that came back after it was credited. */
const cameBack = {
  where: { ledger: { some: { kind: 'returned' } } },
  orderBy: { attempt: 'desc' },
  take: 1,
} as const;

/**
 * Cases whose payment came back to a year that had lapsed, and for which this year had too little then: as soon as an
 * allotment has enough, they have it. Until then finance knows, and no order is made.
 */
export const commitReturned: Sweep = async ({ db, keyring }, limit) => {
  // Those that go on waiting stay among them: page by page, else the first of them would hide the rest.
  for (let after = ''; ;) {
    const waiting = await db.commitment.findMany({
      where: {
        ...{ waitingFen: { gt: 0 }, caseNo: { gt: after } },
        case: { running: true },
      },
      include: { case: { include: { payments: cameBack } } },
      orderBy: { caseNo: 'asc' },
      take: limit,
    });
    for (const { caseNo, case: row } of waiting) {
      const [last] = row.payments;
      if (!last || (await db.$transaction((tx) => commitAnew(tx, caseNo)))) continue;
      await tellOfficials(db, keyring, {
        ...{ key: `allotment-low/${last.reference}`, caseNo, role: 'paymentReviewer', subject: '指标不足' },
        text: '退回的资金所属年度已收回，本年度可用指标不足，无法重新拨付。请下达指标。',
      });
    }
    const last = waiting.at(-1);
    if (!last || waiting.length < limit) return 0;
    after = last.caseNo;
  }
};

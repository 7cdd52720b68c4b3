import { creditCodeOf } from '../../../domain/rules/credit-code.js';
import { REHEARSAL } from '../../../prisma/seed/counties.js';
import { CAST } from '../cast.js';
import type { CaseWalk, Step } from '../case-walk.js';
import { newAccount } from '../newcomers.js';
import { givesPaper } from './papers.js';

/** 政府统建, 长期租赁: somebody is entered, signed for by finance, and the household agrees that he is paid. */
const consentsTo =
  (kind: 'contractor' | 'lessor', called: string): Step =>
  async (walk) => {
    const payeeId = await entered(walk, kind, called);
    const agreementId = await givesPaper(walk, walk.applicant, 'payeeAgreement');
    const params = { id: walk.applicationId };
    await walk.applicant.call('consentToPayee', { params, body: { payeeId, agreementId } });
  };

export const consentsToContractor = consentsTo('contractor', '演练建筑队');
export const consentsToLessor = consentsTo('lessor', '演练租赁站');

/** 村集体: one of its village, entered for what it applies for alone; a dividend there names nobody. */
export const entersCollective = async (walk: CaseWalk, programme: string): Promise<string> =>
  await entered(walk, 'collective', '演练经济合作社', {
    ...{ area: walk.newcomer.register.villageCode, programmes: [programme] },
  });

async function entered(
  walk: CaseWalk,
  kind: 'contractor' | 'lessor' | 'collective',
  called: string,
  where: { area: string; programmes: string[] } = { area: REHEARSAL.code, programmes: [] },
): Promise<string> {
  const number = newAccount();
  const maker = await walk.town.official(...CAST.maker(walk));
  const { id, waiting } = await maker.call('enterPayee', {
    body: {
      ...{ kind, name: `${called}${number.slice(-6)}`, ...where },
      creditCode: creditCodeOf(`91${REHEARSAL.code}${number.slice(-9)}`),
      ...{ bankName: '演示农村商业银行', number },
    },
  });
  const finance = await walk.town.official(...CAST.finance(walk));
  await finance.call('signPayeeAccount', { params: { id }, body: { accountId: waiting!.id, agrees: true } });
  return id;
}

import { creditCodeOf } from '../../../domain/rules/credit-code.js';
import type { Api } from './api.js';
import type { Officials } from './officials.js';

/** Enters a collective of a village of the rehearsal county, with an account that the bank turns out to have closed. */
export async function entersCollective(api: Api, officials: Officials): Promise<string> {
  const { code: area } = await api.db.area.findFirstOrThrow({
    where: { code: { startsWith: '339901' }, level: 'village' },
  });
  const maker = await officials.as('yl-maker-1');
  const entered = await maker.post('/api/payees', {
    ...{ kind: 'collective', name: '东演村经济合作社', creditCode: creditCodeOf('91339901MA2345678'), area },
    ...{ bankName: '演示农村商业银行', number: '6228480200000330000' },
  });
  const { id, waiting } = entered.body;
  const finance = await officials.as('yl-finance-1');
  await finance.post(`/api/payees/${id}/signature`, { accountId: waiting.id, agrees: true });
  return id as string;
}

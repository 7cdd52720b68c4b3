import { shanghaiDate } from '../../../domain/rules/working-days.js';
import { CAST } from '../cast.js';
import type { Step } from '../case-walk.js';
import { eventually } from '../patience.js';

export const SHARED = 'photovoltaic-dividend';
const RULE = { collectiveBasisPoints: 2_000, guaranteeFen: 30_000, targetFen: 100_000, reserveMostFen: 20_000 };
const INCOME_FEN = 300_001;

/** 资产收益分红: the village's power station has its income of the year, which is divided and signed by a second official. */
export const sharesIncome: Step = async (walk) => {
  const { villageCode, registerNo } = walk.newcomer.register;
  await walk.until(({ running }) => !running);
  const approver = await walk.town.official(...CAST.approver(walk));
  const maker = await walk.town.official(...CAST.maker(walk));
  const year = Number(shanghaiDate(Date.now()).slice(0, 4));
  const documentNo = `演资〔${year}〕${registerNo}号`;
  const station = { name: '演练村光伏电站', areaCode: villageCode, programmeCode: SHARED, documentNo, rule: RULE };
  const { id } = await approver.call('createAsset', { body: station });
  const income = { year, amountFen: INCOME_FEN, documentNo };
  await maker.call('enterIncome', { params: { id }, body: income });
  const { no } = await maker.call('makeDividend', { body: { assetId: id, year } });
  const params = { no };
  const digest = await eventually(async () => {
    const dividend = await approver.call('getDividend', { params });
    return dividend.digest ?? undefined;
  }, walk.signal);
  await approver.call('approveDividend', { params, body: { digest } });
};

import type { Programme } from '../schemas/programme.js';

/** A programme of the catalogue before a county takes it up. */
export type ProgrammeOutline = Omit<Programme, 'countyCode' | 'version' | 'opensAt' | 'closesAt'>;

type PaperRule = Programme['papers'][number];

/** The industry clause of the provincial plan: counties set the standards, the money goes to the household. */
export const INDUSTRY_CLAUSE = {
  zh: '浙委发〔2018〕41号 二（一）加大产业扶持力度',
  en: 'Zhejiang plan for low-income rural households 2018-2022, section 2(1): support of industry',
};

export const ALL_GROUPS: Programme['eligible']['groups'] = ['dibao', 'dibaoMarginal', 'lowIncome'];

/** Households that can carry a project out themselves, also while they are under observation. */
export const WITH_LABOUR: Programme['eligible'] = {
  standings: ['registered', 'observation'],
  groups: ALL_GROUPS,
  needsLabour: true,
};

/** The right to use the land or the water, where it is rented: the state has no copy of a private lease. */
export const SITE_LEASE: PaperRule = {
  kind: 'siteLease',
  name: {
    zh: '用地（水面）流转协议（自家承包地不需要）',
    en: 'Lease of the site (not for land contracted to the household)',
  },
  required: false,
  promisable: true,
};

/** What was bought for the project: seedlings, young animals, tools. */
export const PURCHASE_RECEIPT: PaperRule = {
  kind: 'purchaseReceipt',
  name: { zh: '种苗、设备等购置凭证', en: 'Receipts for seedlings, animals or equipment' },
  required: true,
  promisable: true,
};

/** A standard that counties have published, taken over as an example: it is not the county's own. */
export function exampleAfter(published: string): Programme['source'] {
  return { kind: 'example', text: `示例标准，参照${published}；非本县现行标准，使用前请以本县公布的文件替换` };
}

export const QIMEN_2021 = '安徽省祁门县《农业特色产业发展到户项目奖励扶持办法》（祁农工办〔2021〕11号）';
export const PENGSHUI_2024 = '重庆市彭水自治县2024年度脱贫户及监测户产业增收补助方案（彭水委农办发〔2024〕4号）';

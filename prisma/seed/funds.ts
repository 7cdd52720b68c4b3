import type { Programme } from '../../domain/schemas/programme.js';
import type { Db } from '../client.js';
import type { FundModel } from '../generated/models.js';
import { allot, type NewAllotment, openFund } from '../ledger/funds.js';
import type { SeedCounty } from './counties.js';

/** 2130505 生产发展: the account under which the state budget pays for production of poor households. */
const ACCOUNT_CODE = '2130505';
const ALLOTTED_FEN = 50_000_000n;
/** Enough for one application: the desk check then finds that the allotment is low. */
const NEARLY_NOTHING_FEN = 600_000n;
const REHEARSAL_FACTOR = 100n;
/** What a two-mountains fund has besides is for the landscape: more than that, and households get less than a fifth. */
const TWO_MOUNTAINS_FACTOR = 4n;

const KINDS = [
  { kind: 'province', name: '省级财政专项扶贫资金', source: 'province', purpose: '扶持低收入农户产业项目' },
  { kind: 'county', name: '县级配套资金', source: 'county', purpose: '低收入农户产业项目县级配套' },
  {
    kind: 'two-mountains',
    name: '“两山”建设财政专项激励资金',
    source: 'province',
    purpose: '生态保护与绿色发展，其中不低于20%用于低收入农户增收',
  },
] as const;

/** What several offices bear together comes from funds of each of them. */
const SHARED = [
  { kind: 'shared-province', bearer: 'province', name: '省级分担资金' },
  { kind: 'shared-city', bearer: 'city', name: '市级分担资金' },
  { kind: 'shared-county', bearer: 'county', name: '县级分担资金' },
] as const;

/** A fund with the allotments that are made from it, invented, with the parts that real ones have. */
interface SeedFund {
  readonly fund: FundModel;
  readonly allotments: readonly NewAllotment[];
}

/** Loads the funds of a county and fiscal year; a fund whose allotments are there already stays as it is. */
export async function loadFunds(
  db: Db,
  county: SeedCounty,
  programmes: readonly Programme[],
  fiscalYear: number,
): Promise<void> {
  for (const { fund, allotments } of [
    ...fundsOf(county, programmes, fiscalYear),
    ...sharedFunds(county, programmes, fiscalYear),
  ]) {
    const ids = allotments.map(({ id }) => id);
    if ((await db.allotment.count({ where: { id: { in: ids } } })) === ids.length) continue;
    await db.$transaction(async (tx) => {
      await openFund(tx, fund);
      for (const allotment of allotments) await allot(tx, allotment);
    });
  }
}

function fundsOf(county: SeedCounty, programmes: readonly Programme[], fiscalYear: number): SeedFund[] {
  return KINDS.map(({ kind, name, source, purpose }, turn) => {
    const fundId = `${county.code}-${fiscalYear}-${kind}`;
    const twoMountains = kind === 'two-mountains';
    const allotments = programmes.flatMap((programme, index) =>
      index % KINDS.length === turn && !programme.funding
        ? [{ ...allotmentOf(county, programme, fiscalYear, index + 1), fundId, forIncomeGrowth: twoMountains }]
        : [],
    );
    const allottedFen = allotments.reduce((sum, { amountFen }) => sum + amountFen, 0n);
    const amountFen = twoMountains ? allottedFen * TWO_MOUNTAINS_FACTOR : allottedFen;
    const fund = { id: fundId, name, source, areaCode: county.code, fiscalYear, purpose, amountFen, twoMountains };
    return { fund, allotments };
  });
}

/** 资金分担: of each who bears a programme with others, an allotment for it. */
function sharedFunds(county: SeedCounty, programmes: readonly Programme[], fiscalYear: number): SeedFund[] {
  return SHARED.map(({ kind, bearer, name }) => {
    const id = `${county.code}-${fiscalYear}-${kind}`;
    const allotments = programmes.flatMap((programme, index) => {
      if (!programme.funding?.[bearer]) return [];
      const whole = allotmentOf(county, programme, fiscalYear, index + 1);
      const documentNo = whole.documentNo.replace('财农', `财农${name.slice(0, 1)}`);
      return [{ ...whole, id: `${whole.id}-${bearer}`, documentNo, fundId: id, forIncomeGrowth: false }];
    });
    const amountFen = allotments.reduce((sum, allotment) => sum + allotment.amountFen, 0n);
    const purpose = '由省、市、县按比例分担的项目';
    const fund = {
      id,
      name,
      source: bearer,
      areaCode: county.code,
      fiscalYear,
      purpose,
      amountFen,
      twoMountains: false,
    };
    return { fund, allotments };
  });
}

const allotmentOf = (county: SeedCounty, programme: Programme, fiscalYear: number, number: number) => ({
  id: `${county.code}-${fiscalYear}-${programme.code}`,
  documentNo: `${county.name.slice(0, 1)}财农〔${fiscalYear}〕${number}号（示例）`,
  accountCode: ACCOUNT_CODE,
  countyCode: county.code,
  programmeCode: programme.code,
  fiscalYear,
  amountFen: amountFen(county, programme),
});

function amountFen(county: SeedCounty, programme: Programme): bigint {
  if (county.rehearsal) return ALLOTTED_FEN * REHEARSAL_FACTOR;
  return programme.code === 'farm-stay' ? NEARLY_NOTHING_FEN : ALLOTTED_FEN;
}

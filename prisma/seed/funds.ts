import type { Programme } from '../../domain/schemas/programme.js';
import type { SeedCounty } from './counties.js';

/** 2130505 生产发展: the account under which the state budget pays for production of poor households. */
const ACCOUNT_CODE = '2130505';
const ALLOTTED_FEN = 50_000_000n;
/** Enough for one application: the desk check then finds that the allotment is low. */
const NEARLY_NOTHING_FEN = 600_000n;
const REHEARSAL_FACTOR = 100n;

/** One allotment for each programme and fiscal year, invented, with the parts that a real one has. */
export function allotmentsOf(county: SeedCounty, programmes: readonly Programme[], fiscalYear: number) {
  return programmes.map((programme, index) => ({
    id: `${county.code}-${fiscalYear}-${programme.code}`,
    documentNo: `${county.name.slice(0, 1)}财农〔${fiscalYear}〕${index + 1}号（示例）`,
    accountCode: ACCOUNT_CODE,
    countyCode: county.code,
    programmeCode: programme.code,
    fundSource: index % 2 === 0 ? '省级财政专项扶贫资金' : '县级配套资金',
    fiscalYear,
    amountFen: amountFen(county, programme),
  }));
}

function amountFen(county: SeedCounty, programme: Programme): bigint {
  if (county.rehearsal) return ALLOTTED_FEN * REHEARSAL_FACTOR;
  return programme.code === 'farm-stay' ? NEARLY_NOTHING_FEN : ALLOTTED_FEN;
}

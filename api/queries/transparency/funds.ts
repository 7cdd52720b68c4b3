import { FIGURE_ACCOUNTS, FIGURE_NAMES, type FigureName, sumOf } from '../../../domain/rules/allotment-figures.js';
import type { Bilingual } from '../../../domain/schemas/common.js';
import { FUND_SOURCES } from '../../../domain/texts/ledger.js';
import type { Tx } from '../../../prisma/client.js';
import { balancesOf } from '../../../prisma/ledger/balances.js';
import { programmeNames } from '../programme-names.js';
import type { CountyYear } from './year.js';

/** Money of one source for one programme, fen. */
export interface FundRow {
  readonly source: Bilingual;
  readonly programme: Bilingual;
  /** Numbers of the documents by which it was allotted. */
  readonly documents: readonly string[];
  readonly figures: Readonly<Record<FigureName, number>>;
}

/** What was allotted to a county in a fiscal year, by source and programme, and how far it is used. */
export async function fundRows(tx: Tx, { county, year }: CountyYear): Promise<FundRow[]> {
  const allotments = await tx.allotment.findMany({
    where: { countyCode: county, fiscalYear: year },
    include: { fund: { select: { source: true } } },
    orderBy: [{ fund: { source: 'asc' } }, { programmeCode: 'asc' }, { documentNo: 'asc' }],
  });
  const balances = await balancesOf(tx, { allotment: { countyCode: county, fiscalYear: year } });
  const codes = allotments.map(({ programmeCode }) => programmeCode);
  const nameOf = await programmeNames(tx, codes);
  const groups = new Map<string, typeof allotments>();
  for (const allotment of allotments) {
    const key = `${allotment.fund.source} ${allotment.programmeCode}`;
    groups.set(key, [...(groups.get(key) ?? []), allotment]);
  }
  return [...groups.values()].map((group) => {
    const { fund, programmeCode } = group[0]!;
    const ids = new Set(group.map(({ id }) => id));
    const held = balances.filter(({ allotment }) => allotment && ids.has(allotment.id));
    const { zh, en } = nameOf(programmeCode);
    return {
      source: FUND_SOURCES[fund.source],
      programme: { zh, en },
      documents: [...new Set(group.map(({ documentNo }) => documentNo))],
      figures: figuresOf(held),
    };
  });
}

const figuresOf = (held: Parameters<typeof sumOf>[0]): FundRow['figures'] =>
  Object.fromEntries(FIGURE_NAMES.map((name) => [name, Number(sumOf(held, FIGURE_ACCOUNTS[name]))])) as Record<
    FigureName,
    number
  >;

import type { Asked } from '../../common/calls/types.js';

type Query = NonNullable<Asked<'listLedgerEntries'>['query']>;

const NAMES = [
  ...(['fund', 'allotment', 'account', 'kind', 'caseNo', 'county', 'programme'] as const),
  ...(['source', 'fiscalYear', 'since', 'until'] as const),
];

/** Which entries of the ledger, as the address says it: as much as the API can be asked for. */
export type LedgerSearch = Readonly<Partial<Record<(typeof NAMES)[number], string>>>;

export function ledgerSearch(search: Record<string, unknown>): LedgerSearch {
  const said = NAMES.filter((name) => typeof search[name] === 'string' || typeof search[name] === 'number');
  return Object.fromEntries(said.map((name) => [name, String(search[name])]));
}

/** The entries that a figure of the API is the sum of: it names them by their address. */
export const entriesOf = (address: string): LedgerSearch =>
  ledgerSearch(Object.fromEntries(new URL(address, globalThis.location.origin).searchParams));

/** The API's query for it; a nonsense in the address is told by the API. */
export const ledgerQuery = (search: LedgerSearch): Query => ({ ...search }) as Query;

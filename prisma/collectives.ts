import type { Tx } from './client.js';
import type { AssetModel, PayeeModel } from './generated/models.js';

/** 村集体: who of the register may be paid by a programme in an area: a share of an asset's income, what it applied for. */
export const collectivesIn = async (
  tx: Tx,
  { countyCode, areaCode, programmeCode }: Pick<AssetModel, 'countyCode' | 'areaCode' | 'programmeCode'>,
): Promise<PayeeModel[]> =>
  await tx.payee.findMany({
    where: {
      ...{ countyCode, kind: 'collective', areaCode: { startsWith: areaCode }, closedAt: null },
      OR: [{ programmes: { isEmpty: true } }, { programmes: { has: programmeCode } }],
      accounts: { some: { state: 'current' } },
    },
    orderBy: { id: 'asc' },
  });

/** Where there are several, one has to be named. */
export const onlyOne = <One>(several: readonly One[]): One | undefined =>
  several.length === 1 ? several[0] : undefined;

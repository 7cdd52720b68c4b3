import type { Prisma, Tx } from './client.js';
import type { AssetModel, PayeeModel } from './generated/models.js';

type Where = Pick<AssetModel, 'countyCode' | 'areaCode' | 'programmeCode'>;

/** 村集体: who of the register may be paid by a programme in an area, with an account in force. */
export const payableCollectives = ({ countyCode, areaCode, programmeCode }: Where) =>
  ({
    ...{ countyCode, kind: 'collective', areaCode: { startsWith: areaCode }, closedAt: null },
    OR: [{ programmes: { isEmpty: true } }, { programmes: { has: programmeCode } }],
    accounts: { some: { state: 'current' } },
  }) satisfies Prisma.PayeeWhereInput;

/** Those who may have the collective's share of an asset's income, or apply themselves. */
export const collectivesIn = async (tx: Tx, where: Where): Promise<PayeeModel[]> =>
  await tx.payee.findMany({ where: payableCollectives(where), orderBy: { id: 'asc' } });

/** Where there are several, one has to be named. */
export const onlyOne = <One>(several: readonly One[]): One | undefined =>
  several.length === 1 ? several[0] : undefined;

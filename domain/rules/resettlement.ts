/** 集中安置, 分散安置, 货币安置. */
export const SETTLEMENT_WAYS = ['concentrated', 'scattered', 'money'] as const;
export type SettlementWay = (typeof SETTLEMENT_WAYS)[number];

/** A person as the headcount of a relocation sees him; ISO dates. */
interface Counted {
  readonly bornOn: string;
  readonly status: 'present' | 'dead' | 'departed';
  /** Since when he is dead or gone. */
  readonly statusSince: string | null;
}

/** 截止日在册人口: who counts on the county's cut-off date, whatever happened to him since. */
export const countsOn = ({ bornOn, status, statusSince }: Counted, cutOff: string): boolean =>
  bornOn <= cutOff && (status === 'present' || (statusSince !== null && statusSince > cutOff));

/** 人均用地: residential building land for so many persons. */
export const landQuota = (persons: number, squareMetresPerPerson: number): number => persons * squareMetresPerPerson;

const BASIS = 10_000n;

/** 首期: what is paid of a subsidy before the household has moved, rounded down to the fen. */
export const firstPartFen = (amountFen: number, basisPoints: number): number =>
  Number((BigInt(amountFen) * BigInt(basisPoints)) / BASIS);

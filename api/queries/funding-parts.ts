import type { FundingPart } from '../../domain/schemas/funding-part.js';
import { FUND_SOURCES } from '../../domain/texts/ledger.js';
import type { PaymentPartModel } from '../../prisma/generated/models.js';
import { coded } from './coded.js';

/** What each of those who bear an order together pays of it; empty where one pays all of it. */
export const fundingParts = (parts: readonly PaymentPartModel[] = []): FundingPart[] =>
  parts.map(({ part, documentNo, accountCode, amountFen }) => ({
    ...{ source: coded(FUND_SOURCES, part), documentNo, accountCode, amountFen: Number(amountFen) },
  }));

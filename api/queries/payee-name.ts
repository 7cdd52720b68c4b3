import type { PayeeName } from '../../domain/schemas/payee.js';
import { PAYEE_KIND_NAMES } from '../../domain/texts/payees.js';
import type { PayeeModel } from '../../prisma/generated/models.js';
import { coded } from './coded.js';

/** Whom a case pays, as the household and the offices read it. */
export const payeeName = ({ id, name, kind }: PayeeModel): PayeeName => ({
  ...{ id, name, kind: coded(PAYEE_KIND_NAMES, kind) },
});

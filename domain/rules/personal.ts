import type { PayTo } from './payee.js';

interface WhomFor {
  readonly payTo?: PayTo | undefined;
  readonly personal?: boolean | undefined;
}

/** Whether a subsidy is for one member of the household: what is paid to a person's own account always is. */
export const isPersonal = ({ payTo, personal }: WhomFor): boolean => payTo === 'person' || personal === true;

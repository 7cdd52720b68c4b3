import type { Programme } from '../schemas/programme.js';

/** Whether a subsidy is for one member of the household: what is paid to a person's own account always is. */
export const isPersonal = ({ payTo, personal }: Partial<Pick<Programme, 'payTo' | 'personal'>>): boolean =>
  payTo === 'person' || personal === true;

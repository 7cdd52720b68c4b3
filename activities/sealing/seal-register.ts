import { logRegister } from '../../prisma/log-register.js';
import type { Sealing } from './sealing.js';

/** 人员、岗位和机构名册: names in the story of a case come from there. Logs what was entered by other means than the API's. */
export async function sealRegister({ db }: Pick<Sealing, 'db'>): Promise<void> {
  await db.$transaction(logRegister);
}

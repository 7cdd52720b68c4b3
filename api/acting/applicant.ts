import { applicantOf } from '../../domain/rules/applicants.js';
import type { DraftCreation } from '../../domain/schemas/application-draft.js';
import type { Programme } from '../../domain/schemas/programme.js';
import type { Owner } from '../../prisma/applicant.js';
import type { Tx } from '../../prisma/client.js';
import { collectivesIn, onlyOne } from '../../prisma/collectives.js';
import { found, invalid, Refused } from '../problem.js';
import type { ApplicantWho } from '../who.js';

/** @throws Refused APPLICANT_UNFIT where a collective asks for what is for households, or the reverse */
export function mustSuit(programme: Programme, { payeeId }: Pick<Owner, 'payeeId'>): void {
  if ((applicantOf(programme) === 'collective') !== (payeeId !== null)) throw new Refused('APPLICANT_UNFIT');
}

/**
 * Who applies: the household that is signed in, the one that a helper names, which lives in his village, or the
 * collective of his village, where the programme is for such.
 *
 * @throws Refused APPLICANT_UNFIT, NOT_FOUND, INVALID_INPUT
 */
export async function applicantFor(
  tx: Tx,
  who: ApplicantWho,
  programme: Programme,
  { registerNo, collectiveId }: DraftCreation,
): Promise<Owner> {
  if (applicantOf(programme) === 'collective') {
    if (who.kind === 'household' || registerNo !== undefined) throw new Refused('APPLICANT_UNFIT');
    return { householdId: null, payeeId: await collectiveOf(tx, who.areaCode, programme, collectiveId) };
  }
  if (collectiveId !== undefined) throw new Refused('APPLICANT_UNFIT');
  return { householdId: await householdOf(tx, who, registerNo), payeeId: null };
}

async function householdOf(tx: Tx, who: ApplicantWho, registerNo: string | undefined): Promise<string> {
  if (who.kind === 'helper' && registerNo === undefined) throw invalid([{ field: 'registerNo', ...NO_NUMBER }]);
  const where = who.kind === 'household' ? { id: who.id } : { villageCode: who.areaCode };
  const household = await tx.household.findFirst({
    where: { ...where, ...(registerNo !== undefined && { registerNo }) },
  });
  return found(household).id;
}

/** One of the village that the programme may pay; where there are several, the one that is named. */
async function collectiveOf(
  tx: Tx,
  areaCode: string,
  { countyCode, code: programmeCode }: Programme,
  id: string | undefined,
): Promise<string> {
  const several = await collectivesIn(tx, { countyCode, areaCode, programmeCode });
  if (id !== undefined) return found(several.find((one) => one.id === id)).id;
  const one = onlyOne(several);
  if (!one) throw invalid([{ field: 'collectiveId', ...(several.length === 0 ? NONE_THERE : SEVERAL_THERE) }]);
  return one.id;
}

const NO_NUMBER = { zh: '请填写所代办农户的建档立卡编号', en: 'Give the household’s number in the register' };

const NONE_THERE = {
  zh: '本村还没有登记生效的村集体收款单位，请先联系县扶贫办登记',
  en: 'No collective of this village stands in the register of payees with an account in force: ask the county’s office to enter it',
};

const SEVERAL_THERE = {
  zh: '本村有几个村集体，请选择由哪一个申请',
  en: 'The village has several collectives: say which',
};

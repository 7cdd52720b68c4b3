import type { Step } from '../case-walk.js';
import { requiredPapers } from './filing.js';
import { givesPaper } from './papers.js';
import { entersCollective } from './payees.js';

const PROGRAMME = 'collective-interest';
const PRINCIPAL_YUAN = 300_000;

/** 四(四) 村集体: the helper of the village files in the collective's name, with its members' decision and its loan. */
export const collectiveFiles: Step = async (walk) => {
  walk.applicant = await walk.town.helper(walk.newcomer.register.villageCode);
  const collectiveId = await entersCollective(walk, PROGRAMME);
  const body = { programmeCode: PROGRAMME, collectiveId };
  const { id } = await walk.applicant.call('createApplication', { body });
  walk.applicationId = id;
  for (const kind of requiredPapers(PROGRAMME)) await givesPaper(walk, walk.applicant, kind);
  const params = { id };
  await walk.applicant.call('saveApplication', { params, body: { loan: ofTheYear(), registerConfirmed: true } });
  const { caseNo } = await walk.applicant.call('submitApplication', { params });
  walk.caseNo = caseNo;
};

/** A loan that is used the whole year, and falls due with the next. */
function ofTheYear() {
  const year = new Date().getFullYear();
  return { principalYuan: PRINCIPAL_YUAN, from: `${year}-01-01`, until: `${year + 1}-06-01`, basisPoints: 435 };
}

import { randomUUID } from 'node:crypto';
import { shanghaiDate } from '../../../domain/rules/working-days.js';
import { CAST } from '../cast.js';
import type { CaseWalk, Step } from '../case-walk.js';
import { signIn } from './filing.js';
import { decides } from './offices.js';
import { givesPaper } from './papers.js';

const VISIT = { visitedOn: shanghaiDate(Date.now()), site: '村口东侧' };
const words = '演练：情况属实。';
/** Danger of grade D. */
const DANGER = 4;

/** 发现一户、登记一户: an inspector enters an unsafe house, and its case begins by itself. */
export const isFoundUnsafe: Step = async (walk) => {
  await signIn(walk);
  const finder = await walk.town.official(CAST.finder()[0]);
  const { registerNo } = walk.newcomer.register;
  const { caseNo, applicationId } = await finder.call('enterHouse', {
    body: { registerNo, grade: 'D', ...VISIT, words },
  });
  Object.assign(walk, { caseNo: caseNo ?? undefined, applicationId: applicationId ?? '' });
};

/** 危旧房鉴定 */
export const appraises = decides(
  'houseAppraisal',
  { by: CAST.appraiser, photo: 'appraisalReport' },
  { verdict: 'pass', quantity: DANGER, ...VISIT },
);
export const approvesRenovation = decides('housingApproval', { by: CAST.approver }, { verdict: 'pass' });
export const leasesInstead = decides(
  'housingApproval',
  { by: CAST.approver },
  { verdict: 'houseOtherwise', reasonCode: 'LONG_LEASE', rentMonths: 36, words },
);
export const isHoused = decides(
  'otherHousing',
  { by: (walk) => [CAST.housingOfficers(walk)[0]], photo: 'housingContract' },
  { verdict: 'housed', ...VISIT },
);
export const acceptsWorks = decides(
  'worksAcceptance',
  { by: CAST.housingOfficers, photo: ['beforePhoto', 'afterPhoto'] },
  { verdict: 'pass', ...VISIT },
);

/** 申报开工 */
export const beginsWorks: Step = async (walk) => {
  await walk.awaits('worksStart');
  await walk.applicant.call('declareStart', await withPaper(walk, 'beforePhoto'));
};

/** 商定安置方式 */
export const offersPlot: Step = async (walk) => {
  const planner = await walk.town.official(CAST.otherChecker(walk)[0]);
  const plotNo = '1';
  const plots = [{ no: plotNo, kind: 'plot', squareMetres: 160 } as const];
  const body = { name: `演练安置点${randomUUID().slice(0, 8)}`, area: walk.township, capacity: 20, plots };
  const { id: siteId } = await planner.call('enterSite', { body });
  const settlement = { way: 'concentrated', siteId, plotNo } as const;
  await decides('agreementOffer', { by: CAST.verifier }, { verdict: 'offer', settlement })(walk);
};
export const offersMoney = decides(
  'agreementOffer',
  { by: CAST.verifier },
  { verdict: 'offer', settlement: { way: 'money' } },
);

/** 签订搬迁协议 */
export const signsAgreement: Step = async (walk) => {
  await walk.awaits('agreementSigning');
  await walk.applicant.call('signAgreement', await withPaper(walk, 'relocationAgreement'));
};

/** 搬迁入住 */
export const movesIn: Step = async (walk) => {
  await walk.awaits('movingIn');
  await walk.applicant.call('declareMovedIn', await withPaper(walk, 'movingInPhoto'));
};
export const seesMovedIn = decides(
  'movingInInspection',
  { by: CAST.inspectors, photo: 'movingInPhoto' },
  { verdict: 'pass', ...VISIT },
);
export const withdrawsFromAgreement: Step = async (walk) => {
  await walk.awaits('movingIn');
  await walk.applicant.call('withdraw', { params: { id: walk.applicationId }, body: { words } });
};

/** 旧宅处置 */
export const vacates: Step = async (walk) => {
  await walk.awaits('oldHomestead');
  await walk.applicant.call('declareVacated', await withPaper(walk, 'oldHomesteadPhoto'));
};
export const seesVacated = decides(
  'homesteadInspection',
  { by: CAST.otherInspectors, photo: 'oldHomesteadPhoto' },
  { verdict: 'pass', ...VISIT },
);

async function withPaper(walk: CaseWalk, kind: string) {
  const paperIds = [await givesPaper(walk, walk.applicant, kind)];
  return { params: { id: walk.applicationId }, body: { paperIds } };
}

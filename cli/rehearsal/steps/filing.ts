import { programmesOf } from '../../../domain/programmes/catalogue.js';
import { isPersonal } from '../../../domain/rules/personal.js';
import { REHEARSAL } from '../../../prisma/seed/counties.js';
import type { CaseWalk, Step } from '../case-walk.js';
import { givesPaper } from './papers.js';

/** Paid straight after the notice; its paper cannot be promised. */
export const DIRECT = 'home-processing';
/** Paid after acceptance; its receipts may be promised for later. */
export const AFTER_ACCEPTANCE = 'beekeeping';

const PROGRAMMES = new Map(programmesOf(REHEARSAL.code, 2018).map((programme) => [programme.code, programme]));

/** What is asked for: twice the least, where that may be, so that it can be amended. */
export function askedQuantity(programme: string): number {
  const { minimum, maximum } = PROGRAMMES.get(programme)!.measure;
  return Math.min(minimum * 2, maximum);
}

/** Kinds of papers that have to come with an application. */
export const requiredPapers = (programme: string): string[] =>
  PROGRAMMES.get(programme)!
    .papers.filter(({ required }) => required)
    .map(({ kind }) => kind);

/** 农户直报: signs in, fills the draft in, gives its papers or promises them, submits. */
export const files =
  (programmeCode: string, promised: readonly string[] = []): Step =>
  async (walk) => {
    await signIn(walk);
    walk.applicationId = await draft(walk, programmeCode);
    const params = { id: walk.applicationId };
    const programme = PROGRAMMES.get(programmeCode)!;
    const { workflow } = programme;
    const kinds = requiredPapers(programmeCode).filter((kind) => !promised.includes(kind));
    for (const kind of kinds) await givesPaper(walk, walk.applicant, kind);
    const body = {
      quantity: askedQuantity(programmeCode),
      plan: '演练：自家院内实施，三个月内完成。',
      registerConfirmed: true,
      promisedPapers: [...promised],
      ...(workflow === 'relocation' && { movingMembers: await everybody(walk) }),
      ...(isPersonal(programme) && { personId: await student(walk) }),
    };
    await walk.applicant.call('saveApplication', { params, body });
    const { caseNo } = await walk.applicant.call('submitApplication', { params });
    walk.caseNo = caseNo;
  };

/** Whom a personal subsidy is for. */
async function student({ applicant }: CaseWalk): Promise<string> {
  const { members } = await applicant.call('getHousehold', { query: {} });
  return members.find(({ relation }) => relation === '子女')!.id;
}

/** 异地搬迁: the whole household moves. */
async function everybody({ applicant }: CaseWalk): Promise<string[]> {
  const { members } = await applicant.call('getHousehold', { query: {} });
  return members.map(({ id }) => id);
}

export async function signIn(walk: CaseWalk): Promise<void> {
  const { phone, villageCode } = walk.newcomer.register;
  walk.applicant = phone === null ? await walk.town.helper(villageCode) : await walk.town.household(phone, walk.signal);
}

/** 代办: a helper files only with the household's signed consent. */
async function draft(walk: CaseWalk, programmeCode: string): Promise<string> {
  const { phone, registerNo } = walk.newcomer.register;
  const body = phone === null ? { programmeCode, registerNo } : { programmeCode };
  const { id } = await walk.applicant.call('createApplication', { body });
  walk.applicationId = id;
  if (phone === null) await givesPaper(walk, walk.applicant, 'consent');
  return id;
}

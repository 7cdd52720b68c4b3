import { actOnFinding, raiseFinding } from '../../../api/acting/audit-finding.js';
import { endSubstitution, nameSubstitute } from '../../../api/acting/substitution.js';
import type { Deps } from '../../../api/deps.js';
import { whoIs } from '../../../api/session/identity.js';
import type { OfficialWho } from '../../../api/who.js';
import { uuidFor } from '../../../platform/digest.js';
import type { ProvedCounty } from './proved-county.js';

type Ground = Pick<ProvedCounty, 'db' | 'keyring'>;

export const officialWho = async ({ db }: Ground, id: string) =>
  (await whoIs({ db } as unknown as Deps, { kind: 'official', id })) as OfficialWho;

/** 审计问题: raised on a case by an auditor, and answered. */
export async function answeredFinding(ground: Ground, caseNo: string): Promise<void> {
  const [auditor, checker] = [await officialWho(ground, 'yl-auditor-1'), await officialWho(ground, 'yl-checker-1')];
  const found = { caseNo, officeId: checker.office.id, dueOn: '2099-01-01', words: '初核时未核对账户' };
  const { id } = await raiseFinding(ground, auditor, `${caseNo} raised`, found);
  await actOnFinding(ground, checker, `${caseNo} answered`, { id, kind: 'answered', words: '已核对' });
}

/** Sent back by the auditor. */
export async function returnedFinding(ground: Ground, id: string): Promise<void> {
  const auditor = await officialWho(ground, 'yl-auditor-1');
  await actOnFinding(ground, auditor, `${id} returned`, { id, kind: 'returned', words: '请附凭证' });
}

/** 代理: one that was ended, and one in force. */
export async function twoSubstitutions(ground: Ground): Promise<void> {
  const who = await officialWho(ground, 'yl-checker-1');
  const name = async (substituteId: string, what: string) => {
    const said = { substituteId, fromDay: '2026-01-01', untilDay: '2099-01-01', words: '培训' };
    return (await nameSubstitute(ground, who, { id: uuidFor('substitution', what), said })).id;
  };
  const ended = await name('yl-checker-2', 'ended');
  await endSubstitution(ground, who, ended);
  await name('yl-approver-2', 'in force');
}

import { tellOfficials } from '../../prisma/tell-officials.js';
import type { World } from '../world.js';

/** What arrived doesn't continue what is recorded: an incident that a person has to look at, never skipped. */
export class RecordConflict extends Error {
  readonly caseNo: string;
  readonly at: string;

  constructor(caseNo: string, strand: string, seq: number, what: string) {
    super(`Step ${seq} of ${strand} ${caseNo} ${what}.`);
    this.name = 'RecordConflict';
    this.caseNo = caseNo;
    this.at = `${strand}/${seq}`;
  }
}

/** Says so in the log, and to the county's administrators, once; the case waits where it is. */
export async function reportConflict(
  { db, keyring, log }: Pick<World, 'db' | 'keyring' | 'log'>,
  { caseNo, at, message }: RecordConflict,
): Promise<void> {
  log.error({ caseNo, at }, message);
  await tellOfficials(db, keyring, {
    ...{ key: `conflict/${caseNo}/${at}`, caseNo, role: 'administrator' as const, subject: '记录冲突' },
    text: `流程第 ${at} 步与已有记录不一致，办件已停在原处，请核查。`,
  });
}

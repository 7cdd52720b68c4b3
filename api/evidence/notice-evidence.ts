import { BOARD_ACTS } from '../../domain/rules/board-acts.js';
import { BoardAct } from '../../domain/schemas/joint-notice.js';
import { actIdOf, uuidFor } from '../../platform/digest.js';
import type { Keyring } from '../../platform/keyring.js';
import type { JointNoticeRow } from '../../proof/evidence.js';
import type { CaseRows } from './case-rows.js';
import { storedDigest } from './row-evidence.js';

/** 集中公示: notices of several cases that a case stands in, with what was done on the village board. */
export function noticeRows(
  keyring: Keyring,
  { notices, words }: Pick<CaseRows, 'notices' | 'words'>,
  caseNo: string,
): JointNoticeRow[] {
  const salts = new Map(words.map(({ id, salt }) => [id, salt]));
  return notices.map(({ no, countyCode, entries, ...notice }) => ({
    ...{ no, cases: entries.map((entry) => entry.caseNo) },
    acts: BOARD_ACTS.map(({ stage, verdict: kind, said }) => {
      const act = BoardAct.safeParse(notice[said]).data ?? null;
      const actId = actIdOf(no, caseNo, stage);
      const salt = salts.get(uuidFor(actId, 'words'));
      const isWritten = act !== null && salt !== undefined;
      return {
        kind,
        actId,
        act,
        wordsSha256: isWritten
          ? storedDigest('noticeWords', keyring.county(countyCode).key, salt, Buffer.from(act.wordsSealed, 'base64'))
          : null,
      };
    }),
  }));
}

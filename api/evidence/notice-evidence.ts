import { BOARD_ACTS } from '../../domain/rules/board-acts.js';
import { BoardAct } from '../../domain/schemas/joint-notice.js';
import { actIdOf, sha256, uuidFor } from '../../platform/digest.js';
import type { Keyring } from '../../platform/keyring.js';
import { openColumn } from '../../prisma/sealed.js';
import type { JointNoticeRow } from '../../proof/evidence.js';
import type { CaseRows } from './case-rows.js';

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
      return { kind, actId, act, wordsSha256: isWritten ? digestOf(keyring.county(countyCode).key, salt, act) : null };
    }),
  }));
}

function digestOf(key: Uint8Array, salt: string, { wordsSealed }: BoardAct): string {
  try {
    return sha256(salt + openColumn(key, 'noticeWords', Buffer.from(wordsSealed, 'base64')));
  } catch {
    // Bytes that its key does not open were never sealed with it.
    return sha256(wordsSealed);
  }
}

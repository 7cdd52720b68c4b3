import type { ArchiveTerm } from './archives.js';

/**
 * 档号, as DA/T 13—2022 builds it for files: 全宗号-类别号-案卷号, codes of one level parted by a dot as in DA/T 22—2015.
 * `J001-JF03·2026·D30-0001` is fonds, category (精准扶贫, 精准施策类), year of closing, term, and the file.
 */
const CATEGORY = 'JF03';
const TERM_CODES = { permanent: 'Y', years30: 'D30', years10: 'D10' } as const satisfies Record<ArchiveTerm, string>;
/** 全宗号 */
export const FONDS = /^[A-Z0-9]{3,6}$/;
const FILE_DIGITS = 4;

/** 类别号: files are numbered within it, without gaps. */
export const archiveClass = (year: number, term: ArchiveTerm): string => `${CATEGORY}·${year}·${TERM_CODES[term]}`;

/** @throws RangeError if a part is out of range */
export function archiveNumber(fondsNo: string, classNo: string, fileNo: number): string {
  if (!FONDS.test(fondsNo)) throw new RangeError('a fonds number has 3 to 6 letters or digits');
  if (!Number.isInteger(fileNo) || fileNo < 1) throw new RangeError('files are numbered from 1');
  return `${fondsNo}-${classNo}-${String(fileNo).padStart(FILE_DIGITS, '0')}`;
}

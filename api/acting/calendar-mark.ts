import type { Strand } from '../../domain/schemas/application.js';
import { invalid } from '../problem.js';

/** How far the open cases were told of a change in the calendar: behind this case, review or follow-up. */
export interface Mark {
  readonly strand: Strand;
  readonly caseNo: string;
}

const MALFORMED = {
  field: 'after',
  zh: '续传标记有误，请不带此项重新保存',
  en: 'Not a mark of ours: save again without it',
};

export const textOfMark = ({ strand, caseNo }: Mark): string => `${strand}:${caseNo}`;

/** @throws Refused INVALID_INPUT */
export function parseMark(text = 'case:'): Mark {
  const [, strand, caseNo] = /^(case|review|followUp):([\d-]*)$/.exec(text) ?? [];
  if (strand === undefined || caseNo === undefined) throw invalid([MALFORMED]);
  return { strand: strand as Strand, caseNo };
}

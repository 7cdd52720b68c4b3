import type { PayeeKind } from '../rules/payee.js';
import { say } from './common.js';

interface Payee {
  readonly kind: PayeeKind;
  readonly creditCode?: string | undefined;
  readonly idNumber?: string | undefined;
}

const CODE_MISSING = say('请填写18位统一社会信用代码', 'Give the 18 characters of the social credit code');
const ONLY_LESSORS = say('只有出租人可以是个人', 'Only a lessor may be a private person');
const ONE_OF_BOTH = say(
  '出租人是单位的填写统一社会信用代码，是个人的填写身份证号，二者择一',
  'Of a lessor give the social credit code, or, where it is a private person, the ID number',
);

/** Whether a payee says who it is: by a credit code, or, of a private person who is a lessor, by an ID number. */
export function unidentified({ kind, creditCode, idNumber }: Payee): { field: string; message: string } | undefined {
  if (kind === 'lessor')
    return (creditCode === undefined) === (idNumber === undefined)
      ? { field: 'creditCode', message: ONE_OF_BOTH }
      : undefined;
  if (idNumber !== undefined) return { field: 'idNumber', message: ONLY_LESSORS };
  return creditCode === undefined ? { field: 'creditCode', message: CODE_MISSING } : undefined;
}

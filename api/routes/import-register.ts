import { readFile } from 'node:fs/promises';
import { OperatorError } from '../../platform/operator-error.js';
import { importRegister as importFile } from '../../prisma/register/import-register.js';
import { UnreadableRegister } from '../../prisma/register/unreadable-register.js';
import type { Handler } from '../handler.js';
import { invalid, Refused } from '../problem.js';

const NO_FILE = {
  field: 'file',
  zh: '请选择名册文件（CSV 或 Excel）',
  en: 'Choose the file of the register (CSV or Excel)',
};
/** The whole list is longer than an answer; the operator's command writes it beside the file. */
const REJECTIONS_SHOWN = 100;

/** Good rows are kept, bad ones told by line; broken off, the same file goes on where it was. */
export const importRegister: Handler<'importRegister'> = async ({ who, file }, { db, keyring }) => {
  if (!file) throw invalid([NO_FILE]);
  const bytes = await readFile(file.path);
  const { sha256, lines, changed, rejections } = await importFile(db, keyring, { bytes, areaCode: who.areaCode }).catch(
    (error: unknown) => {
      throw refusalOf(error);
    },
  );
  return {
    status: 201,
    body: { sha256, lines, changed, rejected: rejections.length, rejections: rejections.slice(0, REJECTIONS_SHOWN) },
  };
};

function refusalOf(error: unknown): unknown {
  if (error instanceof UnreadableRegister) {
    return new Refused('UNREADABLE_REGISTER', { errors: [{ field: 'file', zh: error.zh, en: error.en }] });
  }
  return error instanceof OperatorError ? new Refused('IN_PROGRESS') : error;
}

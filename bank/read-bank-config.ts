import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { OperatorError } from '../platform/operator-error.js';
import { type BankConfig, bankConfig } from './bank-config.js';

/** The configuration of a bank. @throws OperatorError naming the first field that is missing or wrong, and why */
export function readBankConfig(file: string): BankConfig {
  const content = contentOf(file);
  const result = bankConfig.safeParse(content);
  if (result.success) return result.data;
  throw wrong(file, content, result.error.issues[0]?.path.join('.') ?? '');
}

function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === undefined ? noJson(file) : away(file, code);
  }
}

function wrong(file: string, content: unknown, field: string): OperatorError {
  const [zh, en] = [z.locales.zhCN(), z.locales.en()].map((language) => reasonIn(content, language.localeError));
  return new OperatorError(
    `银行配置文件 ${file} 的字段 ${field || '（整个文件）'} 不正确：${zh}；请参照 docs/banks.zh-CN.md 改好后再启动。`,
    `The field ${field || '(the whole file)'} of the bank's configuration ${file} is wrong: ${en}; put it right as docs/banks.md says and start again.`,
  );
}

function reasonIn(content: unknown, error: z.core.$ZodErrorMap): string {
  return bankConfig.safeParse(content, { error }).error?.issues[0]?.message ?? '';
}

const noJson = (file: string): OperatorError =>
  new OperatorError(
    `银行配置文件 ${file} 不是 JSON：请改好后再启动。`,
    `The bank's configuration ${file} is no JSON: put it right and start again.`,
  );

const away = (file: string, code: string): OperatorError =>
  new OperatorError(
    `读不到银行配置文件 ${file}（${code}）：请核对 BANK_CONFIG 所写的路径和文件权限。`,
    `The bank's configuration ${file} cannot be read (${code}): check the path in BANK_CONFIG and who may read the file.`,
  );

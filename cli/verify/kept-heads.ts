import { readFileSync } from 'node:fs';
import { OperatorError } from '../../platform/operator-error.js';
import { headsIn } from '../../proof/tree-head.js';

/** The signed heads that an auditor kept in a file. @throws OperatorError where there is none in it */
export function keptHeads(file: string | undefined): string[] {
  if (file === undefined) return [];
  const heads = headsIn(readFileSync(file, 'utf8'));
  if (heads.length > 0) return heads;
  throw new OperatorError(
    `文件 ${file} 中没有签名树头：请使用邮件正文或 /log 页面上的树头原文。`,
    `There is no signed head in ${file}: use the text of the mails, or of the page /log.`,
  );
}

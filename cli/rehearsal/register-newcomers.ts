import { OperatorError } from '../../platform/operator-error.js';
import { registerCsv } from '../../prisma/seed/example-register.js';
import type { Newcomer } from './newcomers.js';
import type { Town } from './town.js';

/** Takes the households into the register, as the county's administrator does it. @throws OperatorError if one is rejected */
export async function registerNewcomers(town: Town, households: readonly Newcomer[]): Promise<void> {
  const file = new Blob([registerCsv(households.map(({ register }) => register))], { type: 'text/csv' });
  const administrator = await town.official('admin');
  const { rejected, rejections } = await administrator.call('importRegister', { file });
  if (rejected === 0) return;
  const { line, reason } = rejections[0] ?? { line: 0, reason: { zh: '', en: '' } };
  throw new OperatorError(
    `演练农户的名册有 ${rejected} 行被退回（第 ${line} 行：${reason.zh}），演练没有开始；请再试一次。`,
    `${rejected} rows of the rehearsal's register were rejected (line ${line}: ${reason.en}); nothing was rehearsed: try again.`,
  );
}

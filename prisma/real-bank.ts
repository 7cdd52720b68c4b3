import { OperatorError } from '../platform/operator-error.js';
import type { Db } from './client.js';

/** What has to be known of a bank. */
interface Payer {
  readonly real: boolean;
  /** Undefined: any. */
  readonly counties?: readonly string[];
}

/**
 * Before anything is paid: real money is for real counties, each with an account at the bank.
 * @throws OperatorError
 */
export async function assertMayPay(db: Db, { real, counties }: Payer): Promise<void> {
  const known = await db.county.findMany({ select: { code: true, rehearsal: true }, orderBy: { code: 'asc' } });
  const rehearsing = known.filter(({ rehearsal }) => rehearsal).map(({ code }) => code);
  if (real && rehearsing.length > 0) throw rehearsal(rehearsing.join('、'), rehearsing.join(', '));
  const without = known.filter(({ code }) => counties?.includes(code) === false).map(({ code }) => code);
  if (without.length > 0) throw noAccount(without.join('、'), without.join(', '));
}

const rehearsal = (zh: string, en: string): OperatorError =>
  new OperatorError(
    `演练县（${zh}）不能与真实银行一起运行：演练会付出真钱。请在 BANK_URL 中改用模拟银行，或换用没有演练县的数据库（ZHIBAO_DEMONSTRATION=false）。`,
    `Counties in rehearsal (${en}) cannot run with a real bank: the rehearsal would pay real money. Name the simulated bank in BANK_URL, or use a database without them (ZHIBAO_DEMONSTRATION=false).`,
  );

const noAccount = (zh: string, en: string): OperatorError =>
  new OperatorError(
    `县（${zh}）在银行配置中没有付款账户：请在 BANK_CONFIG 文件的 debtors（文本格式为 counties）中补上后再启动。`,
    `The counties ${en} have no account in the bank's configuration: add them to debtors (counties, with text files) in the file that BANK_CONFIG names and start again.`,
  );

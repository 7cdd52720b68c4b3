import { SingleBar } from 'cli-progress';
import { sayOnConsole } from '../start/say.js';
import { findingText, type Lost, type RestoreReport } from './findings.js';
import type { Progress } from './rebuild.js';

/** A bar of the cases that were looked at. */
export async function withProgress<T>(work: (onProgress: Progress) => Promise<T>): Promise<T> {
  const bar = new SingleBar({ format: '核对 comparing {bar} {value}/{total}' });
  bar.start(0, 0);
  try {
    return await work((done, total) => {
      bar.setTotal(total);
      bar.update(done);
    });
  } finally {
    bar.stop();
  }
}

/** What was done, what is lost, what is left to somebody. Answers whether there is nothing left. */
export function tellReport(report: Partial<RestoreReport>): boolean {
  const { refilled = [], begunAnew = [], atBank = [], lostBatches = [], lost = [], findings = [] } = report;
  listed(refilled, '已按流程历史补齐记录', 'filled up from their histories');
  listed(begunAnew, '已按记录重新启动流程', 'workflows begun anew from the records');
  listed(atBank, '银行已受理、已据此登记的指令', 'orders that the bank turned out to have, now on record');
  listed(lostBatches, '银行收到而记录里没有的批次', 'batches that the bank has and the records had not');
  listed(lost.map(lostText), '历史里没有、无法补回的内容', 'what the histories do not have');
  listed(findings.map(findingText), '须由人处理', 'left to somebody');
  if (findings.length === 0) sayOnConsole('没有待处理事项。', 'Nothing is left to be put right.');
  return findings.length === 0;
}

function listed(lines: readonly string[], zh: string, en: string): void {
  if (lines.length === 0) return;
  sayOnConsole(`${zh}：${lines.length}`, `${lines.length} ${en}:\n${lines.map((line) => `  ${line}`).join('\n')}`);
}

const lostText = ({ caseNo, words, papers, objections, changes, claims, payees }: Lost): string => {
  const zh = `文字 ${words}，材料 ${papers}，异议 ${objections}，家庭变化 ${changes}，追缴 ${claims}，收款单位 ${payees}`;
  const en = `texts ${words}, papers ${papers}, objections ${objections}, household changes ${changes}, claims ${claims}, payees ${payees}`;
  return `${caseNo}  ${zh} / ${en}`;
};

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { FINDING_TEXTS } from '../../domain/texts/findings.js';
import type { Finding } from '../../proof/finding.js';
import { sayOnConsole } from '../start/say.js';
import type { Scope } from './scope.js';

/** What a run of `verify` came to. */
export interface VerifyReport {
  /** A pack's file name, or what was verified of the running system. */
  readonly of: string | Scope;
  readonly startedAt: string;
  readonly finishedAt: string;
  /** Cases and other workflows. */
  readonly items: number;
  readonly leaves: number;
  readonly heads: number;
  /** Heads that the auditor kept. */
  readonly kept: number;
  readonly replayed: number;
  /** Of a pack: leaves of its case that are newer than its head, which nothing proves yet. */
  readonly younger?: number;
  /** Officials whose posts no published head has yet. */
  readonly youngerOfficials?: readonly string[];
  readonly findings: readonly Finding[];
}

/** Writes the report as JSON and as a page. */
export function writeReport(folder: string, report: VerifyReport): void {
  writeFileSync(path.join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(path.join(folder, 'report.html'), page(report));
}

/** One line for a finding: Chinese, then English. */
const findingLine = ({ kind, subject, at, proved, found }: Finding): string => {
  const { zh, en } = FINDING_TEXTS[kind];
  const values = proved === undefined && found === undefined ? '' : `  ${proved ?? '—'} ≠ ${found ?? '—'}`;
  return `${subject}${at === undefined ? '' : ` ${at}`}：${zh} / ${en}${values}`;
};

/** Lines on the console; all are in the report. */
const SHOWN = 50;
/** Names on the console; all are in the report. */
const FEW = 5;

/** What came of it, on the console and as the exit code. */
export function tell({
  findings,
  items,
  leaves,
  heads,
  replayed,
  startedAt,
  finishedAt,
  younger = 0,
  youngerOfficials = [],
  folder,
}: VerifyReport & { readonly folder: string }): void {
  const seconds = Math.max(1, Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000));
  sayOnConsole(
    `核验 ${items} 件、存证 ${leaves} 条、树头 ${heads} 个，重放 ${replayed} 段历史，用时 ${seconds} 秒（每秒 ${(items / seconds).toFixed(1)} 件）。`,
    `Verified ${items} cases and workflows, ${leaves} leaves, ${heads} heads; ${replayed} histories replayed, in ${seconds} s (${(items / seconds).toFixed(1)} a second).`,
  );
  for (const finding of findings.slice(0, SHOWN)) process.stdout.write(`  ${findingLine(finding)}\n`);
  if (younger > 0)
    sayOnConsole(
      `另有 ${younger} 条存证晚于证据包的树头，尚未证明：下一个树头签发后重新导出再核验。`,
      `${younger} leaves are newer than the head of the pack and not proved yet: export it again after the next head.`,
    );
  if (youngerOfficials.length > 0)
    sayOnConsole(
      `${youngerOfficials.length} 人的任职尚未列入已公布的树头：${shortened(youngerOfficials, '、')}。`,
      `The posts of ${youngerOfficials.length} officials are not yet under a published head: ${shortened(youngerOfficials, ', ')}.`,
    );
  if (findings.length === 0) sayOnConsole('没有发现差异。', 'No difference was found.');
  else {
    sayOnConsole(`发现 ${findings.length} 处差异，详见报告。`, `${findings.length} differences: see the report.`);
    process.exitCode = 1;
  }
  sayOnConsole(`报告：${path.join(folder, 'report.html')}`, `Report: ${path.join(folder, 'report.json')}`);
}

/** The first few, and whether there are more. */
const shortened = (all: readonly string[], separator: string): string =>
  all.slice(0, FEW).join(separator) + (all.length > FEW ? `${separator}…` : '');

function page({ findings, ...report }: VerifyReport): string {
  const facts: readonly (readonly [string, unknown])[] = [
    ['范围 Scope', typeof report.of === 'string' ? report.of : JSON.stringify(report.of)],
    ['时间 Time', `${report.startedAt} – ${report.finishedAt}`],
    ['办件与流程 Cases and workflows', report.items],
    ['存证记录 Leaves', report.leaves],
    ['签名树头 Signed heads', report.heads],
    ['留存树头 Kept heads', report.kept],
    ['重放的历史 Histories replayed', report.replayed],
    ...(report.younger === undefined ? [] : [['晚于树头、尚未证明 Newer than the head', report.younger] as const]),
    ...(report.youngerOfficials?.length
      ? [['任职尚未列入树头 Posts not under a head yet', report.youngerOfficials.join('、')] as const]
      : []),
    ['差异 Findings', findings.length],
  ];
  const rows = findings.map(
    ({ kind, subject, at = '', proved = '', found = '' }) =>
      `<tr><td>${text(subject)}</td><td>${text(at)}</td><td>${text(FINDING_TEXTS[kind].zh)}<br><span lang="en">${text(
        FINDING_TEXTS[kind].en,
      )}</span></td><td>${text(proved)}</td><td>${text(found)}</td></tr>`,
  );
  return `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>核验报告 Verification</title>
<style>body{font:16px/1.6 sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}table{border-collapse:collapse;width:100%}
td,th{border:1px solid #999;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}.en,[lang=en]{color:#555}</style>
<h1>核验报告 <span lang="en">Verification</span></h1>
<table>${facts.map(([name, value]) => `<tr><th scope="row">${text(name)}</th><td>${text(String(value))}</td></tr>`).join('')}</table>
<h2>${findings.length === 0 ? '没有发现差异 <span lang="en">No difference was found</span>' : '差异 <span lang="en">Findings</span>'}</h2>
${
  findings.length === 0
    ? ''
    : `<table><tr><th scope="col">何处 Where</th><th scope="col">步骤 Step</th><th scope="col">差异 Finding</th><th scope="col">证据 Proved</th><th scope="col">现状 Found</th></tr>${rows.join('\n')}</table>`
}
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const text = (plain: string): string => plain.replaceAll(/[&<>"]/g, (character) => ENTITIES[character]!);

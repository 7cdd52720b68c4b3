import { describe, expect, test } from '@jest/globals';
import { reportOf } from '../../cli/rehearsal/report.js';
import { reportText } from '../../cli/rehearsal/report-text.js';
import { SCRIPTS } from '../../cli/rehearsal/scripts.js';
import { timesOf } from '../../cli/rehearsal/stage-times.js';
import { walked } from './support/walked.js';

const script = (wanted: string) => SCRIPTS.find(({ id }) => id === wanted)!;
const PAID = { outcome: 'completed', finding: 'usedAsIntended', payments: ['credited'] };
const at = (seconds: number) => new Date(Date.UTC(2026, 2, 1) + seconds * 1000);

const paid = [4, 9, 20].map((seconds, index) =>
  walked(script('straight'), `case ${index}`, PAID, { seconds, stages: [{ stage: 'initialCheck', seconds }] }),
);
const stuck = walked(script('withdrawn'), 'case 9', {}, { unexpected: 'a sentence that says why' });
const sizes = new Map([
  ['case 0', { case: { events: 100, bytes: 20_000 }, review: { events: 40, bytes: 5_000 } }],
  ['case 1', { case: { events: 110, bytes: 21_000 } }],
]);
const reported = (...cases: typeof paid) =>
  reportOf({ seed: 'any', began: at(0), ended: at(60), walked: cases, sizes });

describe('The report of a rehearsal', () => {
  test('says of each script how many followed it, how they ended, how long it took, how long the histories are', () => {
    const [straight] = reported(...paid).scripts;
    expect(straight).toMatchObject({
      id: 'straight',
      households: 3,
      unexpected: 0,
      ended: [{ cases: 3, asForetold: true, en: 'paid, used as intended' }],
      seconds: { median: 9, greatest: 20 },
      events: { median: 105, greatest: 110 },
      bytes: { median: 20_500, greatest: 21_000 },
    });
  });

  test('says of each stage the median and the slowest', () => {
    expect(reported(...paid).stages).toEqual([
      expect.objectContaining({ stage: 'initialCheck', times: 3, seconds: { median: 9, greatest: 20 } }),
    ]);
  });

  test('says of every order of stages and every route how many went it, also where nobody did', () => {
    const report = reported(...paid, stuck);
    expect(report.kinds.find(({ kind }) => kind === 'direct')).toMatchObject({ households: 4, unexpected: 1 });
    expect(report.kinds.find(({ kind }) => kind === 'tiered')).toMatchObject({ households: 0, unexpected: 0 });
    expect(reportText(report)).toMatch(/逐级申报 tiered application +│ 0/u);
  });

  test('counts and names the cases that ended otherwise than their scripts say', () => {
    const report = reported(...paid, stuck);
    expect(report.unexpected).toBe(1);
    expect(report.cases.at(-1)).toMatchObject({ caseNo: 'case 9', outcome: null, unexpected: stuck.unexpected });
    const text = reportText(report);
    expect(text).toContain('3 ✓ 到账，按用途使用');
    expect(text).toContain('1 ✗ 停在县级初核（应为：撤回）');
    expect(text).toContain('a sentence that says why');
    expect(text).toContain('1 户结果与剧本不符');
  });

  test('shows a dash and how to have the sizes where the engine cannot be asked', () => {
    const report = reportOf({ seed: 'any', began: at(0), ended: at(1), walked: paid, sizes: new Map() });
    expect(report.scripts[0]).toMatchObject({ events: null, bytes: null });
    expect(reportText(report)).toContain('TEMPORAL_ADDRESS');
    expect(reportText(reported(...paid))).not.toContain('TEMPORAL_ADDRESS');
  });

  test('takes the time of a stage from its reaching to that of the next, however often it is reached', () => {
    const entered = (stage: 'initialCheck' | 'correction', seconds: number) => ({
      kind: 'entered',
      stage,
      at: at(seconds).toISOString(),
    });
    const times = timesOf([
      entered('initialCheck', 0),
      { kind: 'acted', at: at(1).toISOString() },
      entered('correction', 2),
      entered('initialCheck', 5),
      { kind: 'closed', at: at(9).toISOString() },
    ]);
    expect(times).toEqual([
      { stage: 'initialCheck', seconds: 2 },
      { stage: 'correction', seconds: 3 },
      { stage: 'initialCheck', seconds: 4 },
    ]);
  });
});

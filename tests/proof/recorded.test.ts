import { describe, expect, test } from '@jest/globals';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { runsToReplay } from '../../cli/verify/replayer.js';
import { verifyEvidence } from '../../cli/verify/verify-items.js';
import type { Strand } from '../../domain/schemas/application.js';
import { Transition } from '../../domain/schemas/transition.js';
import { openJson } from '../../platform/open-json.js';
import { canonical, sha256 } from '../../proof/canonical.js';
import type { FindingKind } from '../../domain/texts/findings.js';
import type { Finding } from '../../proof/finding.js';
import type { CaseEvidence, Ground, WorkflowEvidence } from '../../proof/evidence.js';
import { type HistoryEvent, runText } from '../../proof/history-text.js';
import { openHistory } from '../../proof/open-history.js';
import { readRun } from '../../proof/read-run.js';
import { historyText, type SealedHistory } from '../../proof/sealed-history.js';
import { SealedRegister } from '../../proof/sealed-register.js';
import { readRecording, recordingNames, type Recording } from '../replay/support/recordings.js';
import { codec } from '../workflows/support/hall.js';

const OF_CASES = recordingNames().filter(({ scenario }) => !/^(batch|bundle)-/.test(scenario));
const register = new SealedRegister([], []);
const GROUND: Ground = { actKeys: [], signedSince: Number.POSITIVE_INFINITY, register, restores: 0 };

/** What the tables alone have: there is no database here. */
const OF_TABLES: readonly FindingKind[] = ['paymentMissing', 'paperMissing', 'signalUnfounded', 'ledgerDiffers'];

describe('A case that went its way', () => {
  test.each(OF_CASES)('verifies from its history, step by step, to its end: $version $scenario', async (name) => {
    const recording = readRecording(name);
    const findings = await verified(recording);
    expect(findings.filter(({ kind }) => !OF_TABLES.includes(kind))).toEqual([]);
    const missed = findings.flatMap(({ kind, subject }) => (kind === 'paymentMissing' ? [subject] : []));
    expect(missed).toEqual(ordered(recording));
  });

  test.each(OF_CASES)('is found out where what was recorded says another thing: $version $scenario', async (name) => {
    const recording = readRecording(name);
    const { seq, at, ...step } = recording.transitions.at(-1)!;
    const changed = { ...step, seq, at: at + 1 } as Transition;
    const findings = await verified({ ...recording, transitions: [...recording.transitions.slice(0, -1), changed] });
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'stepDiffers' }));
    const without = await verified({ ...recording, transitions: recording.transitions.slice(0, -1) });
    expect(without).toContainEqual(expect.objectContaining({ kind: 'stepMissing' }));
  });

  test('has every kind of step that there is in one of the recordings', () => {
    const noted = new Set(OF_CASES.flatMap((name) => readRecording(name).transitions.map(({ kind }) => kind)));
    const all = Transition.options.map(({ shape }) => shape.kind.value);
    expect(all.filter((kind) => !noted.has(kind))).toEqual([]);
  });
});

const ordered = ({ transitions }: Recording): string[] => [
  ...new Set(
    transitions.flatMap((step) =>
      step.kind === 'paymentOrdered' || step.kind === 'paymentSettled' ? [step.reference] : [],
    ),
  ),
];

/** All but the replay, which tests/replay does of each of them. */
async function verified(recording: Recording): Promise<readonly Finding[]> {
  const evidence = await evidenceOf(recording);
  const { opened } = evidence.workflows[0]!;
  const replayed = new Set(runsToReplay(opened!).map(({ digest }) => digest));
  const [{ findings } = { findings: [] }] = await verifyEvidence(
    { ground: GROUND, workflows: { codePath: '' }, replayed },
    [evidence],
  );
  return findings;
}

/** What there would be of it in a system whose tables have nothing but its steps. */
async function evidenceOf({ workflowId, history, transitions }: Recording): Promise<CaseEvidence> {
  const { events } = JSON.parse(historyToJSON(history)) as { events: HistoryEvent[] };
  const sealed: SealedHistory = { workflowId, runs: [runText('run', events)] };
  const opened = await openHistory((event) => openJson(codec, event), sealed);
  const run = readRun(opened.runs[0]!);
  const { caseNo, strand } = run.input as { caseNo: string; strand: Strand };
  const workflow: WorkflowEvidence = {
    ...{ workflowId, strand, running: false, seal: null },
    ...{ text: historyText(sealed), opened: historyText(opened) },
  };
  return {
    ...{ caseNo, leaves: [], row: null, payments: [], signatures: [], papers: [] },
    ...{ workflows: [workflow], strands: [strand] },
    received: run.told.map(({ said }) => String(said)),
    steps: transitions.map((step) => {
      const { seq, kind, at, ...body } = step;
      return { strand, seq, kind, at, body, digest: sha256(canonical(step)) };
    }),
  };
}

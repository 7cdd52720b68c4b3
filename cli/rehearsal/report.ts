import { STAGES, type Stage } from '../../domain/rules/stages.js';
import type { Bilingual } from '../../domain/schemas/common.js';
import { STAGE_NAMES } from '../../domain/texts/stages.js';
import { endingOf, endingText } from './ending.js';
import type { HistorySize, HistorySizes } from './histories.js';
import { type Kind, KINDS } from './kinds.js';
import { kindOf, type Script } from './script.js';
import { SCRIPTS } from './scripts.js';
import { type Spread, spreadOf } from './spread.js';
import type { Walked } from './walk.js';

/** What a rehearsal showed, as data. Times in seconds. */
export interface Report {
  readonly seed: string;
  readonly began: string;
  readonly seconds: number;
  readonly households: number;
  /** Cases that ended otherwise than their scripts say. */
  readonly unexpected: number;
  /** How many of each kind: every order of stages, every route. */
  readonly kinds: readonly KindReport[];
  readonly scripts: readonly ScriptReport[];
  readonly stages: readonly StageReport[];
  readonly cases: readonly CaseReport[];
}

export interface KindReport extends Bilingual {
  readonly kind: Kind;
  readonly households: number;
  readonly unexpected: number;
}

export interface ScriptReport extends Bilingual {
  readonly id: string;
  readonly households: number;
  readonly foretold: Bilingual;
  /** How many ended how, and whether that is as foretold in everything. */
  readonly ended: readonly (Ended & { readonly cases: number })[];
  readonly unexpected: number;
  readonly seconds: Spread | null;
  /** Of the history of the case itself, without its review's; null where the engine could not be asked. */
  readonly events: Spread | null;
  readonly bytes: Spread | null;
}

interface Ended extends Bilingual {
  readonly asForetold: boolean;
}

export interface StageReport extends Bilingual {
  readonly stage: Stage;
  readonly times: number;
  readonly seconds: Spread | null;
}

export interface CaseReport {
  readonly household: number;
  readonly script: string;
  readonly caseNo: string | null;
  readonly outcome: string | null;
  readonly finding: string | null;
  readonly unexpected: string | null;
  readonly seconds: number;
  readonly history: HistorySize | null;
  readonly reviewHistory: HistorySize | null;
}

interface Facts {
  readonly seed: string;
  readonly began: Date;
  readonly ended: Date;
  readonly walked: readonly Walked[];
  readonly sizes: HistorySizes;
}

export function reportOf({ seed, began, ended, walked, sizes }: Facts): Report {
  const following = (script: Script) => walked.filter(({ newcomer }) => newcomer.script === script);
  const scripts = SCRIPTS.filter((script) => following(script).length > 0);
  return {
    seed,
    began: began.toISOString(),
    seconds: (ended.getTime() - began.getTime()) / 1000,
    households: walked.length,
    unexpected: unexpectedOf(walked),
    kinds: kindReports(walked),
    scripts: scripts.map((script) => scriptReport(script, following(script), sizes)),
    stages: stageReports(walked),
    cases: walked.map((each) => caseReport(each, sizes)),
  };
}

const unexpectedOf = (walked: readonly Walked[]): number =>
  walked.filter(({ unexpected }) => unexpected !== undefined).length;

/** Also those that nobody followed: a table that is silent about them would hide it. */
function kindReports(walked: readonly Walked[]): KindReport[] {
  return (Object.keys(KINDS) as Kind[]).map((kind) => {
    const cases = walked.filter(({ newcomer }) => kindOf(newcomer.script) === kind);
    return { kind, ...KINDS[kind], households: cases.length, unexpected: unexpectedOf(cases) };
  });
}

function scriptReport(script: Script, cases: readonly Walked[], sizes: HistorySizes): ScriptReport {
  const { id, zh, en, ends } = script;
  const histories = cases.flatMap(({ caseNo = '' }) => sizes.get(caseNo)?.case ?? []);
  return {
    id,
    zh,
    en,
    households: cases.length,
    foretold: endingText(ends),
    unexpected: unexpectedOf(cases),
    ended: counted(cases),
    seconds: spreadOf(cases.map(({ seconds }) => seconds)),
    events: spreadOf(histories.map(({ events }) => events)),
    bytes: spreadOf(histories.map(({ bytes }) => bytes)),
  };
}

function endedAs({ caseNo, seen, unexpected }: Walked): Ended {
  const asForetold = unexpected === undefined;
  if (caseNo === undefined) return { zh: '未能提交', en: 'not submitted', asForetold };
  if (!seen) return { zh: '不知停在何处', en: 'never seen', asForetold };
  const ending = endingOf(seen);
  const text = ending ? endingText(ending) : { zh: `停在${seen.stage.zh}`, en: `still at ${seen.stage.en}` };
  return { ...text, asForetold };
}

/** Same endings once, with their number. */
function counted(cases: readonly Walked[]): ScriptReport['ended'] {
  const endings = cases.map(endedAs);
  const isFirst = (ending: Ended, index: number) => endings.findIndex((other) => isSame(other, ending)) === index;
  return endings
    .filter(isFirst)
    .map((ending) => ({ ...ending, cases: endings.filter((other) => isSame(other, ending)).length }));
}

const isSame = (one: Ended, other: Ended): boolean => one.zh === other.zh && one.asForetold === other.asForetold;

/** In the order of the policy. */
function stageReports(walked: readonly Walked[]): StageReport[] {
  const times = walked.flatMap(({ stages }) => stages);
  return (Object.keys(STAGES) as Stage[]).flatMap((stage) => {
    const seconds = times.filter((time) => time.stage === stage).map((time) => time.seconds);
    return seconds.length > 0
      ? [{ stage, ...STAGE_NAMES[stage], times: seconds.length, seconds: spreadOf(seconds) }]
      : [];
  });
}

function caseReport({ newcomer, caseNo, unexpected, seen, seconds }: Walked, sizes: HistorySizes): CaseReport {
  const ending = seen && endingOf(seen);
  const size = sizes.get(caseNo ?? '');
  return {
    household: newcomer.number,
    script: newcomer.script.id,
    caseNo: caseNo ?? null,
    outcome: ending?.outcome ?? null,
    finding: ending?.finding ?? null,
    unexpected: unexpected ?? null,
    seconds,
    history: size?.case ?? null,
    reviewHistory: size?.review ?? null,
  };
}

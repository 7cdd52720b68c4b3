import type { Stage } from '../../domain/rules/stages.js';
import { signers } from '../../domain/rules/separation-of-duty.js';
import type { Actor } from '../../domain/schemas/act.js';
import type { Strand } from '../../domain/schemas/application.js';
import type { CaseStory, StoryEntry } from '../../domain/schemas/audit.js';
import type { Person } from '../../domain/schemas/common.js';
import type { Transition } from '../../domain/schemas/transition.js';
import { ROLE_NAMES } from '../../domain/texts/roles.js';
import { timelineText } from '../../domain/texts/timeline.js';
import type { CaseModel } from '../../prisma/generated/models.js';
import { checkCase } from '../../proof/check-case.js';
import type { WorkflowEvidence } from '../../proof/evidence.js';
import { readRun, stepsIn } from '../../proof/read-run.js';
import { readHistoryText } from '../../proof/sealed-history.js';
import type { SealedRegister } from '../../proof/sealed-register.js';
import type { Deps } from '../deps.js';
import type { Who } from '../who.js';
import { evidenceFor } from '../evidence/reading.js';
import { groundOf } from '../evidence/ground-of.js';
import { proofFindings } from './audit/proof-findings.js';
import { coded } from './coded.js';
import { papersBehind } from './story-papers.js';
import { timelineFacts } from './timeline-facts.js';
import { wordsInCase } from './words-in-case.js';

interface Told {
  readonly strand: Strand;
  readonly step: Transition;
  readonly dueAt: number | undefined;
}

/** The story of a case from its histories, with what the checks find that need no replay. @throws Refused UNAVAILABLE */
export async function storyOf(deps: Deps, who: Who, row: CaseModel): Promise<CaseStory> {
  const { db, keyring } = deps;
  const evidence = await evidenceFor(deps, row.caseNo);
  const ground = await groundOf(db, keyring);
  const { findings } = checkCase(evidence, ground, () => undefined);
  const person = personIn(ground.register);
  const facts = await timelineFacts(db, row, true);
  const told = evidence.workflows.flatMap(toldIn);
  const words = await wordsInCase(
    ...([db, keyring, who, row] as const),
    told.map(({ step }) => step),
  );
  const paper = await papersBehind(db, row, facts.paper);
  const entries = told.map(({ strand, step, dueAt }): StoryEntry => ({
    ...{ strand, seq: step.seq, kind: step.kind, at: new Date(step.at).toISOString() },
    ...{
      text: timelineText(step, facts),
      who: step.kind === 'acted' ? signers(step.act).map((actor) => person(actor, step.at)) : [],
    },
    ...{ words: words(step), papers: step.kind === 'acted' ? (step.act.papers ?? []).map(paper) : [] },
    ...{
      dueAt: dueAt === undefined ? null : new Date(dueAt).toISOString(),
      kept: isKept({ strand, step, dueAt }, told),
    },
    amountFen: 'amountFen' in step ? step.amountFen : null,
  }));
  return {
    caseNo: row.caseNo,
    entries: entries.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at)),
    workflows: evidence.workflows.map((workflow) => ({
      ...{ workflowId: workflow.workflowId, strand: workflow.strand ?? null, running: workflow.running },
      ...{ sealed: workflow.seal !== null, events: eventsOf(workflow) },
    })),
    findings: proofFindings(findings),
  };
}

function toldIn({ strand, opened }: WorkflowEvidence): Told[] {
  if (opened === null || strand === undefined) return [];
  const runs = readHistoryText(opened).runs.map(readRun);
  const dueAt = new Map(runs.flatMap((run) => [...run.dueAt]));
  return stepsIn(runs).map((step) => ({ strand, step, dueAt: dueAt.get(step.seq) }));
}

/** Stages whose term is there to run out: whoever left them then was not late. */
const RUNS_OUT: ReadonlySet<string> = new Set<Stage>(['publicNotice', 'refused', 'reviewAwaited']);

/** Whether a stage was left before its deadline; null while it is open, and where the term is to run out. */
function isKept({ strand, step, dueAt }: Told, told: readonly Told[]): boolean | null {
  if (dueAt === undefined || step.kind !== 'entered' || RUNS_OUT.has(step.stage)) return null;
  const left = told.find(
    (other) => other.strand === strand && other.step.seq > step.seq && /^(entered|closed)$/.test(other.step.kind),
  );
  return left ? left.step.at <= dueAt : null;
}

const eventsOf = ({ text }: WorkflowEvidence): number =>
  text === null ? 0 : readHistoryText(text).runs.reduce((sum, { events }) => sum + events.length, 0);

/** Whoever acted, as the register was logged then. */
const personIn =
  (register: SealedRegister) =>
  ({ id, role, officeId = '' }: Actor, moment: number): Person => ({
    name: register.at('official', id, moment)?.name ?? ROLE_NAMES[role].zh,
    ...{ office: register.at('office', officeId, moment)?.name ?? null, role: coded(ROLE_NAMES, role) },
  });

import { isRelief } from '../../domain/rules/case-workflows.js';
import { isLookedAt } from '../../domain/rules/life-events.js';
import type { Role } from '../../domain/rules/roles.js';
import { BESIDE_STAGES, type Stage, stageRule } from '../../domain/rules/stages.js';
import { MAIN_LINES } from '../../domain/schemas/application.js';
import type { Transition } from '../../domain/schemas/transition.js';
import { workingDaysAt } from '../../domain/schemas/county-policy.js';
import { lastPayee } from './corrector.js';
import { termEndIn } from './deadline.js';
import { isPublishedTogether } from './publication.js';
import type { RecordedCase } from './recorded-case.js';

type Of<K extends Transition['kind']> = Extract<Transition, { kind: K }>;
/** The case moves: what was open is no longer asked, and whoever is awaited finds a task. */
export async function enter(file: RecordedCase, step: Of<'entered'>, dueAt?: Date): Promise<void> {
  const { tx, caseNo, strand } = file;
  const { stage, subject = '', at } = step;
  if (MAIN_LINES.includes(strand)) await tx.case.update({ where: { caseNo }, data: { stage } });
  await closeOpenTasks(file, at);
  const role = await whoIsAwaited(file, stage);
  if (!role || (isOfNotice(stage) && (await isPublishedTogether(file)))) return;

  // A notice's task is to take the posting down: not before its term is over.
  const notBefore = stage === 'publicNotice' ? dueAt : undefined;
  const startsAt = notBefore?.getTime() ?? at;
  const reminder = dueAt && !notBefore ? dueAt : await reminderFor(file, stage, startsAt);
  await tx.task.create({
    data: {
      ...{ caseNo, strand, stage, subject, role, areaCode: file.row.areaCode, openedAt: new Date(at) },
      ...{ notBefore: notBefore ?? null, dueAt: reminder },
    },
  });
}

/** 退汇更正: an account of the register of payees is put right by those who keep it. */
async function whoIsAwaited(file: RecordedCase, stage: Stage): Promise<Role | undefined> {
  const { awaits, also } = stageRule(stage);
  return also && (await lastPayee(file)) ? also : awaits;
}

/** Posting and taking down: of several cases that is done on their publication, not case by case. */
const isOfNotice = (stage: Stage): boolean => stage === 'noticePosting' || stage === 'publicNotice';

/** Done by whoever acted. */
export async function finish({ tx, caseNo, strand }: RecordedCase, { act, at }: Of<'acted'>): Promise<void> {
  await tx.task.updateMany({
    where: { caseNo, strand, stage: act.stage, subject: act.subject ?? '', closedAt: null },
    data: { closedAt: new Date(at), closedById: act.by.id },
  });
}

/** 动态管理: a change in the household reaches its open case as a task beside the main line, unless the programme decides. */
export async function askAboutChange(file: RecordedCase, step: Of<'changeReported'>): Promise<void> {
  const { changeId, effect, at } = step;
  if (!isLookedAt(effect)) return;
  const { tx, caseNo, strand, row } = file;
  const dueAt = await reminderFor(file, 'householdChange', at);
  await tx.task.create({
    data: {
      ...{ caseNo, strand, stage: 'householdChange', subject: changeId, role: 'countyChecker' },
      ...{ areaCode: row.areaCode, openedAt: new Date(at), dueAt },
    },
  });
}

/** 搬迁后续帮扶: what a visit found open is a task for the office concerned, beside the main line. */
export async function askOffice(file: RecordedCase, { stage, subject, at }: Of<'pointOpened'>): Promise<void> {
  const { tx, caseNo, strand, row } = file;
  const role = stageRule(stage).awaits!;
  const dueAt = await reminderFor(file, stage, at);
  await tx.task.create({
    data: { caseNo, strand, stage, subject, role, areaCode: row.areaCode, openedAt: new Date(at), dueAt },
  });
}

export async function close({ tx, caseNo, strand }: RecordedCase, { at }: Of<'closed'>): Promise<void> {
  await tx.task.updateMany({ where: { caseNo, strand, closedAt: null }, data: { closedAt: new Date(at) } });
}

async function closeOpenTasks({ tx, caseNo, strand }: RecordedCase, at: number): Promise<void> {
  await tx.task.updateMany({
    where: { caseNo, strand, stage: { notIn: [...BESIDE_STAGES] }, closedAt: null },
    data: { closedAt: new Date(at) },
  });
}

/** When a stage is overdue: it changes nothing by itself, the supervisor is told. */
export async function reminderFor(
  { tx, row, policy }: Pick<RecordedCase, 'tx' | 'row' | 'policy'>,
  stage: string,
  from: number,
): Promise<Date | null> {
  // A household has as long to put its account right as to correct its application; nothing lapses by it.
  if (stage === 'accountCorrection') return await termEndIn(tx, row.countyCode, from, policy.terms.correction);
  const workingDays = workingDaysAt(policy, stage, isRelief(row.input));
  return workingDays === undefined ? null : await termEndIn(tx, row.countyCode, from, { workingDays });
}

import { useState } from 'react';
import { FOLLOW_UP_POINT_NAMES, FOLLOW_UP_POINTS } from '../../../../domain/rules/follow-up.js';
import { daysUsed, yuanDaysOf } from '../../../../domain/rules/loans.js';
import { quantityText } from '../../../../domain/rules/quantities.js';
import type { Stage, Verdict } from '../../../../domain/rules/stages.js';
import { shanghaiDate } from '../../../../domain/rules/working-days.js';
import type { Coded } from '../../../../domain/schemas/common.js';
import type { TaskDetail } from '../../../../domain/schemas/task.js';
import { measureOfDays } from '../../../../domain/texts/loans.js';
import { STAGE_NAMES } from '../../../../domain/texts/stages.js';
import type { FieldKind, FieldSpec } from '../form/fields.js';
import { measuredIn } from '../form/measured.js';
import { useTexts } from '../texts/use-texts.js';
import { settlementOf } from './settlement.js';
import { type DecisionField, fieldsAt, isNeeded } from './needed.js';

/** How each field of a decision is filled in. */
const KINDS = {
  ...{ reasonCode: 'select', finding: 'select' },
  ...{ words: 'words', defects: 'lines', score: 'number', quantity: 'text', rentMonths: 'number' },
  ...{ visitedOn: 'date', onDay: 'date', site: 'text', witness: 'text', paperIds: 'papers' },
  ...{ openPoints: 'choices', settlement: 'settlement', answers: 'answers' },
} as const satisfies Record<DecisionField, FieldKind>;

/** What is never said with a verdict, though its stage knows the field. */
function isShown(task: TaskDetail, verdict: Verdict, field: DecisionField, reasons: readonly Coded[]): boolean {
  const stage = task.stage.code as Stage;
  if (field === 'answers') return task.looksAt.length > 0;
  if (field === 'reasonCode') return reasons.length > 0;
  if (field === 'defects') return verdict === 'return';
  if (field === 'rentMonths') return task.rent !== null && verdict === 'houseOtherwise';
  if (field === 'quantity') return isNeeded(stage, verdict, field);
  return true;
}

/** The fields of one verdict, with their texts; what was written before stands in them again. */
export function useFieldSpecs(task: TaskDetail, verdict: Verdict | undefined): FieldSpec[] {
  const { t, tell } = useTexts();
  const [now] = useState(Date.now);
  if (!verdict) return [];
  const stage = task.stage.code as Stage;
  const { verdicts, loan } = task;
  const measure = loan ? measureOfDays(task.measure, loan) : task.measure;
  const quantity = loan ? daysUsed(loan, task.quantity) : task.quantity;
  const { reasons = [] } = verdicts.find(({ code }) => code === verdict) ?? {};
  const meant = (written: number) => (loan ? yuanDaysOf(loan, written) : written);
  const named = reasons.map((reason) => [reason.code, tell(reason)] as const);
  const field = measuredIn(measure, tell);
  const measured: Partial<FieldSpec> = {
    label: t('fields.quantity.label', { name: tell(measure.name), unit: tell(measure.unit) }),
    initial: measure.grades ? String(quantity) : quantityText(quantity, measure.scale),
    ...{ ...field, read: (text: string) => meant(field.read(text)) },
  };
  const today = { initial: shanghaiDate(now) };
  const more: Partial<Record<DecisionField, Partial<FieldSpec>>> = {
    ...{ quantity: measured, reasonCode: { options: named }, finding: { options: named } },
    ...{ visitedOn: today, onDay: today, settlement: { read: settlementOf } },
    rentMonths: { hint: t('fields.rentMonths.hint', { minimum: task.rent?.minimum, maximum: task.rent?.maximum }) },
    openPoints: {
      options: FOLLOW_UP_POINT_NAMES.map((point) => [point, tell(STAGE_NAMES[FOLLOW_UP_POINTS[point]])] as const),
    },
  };
  return fieldsAt(stage)
    .filter((field) => isShown(task, verdict, field, reasons))
    .map((field) => ({
      ...{ name: field, kind: KINDS[field], optional: field !== 'answers' && !isNeeded(stage, verdict, field) },
      ...{ label: t(`fields.${field}.label`), hint: t(`fields.${field}.hint`) },
      ...more[field],
    }));
}

import { CASE_WORKFLOWS, type CaseWorkflow } from '../../../../../domain/rules/case-workflows.js';
import type { Programme } from '../../../../../domain/schemas/programme.js';
import { amended, valuesOf } from '../../form/amended.js';
import { textOf, type Values } from '../../form/fields.js';
import { type Parts, partAt, withPart } from '../../form/parts.js';
import { events } from './events.js';
import { funding } from './funding.js';
import { housing } from './housing.js';
import { lasting } from './lasting.js';
import { loan } from './loan.js';
import { measured } from './measured.js';
import { naming } from './naming.js';
import { opening } from './opening.js';
import { papers } from './papers.js';
import { paying } from './paying.js';
import { review } from './review.js';
import type { Section, StandardKind, Stated, Texts } from './section.js';
import { STANDARD_KINDS, standard } from './standard.js';
import { whoMay } from './who-may.js';

/** The form of a programme, part by part. */
export const sectionsOf = (texts: Texts, stated: Stated): Section[] =>
  [
    ...[naming, opening, whoMay, measured, standard],
    ...(stated.kind === 'interest' ? [loan] : []),
    ...(isHousing(stated.workflow) ? [housing] : []),
    ...[papers, paying, funding, lasting, events, review],
  ].map((sectionOf) => sectionOf(texts, stated));

const isHousing = (workflow: CaseWorkflow): boolean => workflow === 'relocation' || workflow === 'renovation';

/** The fields of a programme as it is stated. */
const fieldsOf = (texts: Texts, stated: Stated) => sectionsOf(texts, stated).flatMap(({ fields }) => fields);

/** What the fields of the form hang on, by what stands in them. */
export function statedIn({ language }: Texts, values: Values): Stated {
  const said = (name: string): string => textOf(values[name] ?? '');
  const grades = (values['measure/grades'] ?? []) as readonly Values[];
  return {
    kind: said('standard/kind') as StandardKind,
    workflow: said('workflow') as CaseWorkflow,
    scale: Number(said('measure/scale')) || 0,
    unit: said(`measure/unit/${language}`),
    grades: grades.map((grade) => textOf(grade[language] ?? '')),
  };
}

const statedBy = (
  { language }: Texts,
  { standard: { kind }, workflow = 'directProject', measure }: Programme,
): Stated => ({
  ...{ kind, workflow, scale: measure.scale, unit: measure.unit[language] },
  grades: (measure.grades ?? []).map((grade) => grade[language]),
});

/** What stands in the fields of a programme; in those that it has no use for, nothing. */
export function programmeValues(texts: Texts, programme: Programme): Values {
  const stated = statedBy(texts, programme);
  const others = STANDARD_KINDS.flatMap((kind) =>
    CASE_WORKFLOWS.flatMap((workflow) => fieldsOf(texts, { ...stated, kind, workflow })),
  );
  const own = fieldsOf(texts, stated);
  return { ...valuesOf(others, {}), ...valuesOf(own, programme) };
}

export const programmeFields = (texts: Texts, values: Values) => fieldsOf(texts, statedIn(texts, values));

/**
 * The programme with what was changed in its fields. Another formula leaves nothing of the one before, and what belongs
 * to one way or formula alone goes with it.
 */
export function programmeOf(texts: Texts, programme: Programme, values: Values): Parts {
  const { kind, workflow } = statedIn(texts, values);
  let basis: Parts = programme;
  if (kind !== programme.standard.kind) basis = withPart(basis, 'standard', { kind });
  if (kind !== 'interest') basis = withPart(basis, 'loan', undefined);
  if (workflow !== 'renovation') basis = withPart(basis, 'rent', undefined);
  return scaled(amended(basis, programmeFields(texts, values), values));
}

/** What is paid for each unit is counted in the steps of the measure. */
function scaled(programme: Parts): Parts {
  const scale = partAt(programme, 'measure/scale');
  if (partAt(programme, 'standard/kind') !== 'perUnit' || scale === undefined) return programme;
  return withPart(programme, 'standard/scale', scale);
}

import type { Programme } from '../../../../domain/schemas/programme.js';
import type { FieldSpec, Values } from '../form/fields.js';
import { saidText } from '../form/said-text.js';
import type { Section, Texts } from './edit/section.js';
import { programmeValues, sectionsOf, statedIn } from './edit/sections.js';

/** A field of the form: what stood in it, and what stands in it now; empty for nothing. */
export interface Change {
  readonly name: string;
  readonly label: string;
  readonly before: string;
  readonly now: string;
}

interface Changes {
  readonly name: Section['name'];
  readonly changes: readonly Change[];
}

/** What a version changes of the one before, by the parts of the form; of a programme that is new, all of it. */
export function changesIn(texts: Texts, before: Programme | null, now: Programme): Changes[] {
  const [were, are] = [before ? filledIn(texts, before) : [], filledIn(texts, now)];
  const names = [...new Set([...are, ...were].map(({ name }) => name))];
  return names
    .map((name) => ({
      name,
      changes: between(were, are, name).filter((change) => !before || change.before !== change.now),
    }))
    .filter(({ changes }) => changes.length > 0);
}

interface Filled {
  readonly name: Section['name'];
  readonly fields: readonly Omit<Change, 'before'>[];
}

/** The form of a programme with what stands in it. */
function filledIn(texts: Texts, programme: Programme): Filled[] {
  const values: Values = programmeValues(texts, programme);
  const answers = { yes: texts.t('programmes.yes'), no: texts.t('programmes.no') };
  const filled = (field: FieldSpec) => {
    const { name, label } = field;
    return { name, label, now: saidText(field, values[name] ?? '', answers) };
  };
  return sectionsOf(texts, statedIn(texts, values)).map(({ name, fields }) => ({ name, fields: fields.map(filled) }));
}

/** The fields of a part as they are, then those that are there no more. */
function between(were: readonly Filled[], are: readonly Filled[], part: Section['name']): Change[] {
  const [old, present] = [were, are].map((filled) => filled.find(({ name }) => name === part)?.fields ?? []);
  const oldOf = new Map(old!.map((field) => [field.name, field]));
  const names = new Set(present!.map(({ name }) => name));
  return [
    ...present!.map((field) => ({ ...field, before: oldOf.get(field.name)?.now ?? '' })),
    ...old!.filter(({ name }) => !names.has(name)).map((field) => ({ ...field, before: field.now, now: '' })),
  ];
}

import type { Bilingual } from '../../../../../domain/schemas/common.js';
import type { CaseWorkflow } from '../../../../../domain/rules/case-workflows.js';
import type { PublishedStandard } from '../../../../../domain/rules/household-standard.js';
import type { FieldSpec } from '../../form/fields.js';
import type { officeZh } from '../../texts/zh.js';
import type { useTexts } from '../../texts/use-texts.js';

export type Texts = Pick<ReturnType<typeof useTexts>, 't' | 'tell' | 'language'>;
export type StandardKind = PublishedStandard['kind'];

/** What of a programme says which fields the others have, and what their labels say. */
export interface Stated {
  readonly kind: StandardKind;
  readonly workflow: CaseWorkflow;
  /** Decimal places of the quantity. */
  readonly scale: number;
  readonly unit: string;
  readonly grades: readonly string[];
}

/** Part of the form of a programme. */
export interface Section {
  readonly name: keyof (typeof officeZh)['programmeForm']['sections'];
  readonly fields: readonly FieldSpec[];
}

export type SectionOf = (texts: Texts, stated: Stated) => Section;

type More = Partial<Omit<FieldSpec, 'name' | 'label'>>;

/** A text in both languages, a field for each; of a row that is the text itself the name is empty. */
export const pairOf = ({ t }: Texts, name: string, label: string, more: More = {}): FieldSpec[] =>
  (['zh', 'en'] as const).map((language) => ({
    ...{ kind: 'text' as const, label: t(`programmeForm.in.${language}`, { label }) },
    name: name === '' ? language : `${name}/${language}`,
    ...more,
  }));

/** Values to choose from, each by its name. */
export const optionsOf = <Value extends string>({ tell }: Texts, names: Readonly<Record<Value, Bilingual>>) =>
  (Object.entries(names) as [Value, Bilingual][]).map(([value, name]) => [value, tell(name)] as const);

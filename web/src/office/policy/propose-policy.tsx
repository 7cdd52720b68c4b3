import { NewPolicy } from '../../../../domain/schemas/policy-version.js';
import { ActForm } from '../form/act-form.js';
import { saidOf } from '../form/amended.js';
import type { FieldSpec } from '../form/fields.js';
import { useTexts } from '../texts/use-texts.js';
import { type Leaf, leavesOf, type Policy } from './leaves.js';
import { useLeafName } from './use-leaf-name.js';

/** The next version: the present one with other numbers and words, from a day on. */
export function ProposePolicy({ policy }: { readonly policy: Policy }) {
  const { t } = useTexts();
  const { nameOf, partOf, nameInPart } = useLeafName();
  const labelOf = (at: string, kind: FieldSpec['kind']): string => {
    const label = nameInPart(at);
    return kind === 'yuan' || kind === 'percent' ? t(`policy.in.${kind}`, { label }) : label;
  };
  const fieldOf = ({ at, value }: Leaf): FieldSpec => {
    const kind = kindOf(at, value, nameOf);
    const field = { ...kind, name: `policy/${at}`, label: labelOf(at, kind.kind) };
    return { ...field, initial: saidOf(field, value) };
  };
  return (
    <details className="filters">
      <summary>{t('policy.propose')}</summary>
      <ActForm
        act="proposePolicy"
        schema={NewPolicy}
        fields={[
          { name: 'effectiveFrom', kind: 'date', label: t('policy.from'), hint: t('policy.fromHint') },
          ...leavesOf(policy).map((leaf) =>
            leaf.at === VISITS ? { ...fieldOf(leaf), hint: t('policy.visitsHint') } : fieldOf(leaf),
          ),
          ...unsaidIn(policy).map(([at, kind]) => ({
            ...{ name: `policy/${at}`, kind, label: labelOf(at, kind), optional: true },
          })),
        ]}
        partOf={({ name }) => (name.startsWith('policy/') ? partOf(name.slice('policy/'.length)) : '')}
        submit={t('policy.propose')}
        done={({ version }) => t('policy.proposed', { version })}
      />
    </details>
  );
}

const VISITS = 'housing/followUpVisits';
const UNITS = ['months', 'calendarDays', 'workingDays'] as const;

/** How a leaf is written: rates in percents, amounts in yuan, spans of time as rows. */
function kindOf(at: string, value: Leaf['value'], nameOf: (at: string) => string): Pick<FieldSpec, 'kind' | 'fields'> {
  if (typeof value === 'object')
    return {
      ...{ kind: 'rows', mayBeNone: true },
      fields: UNITS.map((unit) => ({ name: unit, kind: 'number', label: nameOf(unit), optional: true })),
    };
  if (typeof value === 'string') return { kind: at.endsWith('/zh') || at.endsWith('/en') ? 'words' : 'text' };
  if (at.endsWith('BasisPoints')) return { kind: 'percent' };
  return { kind: at.endsWith('Fen') ? 'yuan' : 'number' };
}

/** What a policy need not say, and hasn't said yet. */
const unsaidIn = ({ archives, housing }: Policy) =>
  (
    [
      ['housing/headcountOn', 'date', housing.headcountOn],
      ['housing/worksFirstInstalmentBasisPoints', 'percent', housing.worksFirstInstalmentBasisPoints],
      ['archives/fondsNo', 'text', archives?.fondsNo],
    ] as const
  ).filter(([, , value]) => value === undefined);

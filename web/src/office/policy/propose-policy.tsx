import { quantityText } from '../../../../domain/rules/quantities.js';
import { NewPolicy } from '../../../../domain/schemas/policy-version.js';
import { ActForm } from '../form/act-form.js';
import type { FieldSpec } from '../form/fields.js';
import { useTexts } from '../texts/use-texts.js';
import { type Leaf, leavesOf, type Policy } from './leaves.js';
import { useLeafName } from './use-leaf-name.js';

const PERCENT = 2;

/** The next version: the present one with other numbers and words, from a day on. */
export function ProposePolicy({ policy }: { readonly policy: Policy }) {
  const { t } = useTexts();
  const nameOf = useLeafName();
  return (
    <details className="filters">
      <summary>{t('policy.propose')}</summary>
      <ActForm
        act="proposePolicy"
        schema={NewPolicy}
        fields={[
          { name: 'effectiveFrom', kind: 'date', label: t('policy.from'), hint: t('policy.fromHint') },
          ...leavesOf(policy).map((leaf) => fieldOf(leaf, nameOf(leaf.at), t('policy.visitsHint'))),
          ...(policy.archives?.fondsNo === undefined ? [fondsField(nameOf)] : []),
        ]}
        submit={t('policy.propose')}
        done={({ version }) => t('policy.proposed', { version })}
      />
    </details>
  );
}

/** What a policy need not say, and hasn't said yet. */
const fondsField = (nameOf: (at: string) => string): FieldSpec => ({
  ...{ name: 'policy/archives/fondsNo', kind: 'text', label: nameOf('archives/fondsNo'), optional: true },
});

/** How a leaf is written: rates in percents, amounts in yuan, lists as data. */
function fieldOf({ at, value }: Leaf, label: string, listHint: string): FieldSpec {
  const name = `policy/${at}`;
  if (typeof value === 'string')
    return value.startsWith('[')
      ? { name, kind: 'words', label, hint: listHint, initial: value, read: parsed }
      : { name, kind: at.endsWith('/zh') || at.endsWith('/en') ? 'words' : 'text', label, initial: value };
  if (at.endsWith('BasisPoints')) return { name, kind: 'percent', label, initial: quantityText(value, PERCENT) };
  if (at.endsWith('Fen')) return { name, kind: 'yuan', label, initial: quantityText(value, PERCENT) };
  return { name, kind: 'number', label, initial: String(value) };
}

/** What can't be read is judged as what it is: a text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

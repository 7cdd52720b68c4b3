import { quantityText } from '../../../../domain/rules/quantities.js';
import { yuanText } from '../../../../domain/rules/fen.js';
import { Facts } from '../parts/facts.js';
import { useTexts } from '../texts/use-texts.js';
import { type Leaf, leavesOf, type Policy, type Span } from './leaves.js';
import { useLeafName } from './use-leaf-name.js';

const PERCENT = 2;

/** A policy, number by number. */
export function ShownPolicy({ policy }: { readonly policy: Policy }) {
  const { t, list } = useTexts();
  const { nameOf } = useLeafName();
  const partOf = ([unit, count]: [string, number | undefined]) => t('policy.span', { count, unit: nameOf(unit) });
  const spanOf = (span: Span) => list(Object.entries(span).map(partOf));
  const shown = ({ at, value }: Leaf): string => {
    if (typeof value === 'string') return value;
    if (typeof value === 'object') return value.length > 0 ? list(value.map(spanOf)) : t('policy.noVisits');
    if (at.endsWith('BasisPoints')) return `${quantityText(value, PERCENT)}%`;
    return at.endsWith('Fen') ? t('money.yuan', { amount: yuanText(value) }) : String(value);
  };
  return <Facts facts={Object.fromEntries(leavesOf(policy).map((leaf) => [nameOf(leaf.at), shown(leaf)]))} />;
}

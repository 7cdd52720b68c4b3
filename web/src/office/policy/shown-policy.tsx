import { quantityText } from '../../../../domain/rules/quantities.js';
import { yuanText } from '../../../../domain/rules/fen.js';
import { Facts } from '../parts/facts.js';
import { useTexts } from '../texts/use-texts.js';
import { leavesOf, type Leaf, type Policy } from './leaves.js';
import { useLeafName } from './use-leaf-name.js';

const PERCENT = 2;

/** A policy, number by number. */
export function ShownPolicy({ policy }: { readonly policy: Policy }) {
  const { t, list } = useTexts();
  const nameOf = useLeafName();
  const termsIn = (json: string) =>
    list((JSON.parse(json) as Record<string, number>[]).map((term) => list(Object.entries(term).map(spanOf))));
  const spanOf = ([unit, count]: [string, number]) => t('policy.span', { count, unit: nameOf(unit) });
  const shown = ({ at, value }: Leaf): string => {
    if (typeof value === 'string') return value.startsWith('[') ? termsIn(value) : value;
    if (at.endsWith('BasisPoints')) return `${quantityText(value, PERCENT)}%`;
    return at.endsWith('Fen') ? t('money.yuan', { amount: yuanText(value) }) : String(value);
  };
  return <Facts facts={Object.fromEntries(leavesOf(policy).map((leaf) => [nameOf(leaf.at), shown(leaf)]))} />;
}

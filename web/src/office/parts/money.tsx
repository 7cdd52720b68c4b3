import { yuanText } from '../../../../domain/rules/fen.js';
import { useTexts } from '../texts/use-texts.js';

/** An amount in yuan; nothing where there is none. */
export function Yuan({ fen }: { readonly fen: number | null }) {
  const { t } = useTexts();
  if (fen === null) return null;
  return <span className="money">{t('money.yuan', { amount: signed(fen) })}</span>;
}

const signed = (fen: number): string => (fen < 0 ? `−${yuanText(-fen)}` : yuanText(fen));

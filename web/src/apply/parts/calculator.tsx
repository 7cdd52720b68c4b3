import { useState } from 'react';
import { subsidyFen } from '../../../../domain/rules/amounts.js';
import { yuanText } from '../../../../domain/rules/fen.js';
import { parseQuantity } from '../../../../domain/rules/quantities.js';
import type { ProgrammeGuide } from '../../../../domain/schemas/programme-view.js';
import { TextField } from '../../common/form/field.js';
import { useTexts } from '../texts/use-texts.js';

/** How much it would be, by the published standard and the rule that the case itself is counted with. */
export function Calculator({ guide: { measure, standard } }: { readonly guide: ProgrammeGuide }) {
  const { t, tell } = useTexts();
  const [text, setText] = useState('');
  const quantity = parseQuantity(text, measure.scale);
  const isUnreadable = text !== '' && quantity === undefined;
  return (
    <section className="calculator">
      <h2>{t('programme.calculator')}</h2>
      <TextField
        label={t('programme.calculate', { name: tell(measure.name), unit: tell(measure.unit) })}
        inputMode="decimal"
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={isUnreadable ? unreadable(t, measure.scale) : undefined}
      />
      <output aria-live="polite">
        {quantity !== undefined && quantity > 0 && (
          <>
            <strong>{t('programme.result', { amount: yuanText(subsidyFen(standard, quantity)) })}</strong>
            <span>{t('programme.resultHint')}</span>
          </>
        )}
      </output>
    </section>
  );
}

const unreadable = (t: ReturnType<typeof useTexts>['t'], scale: number): string =>
  scale === 0 ? t('programme.unreadableWhole') : t('programme.unreadable', { scale });

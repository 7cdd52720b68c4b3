import { useState } from 'react';
import { subsidyFen } from '../../../../domain/rules/amounts.js';
import { yuanText } from '../../../../domain/rules/fen.js';
import { type StandardFacts, standardFor } from '../../../../domain/rules/household-standard.js';
import { parseQuantity } from '../../../../domain/rules/quantities.js';
import type { ProgrammeGuide } from '../../../../domain/schemas/programme-view.js';
import { useTexts } from '../texts/use-texts.js';
import { HouseholdFields } from './household-fields.js';
import { QuantityField, unreadable } from './quantity-field.js';

/** How much it would be, by the published standard and the rule that the case itself is counted with. */
export function Calculator({ guide: { measure, standard } }: { readonly guide: ProgrammeGuide }) {
  const { t, tell } = useTexts();
  const [text, setText] = useState('');
  const [facts, setFacts] = useState<StandardFacts>({ group: 'lowIncome', persons: 3 });
  const quantity = parseQuantity(text, measure.scale);
  const amountFen = quantity === undefined ? 0 : subsidyFen(standardFor(standard, facts), quantity);
  const fault = unreadable(measure, text);
  return (
    <section className="calculator">
      <h2>{t('programme.calculator')}</h2>
      <QuantityField {...{ measure, text }} onChange={setText} error={fault && tell(fault)} />
      <HouseholdFields standard={standard} facts={facts} onChange={setFacts} />
      <output aria-live="polite">
        {amountFen > 0 && (
          <>
            <strong>{t('programme.result', { amount: yuanText(amountFen) })}</strong>
            <span>{t('programme.resultHint')}</span>
          </>
        )}
      </output>
    </section>
  );
}

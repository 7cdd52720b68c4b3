import { z } from 'zod';
import { Programme } from '../../../../../domain/schemas/programme.js';
import { eligibilityText } from '../../../../../domain/texts/programme.js';
import { standardText } from '../../../../../domain/texts/standard.js';
import { useTexts } from '../../texts/use-texts.js';

const { eligible, measure, standard, period, yearCapFen } = Programme.shape;
const Paying = z.object({ measure, standard, period, yearCapFen });

interface Shown {
  readonly of: 'standard' | 'whoMay';
  /** As far as it is filled in. */
  readonly programme: object;
}

/** What a notice says of the programme as it stands in the form: the sentence of its standard, or who may apply. */
export function InWords({ of, programme }: Shown) {
  const { t, tell } = useTexts();
  return (
    <output className="good" aria-live="polite">
      {of === 'standard' ? standardWords() : whoWords()}
    </output>
  );

  function standardWords(): string {
    const { data } = Paying.safeParse(programme);
    return data ? t('programmes.pays', { standard: tell(standardText(data)) }) : t('programmes.incomplete');
  }

  function whoWords(): string {
    const { data } = z.object({ eligible }).safeParse(programme);
    return data ? t('programmes.eligible', { who: tell(eligibilityText(data.eligible)) }) : t('programmes.choose');
  }
}

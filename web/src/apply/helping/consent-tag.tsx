import type { ConsentState } from '../../../../domain/schemas/application-draft.js';
import { useTexts } from '../texts/use-texts.js';

interface Shown {
  readonly consent: ConsentState;
  /** Submitted: from then on an official is to confirm it. */
  readonly sent: boolean;
}

/** How it stands with the household's consent. */
export function ConsentTag({ consent, sent }: Shown) {
  const { t } = useTexts();
  const said = consent === 'given' && sent ? 'unconfirmed' : consent;
  const done = said === 'confirmed' || said === 'given';
  return <span className={done ? 'tag' : 'tag wait'}>{t(`consent.${said}`)}</span>;
}

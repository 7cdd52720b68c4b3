import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language.js';

interface Wrong {
  /** ID of the control that is not right. */
  readonly id: string;
  readonly message: string;
  /** What the control is called, where the message does not say that. */
  readonly label?: string;
}

interface Shown {
  readonly errors: readonly Wrong[];
  /** How often the form was sent: each time one is led here, and never out of a field that is being corrected. */
  readonly round?: number;
}

/** Everything that is not right, in one place above the form, each leading to its field. */
export function ErrorSummary({ errors, round }: Shown) {
  const { t } = useTranslation('common');
  const { tellMessage } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const shown = errors.map(({ id, message }) => `${id} ${message}`).join('\n');
  const occasion = round ?? shown;
  useEffect(() => {
    if (occasion !== '') box.current?.focus();
  }, [occasion]);
  if (errors.length === 0) return null;
  return (
    <div className="problem" role="alert" tabIndex={-1} ref={box}>
      <h2>{t('problem.fields')}</h2>
      <ul>
        {errors.map(({ id, message, label = '' }) => (
          <li key={id}>
            <a href={`#${id}`} onClick={(event) => goTo(event, id)}>
              {label !== '' && <span>{label} · </span>}
              {tellMessage(message)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** To the field itself, and not to another address. */
function goTo(event: React.MouseEvent, id: string): void {
  event.preventDefault();
  document.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.focus();
}

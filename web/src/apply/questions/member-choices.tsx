import { useLanguage } from '../../common/language.js';
import type { Work } from '../draft/use-work.js';
import { useTexts } from '../texts/use-texts.js';

interface Choices {
  readonly work: Work;
  readonly name: string;
  readonly type: 'radio' | 'checkbox';
  readonly error: string | undefined;
  readonly isChosen: (id: string) => boolean;
  readonly onChosen: (id: string, chosen: boolean) => void;
}

/** The members who live in the household, to choose from. */
export function MemberChoices({ work: { household }, name, type, error, isChosen, onChosen }: Choices) {
  const { t } = useTexts();
  const { tellMessage } = useLanguage();
  if (!household) return <p className="none">{t('register.unknown')}</p>;
  const present = household.members.filter(({ status }) => status === 'present');
  return (
    <fieldset id={name} tabIndex={-1} aria-describedby={error === undefined ? undefined : `${name}-error`}>
      <legend>{t('household.members')}</legend>
      {error !== undefined && (
        <p className="error" id={`${name}-error`}>
          {tellMessage(error)}
        </p>
      )}
      {present.map((member) => (
        <label key={member.id} className="choice" htmlFor={`${name}-${member.id}`}>
          <input
            {...{ type, name, id: `${name}-${member.id}`, checked: isChosen(member.id) }}
            onChange={(event) => onChosen(member.id, event.target.checked)}
          />
          {member.name} · {member.relation}
        </label>
      ))}
    </fieldset>
  );
}

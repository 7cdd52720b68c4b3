import { useAsked } from '../../common/calls/query.js';
import { useSession } from '../../common/session.js';
import { useTexts } from '../texts/use-texts.js';

/** Whose tasks are in the inbox besides one's own, and who has one's own, today. */
export function StandingIn() {
  const { t } = useTexts();
  const { data: session } = useSession();
  const { data } = useAsked('listSubstitutions', { query: { mine: 'true', inForce: 'true' } });
  return data?.items.map(({ id, absent, substitute, untilDay }) => (
    <p key={id} className="none">
      {substitute.id === session?.identity.id
        ? t('substitutes.youFor', { name: absent.name, day: untilDay })
        : t('substitutes.forYou', { name: substitute.name, day: untilDay })}
    </p>
  ));
}

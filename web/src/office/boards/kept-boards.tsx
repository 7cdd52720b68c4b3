import { Link } from '@tanstack/react-router';
import { Listing } from '../parts/listing.js';
import { useTexts } from '../texts/use-texts.js';
import { stateOf } from './board-act.js';
import { useBoardActs } from './store.js';

/** What was begun or signed at village boards on this phone, and how far each is. */
export function KeptBoards() {
  const { t } = useTexts();
  const acts = useBoardActs();
  if (acts.length === 0) return null;
  return (
    <Listing
      caption={t('boards.kept')}
      rows={acts}
      keyOf={({ id }) => id}
      columns={[
        {
          name: t('jointNotices.no'),
          show: ({ no }) => (
            <Link to="/joint-notices/$no" params={{ no }}>
              {no}
            </Link>
          ),
        },
        { name: t('boards.act'), show: ({ act }) => t(`jointNotices.${act}`) },
        { name: t('money.state'), show: (act) => t(`visits.state.${stateOf(act)}`) },
      ]}
    />
  );
}

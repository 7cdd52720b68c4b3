import { useParams } from '@tanstack/react-router';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

/** A draft: what is still missing of it. */
export function ApplicationPage() {
  const { id } = useParams({ from: '/applications/$id' });
  const { t, tell } = useTexts();
  const application = useAsked('getApplication', { params: { id } });
  useTitle(t('application.title'));
  return (
    <Loaded query={application}>
      {({ programme, missing }) => (
        <>
          <h1>{tell(programme.name)}</h1>
          <h2>{t('application.missing')}</h2>
          <ul>
            {missing.map((each) => (
              <li key={each.field}>{tell(each)}</li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}

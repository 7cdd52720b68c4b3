import type { PayeeName } from '../../../../domain/schemas/payee.js';
import type { ProgrammeGuide } from '../../../../domain/schemas/programme-view.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

interface Asked {
  readonly guide: ProgrammeGuide;
  readonly onSaid: (collective: Pick<PayeeName, 'id' | 'name'>) => void;
}

/** 村集体: which one of the village applies; those of the register of payees that have an account in force. */
export function WhichCollective({ guide, onSaid }: Asked) {
  const { t, tell } = useTexts();
  const collectives = useAsked('listCollectives', { query: { programme: guide.code, limit: 50 } });
  useTitle(t('begin.forCollective'));
  return (
    <>
      <h1>{t('begin.forCollective')}</h1>
      <p className="lead">{tell(guide.name)}</p>
      <Loaded query={collectives}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="none">{t('begin.noCollective')}</p>
          ) : (
            <ul className="cards">
              {items.map(({ id, name }) => (
                <li key={id}>
                  <button type="button" onClick={() => onSaid({ id, name })}>
                    {name}
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

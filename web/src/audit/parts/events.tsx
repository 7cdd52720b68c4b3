import { useState } from 'react';
import { STRANDS, type Strand } from '../../../../domain/schemas/application.js';
import { usePages } from '../../common/calls/pages.js';
import { SelectField } from '../../common/form/field.js';
import { Paged } from '../../common/parts/paged.js';
import { useTexts } from '../texts/use-texts.js';

/** The raw events of a case, for whoever wants them: encrypted, or opened. */
export function Events({ caseNo, strands }: { readonly caseNo: string; readonly strands: readonly Strand[] }) {
  const { t } = useTexts();
  const [shown, setShown] = useState(false);
  const [strand, setStrand] = useState<Strand>(strands[0] ?? 'case');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <p className="hint">{t('case.eventsLead')}</p>
      {strands.length > 1 && (
        <SelectField
          id="strand"
          label={t('case.strand')}
          value={strand}
          options={strands.map((one) => [one, t(`case.strands.${one}`)] as const)}
          onChange={({ target: { value } }) => setStrand(STRANDS.find((one) => one === value) ?? 'case')}
        />
      )}
      <label className="choice">
        <input type="checkbox" checked={opened} onChange={({ target }) => setOpened(target.checked)} />{' '}
        {t('case.opened')}
      </label>
      {shown ? (
        <Raw caseNo={caseNo} strand={strand} opened={opened} />
      ) : (
        <button type="button" className="second" onClick={() => setShown(true)}>
          {t('case.show')}
        </button>
      )}
    </>
  );
}

interface Wanted {
  readonly caseNo: string;
  readonly strand: Strand;
  readonly opened: boolean;
}

function Raw({ caseNo, strand, opened }: Wanted) {
  const { t } = useTexts();
  const query = { strand, opened: opened ? 'true' : 'false' } as const;
  const pages = usePages('listHistory', { params: { caseNo }, query });
  return (
    <Paged pages={pages} empty={t('case.none')}>
      {(events) =>
        events.map(({ runId, eventId, eventType, event }) => (
          <details key={`${runId}/${eventId}`}>
            <summary>
              {eventId} {eventType.replace('EVENT_TYPE_', '')}
            </summary>
            <pre className="raw">{JSON.stringify(event, readable, 2)}</pre>
          </details>
        ))
      }
    </Paged>
  );
}

/** Opened payloads are base64 of JSON. */
function readable(name: string, value: unknown): unknown {
  if (name !== 'data' || typeof value !== 'string') return value;
  try {
    const bytes = Uint8Array.from(atob(value), (character) => character.codePointAt(0) ?? 0);
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return value;
  }
}

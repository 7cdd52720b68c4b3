import { useState } from 'react';
import { useAsked } from '../../common/calls/query.js';
import { TextField } from '../../common/form/field.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Listing } from '../parts/listing.js';
import { useMay } from '../parts/use-may.js';
import { useTitle } from '../parts/use-title.js';
import { SaveDay } from '../register/save-day.js';
import { useTexts } from '../texts/use-texts.js';

/** Holidays and make-up working days of a year. */
export function CalendarPage() {
  const { t } = useTexts();
  const [year, setYear] = useState(() => String(new Date().getFullYear()));
  const isYear = /^2\d{3}$/.test(year);
  const calendar = useAsked('getCalendar', { query: { year } }, isYear);
  const may = useMay('administrator');
  useTitle(t('rooms.calendar'));
  return (
    <>
      <h1>{t('rooms.calendar')}</h1>
      {may && <SaveDay />}
      <TextField
        label={t('calendar.year')}
        inputMode="numeric"
        value={year}
        onChange={({ target }) => setYear(target.value)}
      />
      {isYear && (
        <Loaded query={calendar}>
          {({ days }) =>
            days.length === 0 ? (
              <p className="none">{t('calendar.none')}</p>
            ) : (
              <Listing
                caption={t('rooms.calendar')}
                rows={days}
                keyOf={({ date, scope }) => `${date} ${scope}`}
                columns={[
                  { name: t('calendar.date'), show: ({ date }) => date },
                  { name: t('calendar.kind'), show: ({ kind }) => t(`calendar.${kind}`) },
                  { name: t('calendar.name'), show: ({ name }) => name },
                  { name: t('calendar.scope'), show: ({ scope }) => t(`calendar.${scope}`) },
                ]}
              />
            )
          }
        </Loaded>
      )}
    </>
  );
}

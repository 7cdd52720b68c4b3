import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { shanghaiDate } from '../../../../domain/rules/working-days.js';
import { NewHouse } from '../../../../domain/schemas/houses.js';
import { ActForm } from '../form/act-form.js';
import { useTexts } from '../texts/use-texts.js';
import { useGradeField } from './grade-field.js';

/** 发现一户、登记一户: enters an unsafe house that was found; its case begins by itself. */
export function EnterHouse() {
  const { t } = useTexts();
  const grade = useGradeField();
  const [today] = useState(() => shanghaiDate(Date.now()));
  return (
    <details className="filters">
      <summary>{t('houses.enter')}</summary>
      <ActForm
        act="enterHouse"
        schema={NewHouse}
        fields={[
          { name: 'registerNo', kind: 'text', label: t('household.registerNo') },
          grade,
          {
            ...{ name: 'visitedOn', kind: 'date', label: t('fields.visitedOn.label') },
            initial: today,
          },
          { name: 'site', kind: 'text', label: t('houses.site'), hint: t('fields.site.hint') },
          { name: 'words', kind: 'words', label: t('houses.words'), hint: t('houses.wordsHint') },
        ]}
        submit={t('houses.enter')}
        done={({ caseNo }) =>
          caseNo === null ? (
            t('houses.enteredAlone')
          ) : (
            <Link to="/cases/$caseNo" params={{ caseNo }}>
              {t('houses.entered', { caseNo })}
            </Link>
          )
        }
      />
    </details>
  );
}

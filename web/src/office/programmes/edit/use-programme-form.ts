import { say } from '../../../../../domain/schemas/common.js';
import { type Programme, SoundProgramme } from '../../../../../domain/schemas/programme.js';
import { opensTooEarly, TOO_EARLY } from '../../../../../domain/schemas/programme-version.js';
import type { Values } from '../../form/fields.js';
import { useJudgedForm } from '../../form/use-act-form.js';
import { useTexts } from '../../texts/use-texts.js';
import { programmeFields, programmeOf, programmeValues } from './sections.js';

/** The form of the next version of a programme, judged as its import is. */
export function useProgrammeForm(programme: Programme) {
  const texts = useTexts();
  return useJudgedForm({
    schema: SoundProgramme,
    initial: programmeValues(texts, programme),
    fieldsOf: (values: Values) => programmeFields(texts, values),
    bodyOf: (values: Values) => programmeOf(texts, programme, values),
    lacking: (body) =>
      opensTooEarly((body as Programme).opensAt, Date.now()) ? [['opensAt', say(TOO_EARLY.zh, TOO_EARLY.en)]] : [],
  });
}

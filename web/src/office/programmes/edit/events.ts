import { LIFE_EVENTS } from '../../../../../domain/rules/life-events.js';
import { CHANGE_NAMES } from '../../../../../domain/texts/endings.js';
import { EFFECT_NAMES } from '../../../../../domain/texts/programme-rules.js';
import { optionsOf, type SectionOf } from './section.js';

/** What a change in the household does to what was granted. */
export const events: SectionOf = (texts) => ({
  name: 'events',
  fields: LIFE_EVENTS.map((event) => ({
    ...{ name: `lifeEvents/${event}`, kind: 'select', label: texts.tell(CHANGE_NAMES[event]) },
    options: [['', texts.t('programmeForm.lookedAt')], ...optionsOf(texts, EFFECT_NAMES)],
  })),
});

/** Changes that are reported of households. */
export const LIFE_EVENTS = ['death', 'split', 'birth', 'marriage', 'move'] as const;
export type LifeEvent = (typeof LIFE_EVENTS)[number];

/** What a change does to what was granted: goes on, is counted anew, passes to a successor, ends, is paid back. */
export const LIFE_EVENT_EFFECTS = ['goOn', 'recompute', 'successor', 'stop', 'recover'] as const;
export type LifeEventEffect = (typeof LIFE_EVENT_EFFECTS)[number];

/** What a programme says of changes. */
type LifeEventRule = Readonly<Partial<Record<LifeEvent, LifeEventEffect>>>;

/**
 * What a change does by the rule of a programme; undefined: nobody has said it, an official looks at it. What is a
 * person's own ends with the person, and for nobody else's sake.
 *
 * @param person where it is a person's own, his status by the register
 */
export function effectOf(
  rule: LifeEventRule = {},
  event: LifeEvent,
  person?: 'present' | 'dead' | 'departed',
): LifeEventEffect | undefined {
  const effect = rule[event];
  if (person === undefined || effect === undefined) return effect;
  if (person !== 'present') return endsIt(effect) ? effect : 'stop';
  return effect === 'goOn' || effect === 'recompute' ? effect : undefined;
}

/** Whether what is granted ends by the rule itself. */
export const endsIt = (effect: LifeEventEffect | undefined): boolean => effect === 'stop' || effect === 'recover';

/** Whether an official looks at it before anything is granted or paid. */
export const isLookedAt = (effect: LifeEventEffect | undefined): boolean => effect !== 'goOn' && !endsIt(effect);

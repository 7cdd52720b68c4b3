/** Where a bundle is: the levels it comes through, then its cases. */
export const BUNDLE_STATES = [
  'drafting',
  'villageEndorsement',
  'townshipEndorsement',
  /** A case is being opened for each of its households. */
  'filing',
  'initialCheck',
  /** Its cases are being started, wave by wave. */
  'starting',
  'running',
  'ended',
] as const;
export type BundleState = (typeof BUNDLE_STATES)[number];

/** Those in which a decision is awaited. */
export const BUNDLE_STAGES = [
  'villageEndorsement',
  'townshipEndorsement',
  'initialCheck',
] as const satisfies readonly BundleState[];
export type BundleStage = (typeof BUNDLE_STAGES)[number];

/** Whether a bundle has come past a state. */
export const isPast = (state: BundleState, now: BundleState): boolean =>
  BUNDLE_STATES.indexOf(now) > BUNDLE_STATES.indexOf(state);

/** What becomes of a household's row in its bundle. */
export const BUNDLE_ROW_STATES = ['listed', 'filed', 'collided', 'struckOut', 'withdrawn'] as const;
export type BundleRowState = (typeof BUNDLE_ROW_STATES)[number];

/** Whether every household can still be taken out without its case knowing of it: none has begun. */
export const isBeforeItsCases = (state: BundleState): boolean => state !== 'drafting' && !isPast('initialCheck', state);

import type { Outcome } from '../schemas/outcome.js';
import type { CaseWorkflow } from './case-workflows.js';

/** Where an entry of the ledger of houses stands. */
export const HOUSE_STATES = [
  'found',
  'renovating',
  'relocating',
  'renovated',
  'housedOtherwise',
  'relocated',
  'safe',
  'dropped',
] as const;
export type HouseState = (typeof HOUSE_STATES)[number];

/** Entries that wait to be solved. */
export const OPEN_HOUSES: readonly HouseState[] = ['found', 'renovating', 'relocating'];
/** Entries that leave the household free to enter another. */
export const VOID_HOUSES: readonly HouseState[] = ['safe', 'dropped'];

type Measure = Extract<HouseState, 'renovating' | 'relocating'>;

/** The orders of stages that deal with a household's homestead, and what its entry is called meanwhile. */
const MEASURES: { readonly [W in CaseWorkflow]?: Measure } = { renovation: 'renovating', relocation: 'relocating' };

export const measureOf = (workflow: CaseWorkflow | undefined): Measure | undefined => workflow && MEASURES[workflow];

interface Entry {
  readonly state: Measure;
  /** Appraised as unsafe, or found so by an inspector. */
  readonly isUnsafe: boolean;
}

/**
 * 改造一户、销档一户: what becomes of an entry when its case ends. A house that is still unsafe waits for another case;
 * what nobody had found unsafe is dropped.
 */
export function houseAfter({ state, isUnsafe }: Entry, outcome: Outcome): HouseState {
  if (outcome.kind === 'housedOtherwise') return 'housedOtherwise';
  if (outcome.kind === 'completed') return state === 'renovating' ? 'renovated' : 'relocated';
  if (outcome.kind === 'refused' && outcome.stage === 'houseAppraisal') return 'safe';
  return isUnsafe ? 'found' : 'dropped';
}

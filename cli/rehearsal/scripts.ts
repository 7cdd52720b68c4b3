import type { Script } from './script.js';
import { housingScripts } from './scripts/housing.js';
import { moneyScripts } from './scripts/money.js';
import { paidScripts } from './scripts/paid.js';
import { refusedScripts } from './scripts/refused.js';
import { reliefScripts } from './scripts/relief.js';
import { sharedScripts } from './scripts/together.js';
import { troubledScripts } from './scripts/troubled.js';

/** Every way that a rehearsal shows. */
export const SCRIPTS: readonly Script[] = [
  ...paidScripts,
  ...troubledScripts,
  ...refusedScripts,
  ...reliefScripts,
  ...housingScripts,
  ...sharedScripts,
  ...moneyScripts,
];

import type { Question } from '../draft/questions.js';
import type { Work } from '../draft/use-work.js';
import type { Steps } from './use-steps.js';

/** What a question's page is given. */
export interface Asked {
  readonly work: Work;
  readonly question: Question;
  readonly steps: Steps;
}

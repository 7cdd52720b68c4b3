import type { Translated } from '../../common/texts/catalogue.js';
import type { boardsZh } from './boards-zh.js';

export const boardsEn: Translated<typeof boardsZh> = {
  boards: {
    photo: 'Photograph of the board',
    offline:
      'It works without a network: what you photograph and write stays on the phone and is sent once, when the office is opened with a network.',
    waiting: 'Photographs and record are on the phone; they are sent once, when the office is opened with a network.',
    kept: 'Recorded at village boards on this phone',
    act: 'What is recorded',
  },
};

import type { ProgrammeGuide } from '../schemas/programme-view.js';
import type { Bilingual } from '../schemas/common.js';

/** What an applicant is asked to say in his own words, which he may leave out. */
interface InOwnWords {
  readonly title: Bilingual;
  readonly hint: Bilingual;
  /** What the answer is called where it stands among others. */
  readonly name: Bilingual;
}

const PLACE_AND_WAY: InOwnWords = {
  title: { zh: '在哪里做、怎么做？', en: 'Where and how will it be done?' },
  hint: {
    zh: '可以不填。写几句话，核实的人好找到地方。',
    en: 'You may leave it out. A few words help whoever comes to look.',
  },
  name: { zh: '地点和做法', en: 'Place and way' },
};
const HARDSHIP: InOwnWords = {
  title: { zh: '遇到了什么困难？', en: 'What hardship have you met?' },
  hint: {
    zh: '可以不填。写几句话，核实的人好了解情况。',
    en: 'You may leave it out. A few words help whoever comes to look.',
  },
  name: { zh: '遇到的困难', en: 'Hardship' },
};
const USE_OF_LOAN: InOwnWords = {
  title: { zh: '贷款用来做什么？', en: 'What is the loan used for?' },
  hint: {
    zh: '可以不填。写几句话，说明用在哪项生产经营上。',
    en: 'You may leave it out. A few words on what is produced or traded with it.',
  },
  name: { zh: '贷款用途', en: 'Use of the loan' },
};

/** 项目内容: what is asked; nothing of an entitlement for which nothing is carried out, as a premium or an allowance. */
export function inOwnWords({ workflow, loan }: Pick<ProgrammeGuide, 'workflow' | 'loan'>): InOwnWords | undefined {
  if (loan) return USE_OF_LOAN;
  if (workflow === 'relief') return HARDSHIP;
  return workflow === 'entitlement' ? undefined : PLACE_AND_WAY;
}

/** The same, for what is asked or was answered all the same. */
export const wordsOfPlan = (guide: Pick<ProgrammeGuide, 'workflow' | 'loan'>): InOwnWords =>
  inOwnWords(guide) ?? PLACE_AND_WAY;

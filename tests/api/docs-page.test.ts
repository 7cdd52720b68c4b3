import { describe, expect, test } from '@jest/globals';
import { docs } from '../../api/pages/docs.js';
import { requirementsOf } from '../../api/pages/requirements.js';
import { COMMON_PAPERS } from '../../domain/rules/common-papers.js';
import { STAGES, type Stage, type Verdict } from '../../domain/rules/stages.js';

const page = docs().zh;

describe('the page about the API', () => {
  test.each<[Stage, Verdict, string[]]>([
    ['initialCheck', 'pass', []],
    ['initialCheck', 'return', ['reasonCode', 'words']],
    ['townshipVerification', 'amend', ['visitedOn', 'site', 'words', 'quantity', 'paperIds']],
    ['noticePosting', 'posted', ['onDay', 'witness', 'paperIds']],
    ['objectionHearing', 'amend', ['words', 'quantity']],
    ['acceptanceInspection', 'pass', ['visitedOn', 'site', 'quantity', 'paperIds']],
    ['performanceReview', 'scored', ['finding', 'score']],
  ])('says what %s needs to %s', (stage, verdict, fields) => {
    expect(requirementsOf(stage, verdict)).toEqual(fields);
    const row = page
      .split('<tr>')
      .find((text) => text.includes(`<code>${stage}</code>`) && text.includes(`<code>${verdict}</code>`));
    for (const field of fields) expect(row).toContain(`<code>${field}</code>`);
  });

  test('tells how quantities are counted, and every kind of paper', () => {
    expect(page).toContain('scale 为 2 时 350 即 3.50 亩');
    for (const kind of Object.keys(COMMON_PAPERS)) expect(page).toContain(`<code>${kind}</code>`);
  });

  test('names all the stages of a case once, and refers to them from then on', () => {
    const all = Object.keys(STAGES)
      .map((stage) => `&quot;${stage}&quot;`)
      .join(' | ');
    // An official's tasks wait at others besides, in a list of its own.
    expect(page.split(new RegExp(`${all.replaceAll('|', String.raw`\|`)}(?! \\|)`))).toHaveLength(2);
    expect(page).toContain('href="#data-Stage"');
  });

  test('tells the form of a field that has one', () => {
    expect(page).toContain('^\\d{6}-\\d{4}-\\d{6}-\\d$');
  });
});

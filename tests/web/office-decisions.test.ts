import { expect, test } from '@jest/globals';
import { STAGES, type Stage, stageRule } from '../../domain/rules/stages.js';
import { fieldsAt } from '../../web/src/office/decision/needed.js';
import { leadsTo } from '../../web/src/office/decision/leads-to.js';
import { officeEn } from '../../web/src/office/texts/en.js';
import { officeZh } from '../../web/src/office/texts/zh.js';

/** Decided upon for all of a bundle at once, or on the page of the case, by acts of their own. */
const ELSEWHERE: readonly Stage[] = ['villageEndorsement', 'townshipEndorsement', 'payeeChoice'];

const DECIDED = (Object.keys(STAGES) as Stage[]).filter((stage) => {
  const { awaits, verdicts } = stageRule(stage);
  return !ELSEWHERE.includes(stage) && awaits !== undefined && awaits !== 'household' && verdicts.length > 0;
});

test.each(DECIDED)('the form of %s has a text for every field, and says what each decision leads to', (stage) => {
  const fields = fieldsAt(stage);
  expect(fields.length).toBeGreaterThan(0);
  for (const { fields: texts } of [officeZh, officeEn])
    expect(fields.filter((field) => !texts[field]?.label || !texts[field].hint)).toEqual([]);
  expect(stageRule(stage).verdicts.filter((verdict) => !leadsTo(stage, verdict))).toEqual([]);
});

import type { DecisionParts } from '../schemas/decision.js';

/** What an official wrote, as one text for the record: the visit or posting, his words, the defects numbered. */
export function decisionText({ visitedOn, site, onDay, witness, words, defects }: DecisionParts): string | undefined {
  const lines = [
    visitedOn && `到场日期：${visitedOn}`,
    site && `地点：${site}`,
    onDay && `日期：${onDay}`,
    witness && `见证人：${witness}`,
    words,
    ...(defects?.length ? ['需补正事项：', ...defects.map((defect, index) => `${index + 1}. ${defect}`)] : []),
  ].filter((line) => line !== undefined && line !== '');
  return lines.length > 0 ? lines.join('\n') : undefined;
}

import { ERRORS } from '../../domain/errors.js';
import { notPromisable, paperKinds } from '../../domain/rules/draft-completeness.js';
import type { Programme } from '../../domain/schemas/programme.js';
import { invalid, Refused } from '../problem.js';

const NO_SUCH_KIND = {
  zh: '该项目没有此种材料，请从列表中选择',
  en: 'The programme has no such paper: choose from its list',
};

/** @throws Refused INVALID_INPUT for a kind of paper that an application of the programme doesn't have */
export function mustBeKnown(field: string, kind: string, programme: Programme): void {
  if (!paperKinds(programme).includes(kind)) throw invalid([{ field, ...NO_SUCH_KIND }]);
}

/** @throws Refused INVALID_INPUT; PROMISE_NOT_ALLOWED for papers that can't be handed in later */
export function mustBePromisable(promised: readonly string[], programme: Programme): void {
  for (const [index, kind] of promised.entries()) mustBeKnown(`promisedPapers.${index}`, kind, programme);
  const { zh, en } = ERRORS.PROMISE_NOT_ALLOWED;
  const wrong = notPromisable(promised, programme);
  const errors = wrong.map((kind) => ({ field: `promisedPapers.${promised.indexOf(kind)}`, zh, en }));
  if (errors.length > 0) throw new Refused('PROMISE_NOT_ALLOWED', { errors });
}

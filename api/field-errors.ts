import type { z } from 'zod';
import type { FieldError } from '../domain/schemas/problem.js';
import type { Bilingual } from '../domain/schemas/common.js';

type Issue = z.core.$ZodIssue;

const TYPE_NAMES: Record<string, Bilingual> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是或否（true/false）', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '对象', en: 'an object' },
};

/** What is wrong with each field, and what to do, in both languages. */
export const fieldErrors = (error: z.ZodError, part?: string): FieldError[] =>
  error.issues.flatMap((issue) => ofIssue(issue, part));

function ofIssue(issue: Issue, part: string | undefined): FieldError[] {
  const path = [...(part ? [part] : []), ...issue.path.map(String)];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: [...path, key].join('.'),
      zh: '没有此项，请删去',
      en: 'Not known: leave it out',
    }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) return closest(issue.errors, path);
  return [{ field: path.join('.') || 'body', ...advice(issue) }];
}

/** Of several forms that it could have, the one it comes closest to. */
function closest(forms: Issue[][], path: string[]): FieldError[] {
  const all = forms.map((issues) => issues.flatMap((issue) => ofIssue(issue, path.join('.') || undefined)));
  return all.reduce((best, form) => (form.length < best.length ? form : best));
}

function advice(issue: Issue): Bilingual {
  const [zh, en] = issue.message.split('\n');
  // Our schemas say it in both languages, on two lines; the library's own message is one.
  if (zh && en) return { zh, en };
  switch (issue.code) {
    case 'invalid_type':
      return ofType(issue);
    case 'too_small':
      return atLeast(issue);
    case 'too_big':
      return atMost(issue);
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      return oneOf(('options' in issue && issue.options) || []);
    case 'invalid_format':
      return { zh: '格式不对，请按说明填写', en: 'Not in the right form; see the description' };
    default:
      return { zh: '请按说明填写', en: 'Fill this in as described' };
  }
}

const oneOf = (values: readonly unknown[]): Bilingual => ({
  zh: `请从以下各项中选择：${values.join('、')}`,
  en: `Choose one of: ${values.join(', ')}`,
});

function ofType({ expected, input }: z.core.$ZodIssueInvalidType): Bilingual {
  if (input === undefined) return { zh: '请填写此项', en: 'Fill this in' };
  const name = TYPE_NAMES[expected] ?? { zh: '正确的内容', en: 'something else' };
  return { zh: `此项应为${name.zh}`, en: `This must be ${name.en}` };
}

function atLeast({ origin, minimum }: z.core.$ZodIssueTooSmall): Bilingual {
  if (origin === 'string') return { zh: `至少${minimum}个字`, en: `At least ${minimum} characters` };
  if (origin === 'array') return { zh: `至少${minimum}项`, en: `At least ${minimum} items` };
  return { zh: `不小于${minimum}`, en: `Not less than ${minimum}` };
}

function atMost({ origin, maximum }: z.core.$ZodIssueTooBig): Bilingual {
  if (origin === 'string') return { zh: `最多${maximum}个字`, en: `At most ${maximum} characters` };
  if (origin === 'array') return { zh: `最多${maximum}项`, en: `At most ${maximum} items` };
  return { zh: `不大于${maximum}`, en: `Not more than ${maximum}` };
}

import type { FieldError } from '../../../domain/schemas/problem.js';
import type { Bilingual } from '../../../domain/schemas/common.js';
import type { NoticeView } from '../../../domain/schemas/notice-view.js';
import { both, type Html, html, say } from '../html.js';

/** Where the language is changed with what was typed: behind the button by which the form is sent, which Enter presses. */
export const SWITCH_ID = 'language';

/** What somebody typed, as it was typed. */
export interface Typed {
  readonly position: string;
  readonly words: string;
  readonly name: string;
  readonly phone: string;
}

interface Form {
  readonly notice: NoticeView;
  readonly typed: Typed;
  /** By which the same form sent twice is one objection. */
  readonly key: string;
  /** Why it was not taken. */
  readonly problem?: Bilingual | undefined;
  readonly errors: readonly FieldError[];
}

/** Anyone may object, without an account and without a name. */
export const objectionForm = (form: Form): Html => {
  const { notice, key } = form;
  return html`
    ${summary(form)}
    <p class="lead">
      ${say('您要反映的是：', 'You object to: ')}<a href="/notices/${notice.no}"
        >${both(notice.body.programme)}，${notice.body.applicant}，${notice.body.township}${notice.body.village}</a
      >
    </p>
    <form class="form" method="post" action="/notices/${notice.no}/objection" novalidate>
      <input type="hidden" name="key" value="${key}" />
      ${notice.households > 1 ? position(form) : undefined} ${words(form)}
      <fieldset>
        <legend>${say('您的姓名和电话（都可以不填）', 'Your name and phone (both may be left out)')}</legend>
        <p class="hint">
          ${say(
            '不填就是匿名。填了只有办理的人看得到，不会公开，也不会告诉被反映的人。',
            'Without them you are anonymous. With them, only those who hear the objection see them.',
          )}
        </p>
        ${line(form, 'name', say('姓名', 'Name'), 'name', 'text')}
        ${line(form, 'phone', say('手机号码', 'Mobile phone'), 'tel', 'tel')}
      </fieldset>
      <button>${say('提交异议', 'Send the objection')}</button>
      <p class="hint">
        ${say(
          '提交后得到回执编号，凭它查结果；请记下来。',
          'You get a receipt with a number, by which you ask for the result: keep it.',
        )}
      </p>
      <button class="second" id="${SWITCH_ID}" name="language" value="${say('en', 'zh')}" lang="${say('en', 'zh-CN')}">
        ${say('English (keeps what you typed)', '中文（已填的内容保留）')}
      </button>
    </form>
  `;
};

/** Why it was not taken, and where to put it right; nothing typed is lost. */
function summary({ problem, errors }: Form): Html | undefined {
  if (problem === undefined && errors.length === 0) return undefined;
  return html`<section class="problem" role="alert" aria-labelledby="wrong">
    <h2 id="wrong">${say('还没有提交', 'Not sent yet')}</h2>
    <p>
      ${problem ? both(problem) : say('请更正下面几项，您填的内容都还在。', 'Put these right; what you wrote is still there.')}
    </p>
    <ul>
      ${errors.map((error) => html`<li><a href="#${error.field}">${both(error)}</a></li>`)}
    </ul>
  </section>`;
}

const errorOf = ({ errors }: Form, field: string): FieldError | undefined =>
  errors.find((error) => error.field === field);

/** A field with its label, hint and what is wrong with it; `input` gets the attributes that name these. */
function field(form: Form, name: keyof Typed, label: Html, hint: Html | undefined, input: (about: Html) => Html): Html {
  const error = errorOf(form, name);
  const told = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  const described = told === '' ? html`` : html` aria-describedby="${told}"`;
  const about = html`id="${name}" name="${name}"${described}${error ? html` aria-invalid="true"` : undefined}`;
  return html`<div class="field ${error ? 'wrong' : ''}">
    <label for="${name}">${label}</label>
    ${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}
    ${error && html`<p class="error" id="${name}-error">${both(error)}</p>`} ${input(about)}
  </div>`;
}

const words = (form: Form): Html =>
  field(
    form,
    'words',
    say('您反映的情况', 'What you object to'),
    say(
      '写清楚什么人、什么事、您怎么知道的。不要写身份证号、银行账号。最多4000字。',
      'Who, what, and how you know. Leave out identity and account numbers. 4,000 characters at most.',
    ),
    // The first line feed after the tag is not part of the text.
    (about) => html`<textarea ${about} rows="8" required>${'\n'}${form.typed.words}</textarea>`,
  );

const position = (form: Form): Html =>
  field(
    form,
    'position',
    say('是名单中的第几户', 'Which household of the list'),
    say('填名单中的序号，如 3', 'Its number in the list, like 3'),
    (about) => html`<input ${about} type="text" inputmode="numeric" value="${form.typed.position}" />`,
  );

const line = (form: Form, name: 'name' | 'phone', label: Html, autocomplete: string, type: string): Html =>
  field(
    form,
    name,
    label,
    undefined,
    (about) => html`<input ${about} type="${type}" autocomplete="${autocomplete}" value="${form.typed[name]}" />`,
  );

import type { z } from 'zod';
import { ERRORS, type ErrorCode } from '../../domain/errors.js';
import { ROUTES } from '../../domain/routes.js';
import { NOTHING, type Route, type Tag, TAGS } from '../../domain/routes/route.js';
import { ROLE_NAMES } from '../../domain/texts/roles.js';
import { errorsOf } from '../openapi.js';
import { fields } from './fields.js';
import { both, type Html, html, say } from './html.js';

const routes: readonly Route[] = Object.values(ROUTES);
const tags = Object.keys(TAGS) as Tag[];

/** The table of routes, for people: what can be asked, by whom, what is answered, and what every error means. */
export const docs = (): Html => html`
  <p class="lead">
    ${say(
      '所有接口都由同一张表生成；机器可读的 OpenAPI 3.1 文档在',
      'All of it is generated from one table; for machines there is an OpenAPI 3.1 document at',
    )}
    <a href="/api/openapi.json">/api/openapi.json</a>
  </p>
  <ul class="contents">
    <li><a href="#rules">${say('通用约定', 'What holds everywhere')}</a></li>
    ${tags.map((tag) => html`<li><a href="#${tag}">${both(TAGS[tag])}</a></li>`)}
    <li><a href="#errors">${say('错误', 'Errors')}</a></li>
  </ul>
  <h2 id="rules">${say('通用约定', 'What holds everywhere')}</h2>
  ${rules()} ${tags.map(section)}
  <h2 id="errors">${say('错误', 'Errors')}</h2>
  ${errors()}
`;

const rules = (): Html =>
  html`<ul>
    <li>
      ${say('金额一律为整数分；时间为 UTC 的 ISO 8601，日期按北京时间。', 'Money is whole fen; moments are ISO 8601 in UTC, dates are those of Asia/Shanghai.')}
    </li>
    <li>
      ${say('登录后凭 Cookie 会话访问；其他网站发来的写操作一律拒绝。', 'One signs in to a cookie session; writes that come from another site are refused.')}
    </li>
    <li>
      ${say(
        '标有“幂等”的操作须带 Idempotency-Key 请求头：相同的键和内容得到第一次的答复，内容不同则拒绝。',
        'What is marked idempotent needs the header Idempotency-Key: the same key and body get the first answer again, another body is refused.',
      )}
    </li>
    <li>
      ${say('列表按游标翻页：把答复中的 next 作为 cursor 再请求。', 'Lists are paged: send the next of an answer as cursor.')}
    </li>
    <li>
      ${say('错误按 RFC 9457 以 application/problem+json 答复，含代码和中英文说明。', 'Errors are problem documents (RFC 9457) with a code and a sentence in both languages.')}
    </li>
  </ul>`;

const section = (tag: Tag): Html =>
  html`<section>
    <h2 id="${tag}">${both(TAGS[tag])}</h2>
    ${routes.filter((row) => row.tag === tag).map(operation)}
  </section>`;

const operation = (row: Route): Html =>
  html`<details>
    <summary>
      <span class="method ${row.method}">${row.method.toUpperCase()}</span>
      <code>${row.path}</code> ${both(row.summary)}
    </summary>
    <div class="inside">
      <p>
        ${say('谁可以用：', 'Who may: ')}${who(row)}
        ${row.idempotent ? html`<span class="badge">${say('幂等', 'Idempotent')}</span>` : undefined}
        ${row.upload ? html`<span class="badge">${say('表单含文件 file', 'A form with a file')}</span>` : undefined}
      </p>
      ${part(say('路径参数', 'In the path'), row.params)} ${part(say('查询参数', 'In the query'), row.query)}
      ${part(say('内容', 'Body'), row.body)} ${Object.entries(row.answers).map(answer)} ${errorList(errorsOf(row))}
    </div>
  </details>`;

function who({ who: allowed }: Route): Html {
  if (allowed === 'public') return say('任何人', 'anybody');
  if (allowed === 'signedIn') return say('已登录者', 'whoever is signed in');
  return html`${allowed.map((role, index) => html`${index > 0 ? '、' : ''}${both(ROLE_NAMES[role])}`)}`;
}

const part = (title: Html, schema: z.ZodType | undefined): Html | undefined =>
  schema &&
  html`<h4>${title}</h4>
    ${fields(schema, 'input')}`;

const answer = ([status, schema]: [string, z.ZodType]): Html =>
  html`<h4>${say('答复', 'Answer')} ${status}</h4>
    ${schema === NOTHING ? html`<p>${say('无内容', 'Nothing')}</p>` : fields(schema, 'output')}`;

const errorList = (codes: readonly ErrorCode[]): Html | undefined =>
  codes.length === 0
    ? undefined
    : html`<h4>${say('可能的错误', 'Errors')}</h4>
        <p>
          ${codes.map((code, index) => html`${index > 0 ? '，' : ''}<a href="#${code}"><code>${code}</code></a>`)}
        </p>`;

const errors = (): Html =>
  html`<div class="scroll" tabindex="0" role="group" aria-label="错误 Errors">
    <table>
      <thead>
        <tr>
          <th scope="col">${say('代码', 'Code')}</th>
          <th scope="col">HTTP</th>
          <th scope="col">${say('说明', 'What it says')}</th>
        </tr>
      </thead>
      <tbody>
        ${(Object.keys(ERRORS) as ErrorCode[]).map(
          (code) =>
            html`<tr id="${code}">
              <th scope="row"><code>${code}</code></th>
              <td>${ERRORS[code].status}</td>
              <td>${both(ERRORS[code])}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

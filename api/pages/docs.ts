import { ERRORS, type ErrorCode } from '../../domain/errors.js';
import { ROUTES } from '../../domain/routes.js';
import { type Route, type Tag, TAGS } from '../../domain/routes/route.js';
import { Fields } from './fields.js';
import { both, type Html, html, say } from './html.js';
import { manual } from './manual.js';
import { operation } from './operation.js';

const routes: readonly Route[] = Object.values(ROUTES);
const tags = Object.keys(TAGS) as Tag[];

/** The table of routes, for people: what can be asked, by whom, what is answered, and what every error means. */
export function docs(): Html {
  const fields = new Fields();
  const sections = tags.map((tag) => section(tag, fields));
  return html`
    <p class="lead">
      ${say(
        '所有接口都由同一张表生成；另有机器可读的 OpenAPI 3.1 文档。',
        'All of it is generated from one table; for machines there is an OpenAPI 3.1 document.',
      )}
      <a href="/api/openapi.json">/api/openapi.json</a>
    </p>
    <ul class="contents">
      <li><a href="#rules">${say('通用约定', 'What holds everywhere')}</a></li>
      <li><a href="#manual">${say('填报须知', 'What to send')}</a></li>
      ${tags.map((tag) => html`<li><a href="#${tag}">${both(TAGS[tag])}</a></li>`)}
      <li><a href="#data">${say('数据', 'Data')}</a></li>
      <li><a href="#errors">${say('错误', 'Errors')}</a></li>
    </ul>
    <h2 id="rules">${say('通用约定', 'What holds everywhere')}</h2>
    ${rules()}
    <h2 id="manual">${say('填报须知', 'What to send')}</h2>
    ${manual()} ${sections}
    <h2 id="data">${say('数据', 'Data')}</h2>
    ${fields.named().map(([name, table]) => data(name, table))}
    <h2 id="errors">${say('错误', 'Errors')}</h2>
    ${errors()}
  `;
}

const rules = (): Html =>
  html`<ul class="sentences">
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

const section = (tag: Tag, fields: Fields): Html =>
  html`<section>
    <h2 id="${tag}">${both(TAGS[tag])}</h2>
    ${routes.filter((row) => row.tag === tag).map((row) => operation(row, fields))}
  </section>`;

const data = (name: string, table: Html): Html =>
  html`<details>
    <summary><code>${name}</code></summary>
    <div class="inside" id="data-${name}">${table}</div>
  </details>`;

const errors = (): Html =>
  html`<div class="scroll" tabindex="0" role="group" aria-label="${say('错误', 'Errors')}">
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

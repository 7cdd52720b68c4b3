import type { z } from 'zod';
import { NOTHING, type Route } from '../../domain/routes/route.js';
import { ROLE_NAMES } from '../../domain/texts/roles.js';
import { errorsOf } from '../openapi.js';
import type { Fields } from './fields.js';
import { both, type Html, html, say } from './html.js';

/** One row of the table of routes: who may, what is sent, what is answered, what can go wrong. */
export function operation(row: Route, fields: Fields): Html {
  const asked = (title: Html, schema: z.ZodType | undefined) =>
    schema &&
    html`<h3>${title}</h3>
      ${fields.of(schema, 'input')}`;
  return html`<details>
    <summary>
      <span class="method ${row.method}">${row.method.toUpperCase()}</span>
      <code>${row.path}</code> ${both(row.summary)}
    </summary>
    <div class="inside">
      <p>${say('谁可以用：', 'Who may: ')}${who(row)} ${marks(row)}</p>
      ${asked(say('路径参数', 'In the path'), row.params)} ${asked(say('查询参数', 'In the query'), row.query)}
      ${asked(say('内容', 'Body'), row.body)}
      ${Object.entries(row.answers).map(([status, schema]) => answer(status, schema, fields))}
      <h3>${say('可能的错误', 'Errors')}</h3>
      <p>${errorsOf(row).map((code) => html`<a href="#${code}"><code>${code}</code></a> `)}</p>
    </div>
  </details>`;
}

function who({ who: allowed }: Route): Html {
  if (allowed === 'public') return say('任何人', 'anybody');
  if (allowed === 'signedIn') return say('已登录者', 'whoever is signed in');
  return html`${allowed.map((role, index) => html`${index > 0 ? '、' : ''}${both(ROLE_NAMES[role])}`)}`;
}

const marks = ({ idempotent, upload }: Route): Html => html`
  ${idempotent ? html`<span class="badge">${say('幂等', 'Idempotent')}</span>` : undefined}
  ${upload ? html`<span class="badge">${say('表单，含文件 file', 'A form with a file')}</span>` : undefined}
`;

function answer(status: string, schema: z.ZodType, fields: Fields): Html {
  const nothing = html`<p>${say('无内容', 'Nothing')}</p>`;
  return html`<h3>${say('答复', 'Answer')} ${status}</h3>
    ${schema === NOTHING ? nothing : fields.of(schema, 'output')}`;
}

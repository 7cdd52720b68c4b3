import { html, say } from '../html.js';

export const HOW_TO_OBJECT = html`<h2 id="object">${say('怎样提出异议', 'How to object')}</h2>
  <ul class="sentences">
    <li>
      ${say(
        '打开要反映的公示，点“提出异议”。任何人都可以提，可以不留姓名，不用登录；期满前最后一秒提出的也算数。',
        'Open the notice and press “Object”. Anyone may, with a name or without, and needs no account; the last second of the term counts.',
      )}
    </li>
    <li>
      ${say(
        '提出后公示暂停办结，由未经办过的单位处理，书面答复；凭回执编号',
        'Nothing goes on until an office that has not acted in the case has answered in writing. With the number of the receipt you may ',
      )}<a href="/notices/objections">${say('查询结果', 'ask for the result')}</a>${say('。', '.')}
    </li>
    <li>${say('也可以拨打 12317，或联系公示所列单位。', 'Or call 12317, or the office that the notice names.')}</li>
  </ul>`;

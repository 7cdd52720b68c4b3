import type { NoticeEntry, NoticeView } from '../../domain/schemas/notice-view.js';
import type { Page } from '../queries/page.js';
import { cards, grantOf, noticeCard, noticeFacts, pair } from './cards.js';
import { both, type Html, html, say } from './html.js';

interface Listed {
  readonly state: 'open' | 'announced';
  readonly area: string;
  readonly items: readonly NoticeView[];
  readonly next: string | null;
}

/** What is on public notice in an area, or was; a page of it. */
export const notices = ({ state, area, items, next }: Listed): Html => html`
  <p class="lead">
    ${
      state === 'open'
        ? say(
            '以下项目正在公示，期满前任何人都可以提出异议。',
            'On public notice: until its term is over anyone may object.',
          )
        : say('以下项目公示期满，结果已公告。', 'The terms of these notices are over, and the results stand.')
    }
  </p>
  <h2>${say('清单', 'The list')}</h2>
  ${items.length > 0 ? cards(items.map(noticeCard)) : NONE}
  <p class="more">
    ${next === null ? undefined : html`<a href="/notices?area=${area}&state=${state}&cursor=${next}">${say('更早的', 'Earlier ones')}</a>`}
    ${
      state === 'open'
        ? html`<a href="/notices?area=${area}&state=announced">${say('看公告', 'Announcements')}</a>`
        : html`<a href="/notices?area=${area}">${say('看公示', 'Public notices')}</a>`
    }
  </p>
  ${HOW_TO_OBJECT}
`;

const NONE = html`<p class="none">${say('目前没有。', 'None at present.')}</p>`;

/** One notice, whole; a page of its households, where it lists several. */
export const notice = (view: NoticeView, { items, next }: Page<NoticeEntry>): Html => html`
  <p><span class="badge ${view.open ? '' : 'wait'}">${stateOf(view)}</span></p>
  <p class="amount">${grantOf(view)}</p>
  ${noticeFacts(view)}
  <dl class="pairs">
    ${view.body.standard ? pair(say('标准', 'Standard'), both(view.body.standard)) : undefined}
    ${pair(say('依据', 'Basis'), both(view.body.basis))} ${pair(say('单位', 'Office'), html`${view.body.office}`)}
    ${pair(
      say('异议', 'Objections'),
      say(
        `${view.objections.open}件办理中，${view.objections.settled}件已办结`,
        `${view.objections.open} being heard, ${view.objections.settled} settled`,
      ),
    )}
  </dl>
  ${view.households > 1 ? table(view.no, items, next) : undefined} ${HOW_TO_OBJECT}
`;

const table = (no: string, items: readonly NoticeEntry[], next: string | null): Html => html`
  <h2>${say('农户名单', 'The households')}</h2>
  ${cards(items.map(entryCard))}
  <p class="more">
    ${next === null ? undefined : html`<a href="/notices/${no}?cursor=${next}">${say('后面的', 'Further ones')}</a>`}
  </p>
`;

/** A household by its place in the table, which an objection names. */
const entryCard = ({ position, state, decisionNo, body }: NoticeEntry): Html =>
  html`<li class="card">
    <h3>${String(position)}. ${body.applicant}</h3>
    <span class="amount">${grantOf({ body })}</span>
    <dl class="pairs">
      ${pair(say('地址', 'Where'), html`${body.township}${body.village}`)}
      ${pair(say('内容', 'What'), html`${body.quantity} ${both(body.unit)}`)}
      ${decisionNo === null ? undefined : pair(say('文号', 'Decision'), html`${decisionNo}`)}
      ${state === 'withdrawn' ? pair(say('状态', 'State'), say('已撤出本次公示', 'No longer proposed here')) : undefined}
    </dl>
  </li>`;

function stateOf({ state, open }: NoticeView): Html {
  if (state === 'withdrawn') return say('公示已撤回', 'Withdrawn');
  if (state === 'announced') return say('已公告', 'Announced');
  return open ? say('公示中', 'On public notice') : say('公示期满，待公告', 'Its term is over');
}

/** There is no form yet: the pages for the public come with the portals. */
const HOW_TO_OBJECT = html`<h2 id="object">${say('怎样提出异议', 'How to object')}</h2>
  <ul class="sentences">
    <li>
      ${say(
        '公示期内任何人都可以提出，可以不留姓名；期满前最后一秒提出的也算数。提出后公示暂停办结，由未经办过的单位处理，书面答复。',
        'Anyone may object until the term is over, with a name or without; the last second counts. Nothing goes on until an office that has not acted in the case has answered in writing.',
      )}
    </li>
    <li>${say('拨打 12317，或联系公示所列单位。', 'Call 12317, or the office that the notice names.')}</li>
    <li>
      ${say(
        '通过接口提交，凭回执编号查询结果：',
        'Send it through the API, and ask for the result with the number of the receipt: ',
      )}<a href="/api/docs#notices"><code>POST /api/notices/{no}/objections</code></a>
    </li>
  </ul>`;

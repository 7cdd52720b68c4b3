import type { NoticeEntry, NoticeView } from '../../../domain/schemas/notice-view.js';
import type { Page } from '../../queries/page.js';
import { cards, grantOf, noticeFacts, pair, whatOf } from '../cards.js';
import { both, deadline, type Html, html, moment, say } from '../html.js';
import { HOW_TO_OBJECT } from './how-to-object.js';

/** One notice, whole; a page of its households, where it lists several. */
export const notice = (view: NoticeView, { items, next }: Page<NoticeEntry>): Html => html`
  <p><span class="badge ${view.open ? '' : 'wait'}">${stateOf(view)}</span></p>
  <section class="card">
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
  </section>
  ${
    view.open
      ? html`<p><a class="button" href="/notices/${view.no}/objection">${say('提出异议', 'Object')}</a></p>`
      : undefined
  }
  ${whenOf(view)} ${view.households > 1 ? table(view.no, items, next) : undefined} ${HOW_TO_OBJECT}
`;

/** What was published when, and when the term ends. */
const whenOf = ({ state, publishedAt, postedAt, closesAt, closedAt }: NoticeView): Html => html`
  <h2>${say('什么时候公开的', 'What was made public when')}</h2>
  <ol class="timeline">
    <li>${moment(publishedAt)} ${say('网上公开', 'Published here')}</li>
    ${
      postedAt === null
        ? html`<li class="ahead">${say('村里张榜：还没有记录', 'Posted in the village: not yet')}</li>`
        : html`<li>${moment(postedAt)} ${say('村里张榜', 'Posted on the village board')}</li>`
    }
    ${
      closesAt === null
        ? undefined
        : html`<li class="${closedAt === null ? 'ahead' : ''}">
            ${deadline(closesAt)} ${say('公示期满', 'The term ends')}
          </li>`
    }
    ${
      closedAt === null || state === 'withdrawn'
        ? undefined
        : html`<li>${moment(closedAt)} ${say('结果公告', 'The result was announced')}</li>`
    }
  </ol>
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
      ${pair(say('地址', 'Where'), html`${body.township}${body.village}`)} ${pair(say('内容', 'What'), whatOf(body))}
      ${decisionNo === null ? undefined : pair(say('文号', 'Decision'), html`${decisionNo}`)}
      ${state === 'withdrawn' ? pair(say('状态', 'State'), say('已撤出本次公示', 'No longer proposed here')) : undefined}
    </dl>
  </li>`;

function stateOf({ state, open }: NoticeView): Html {
  if (state === 'withdrawn') return say('公示已撤回', 'Withdrawn');
  if (state === 'announced') return say('已公告', 'Announced');
  return open ? say('公示中', 'On public notice') : say('公示期满，待公告', 'Its term is over');
}

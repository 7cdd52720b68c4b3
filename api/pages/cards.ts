import { yuanText } from '../../domain/rules/fen.js';
import type { NoticeView } from '../../domain/schemas/notice-view.js';
import type { Programme } from '../../domain/schemas/programme.js';
import { both, deadline, type Html, html, moment, say } from './html.js';

export const cards = (list: readonly Html[]): Html =>
  html`<ul class="cards">
    ${list}
  </ul>`;

/** A notice in short; its heading leads to the whole of it. */
export const noticeCard = (notice: NoticeView): Html =>
  html`<li class="card">
    <h3><a href="/notices/${notice.no}">${both(notice.body.programme)}</a></h3>
    <span class="amount">${grantOf(notice)}</span>
    ${noticeFacts(notice)}
  </li>`;

/** What the household gets: money, or something in its place. */
export const grantOf = ({ body: { amountFen, instead } }: Pick<NoticeView, 'body'>): Html =>
  instead ? both(instead) : html`${yuanText(amountFen)} ${say('元', 'yuan')}`;

/** How much of it, as people say it. */
export const whatOf = ({ quantity, unit, quantityText }: NoticeView['body']): Html =>
  quantityText ? both(quantityText) : html`${quantity} ${both(unit)}`;

/** What a notice says of whom, what and until when. */
export function noticeFacts({ no, closesAt, closedAt, decisionNo, body }: NoticeView): Html {
  const { applicant, township, village } = body;
  return html`<dl class="pairs">
    ${pair(say('申请人', 'Applicant'), html`${applicant}，${township}${village}`)}
    ${pair(say('内容', 'What'), whatOf(body))}
    ${decisionNo === null ? undefined : pair(say('文号', 'Decision'), html`${decisionNo}`)}
    ${
      closedAt === null
        ? pair(say('公示至', 'Open until'), closesAt === null ? NOT_POSTED : deadline(closesAt))
        : pair(say('公告于', 'Announced'), moment(closedAt))
    }
    ${pair(say('编号', 'Number'), html`${no}`)}
  </dl>`;
}

const NOT_POSTED = say('张榜后起算', 'its term begins when it is posted');

export const pair = (name: Html, value: Html): Html =>
  html`<dt>${name}</dt>
    <dd>${value}</dd>`;

export const programmeCard = ({ code, name, summary }: Programme): Html =>
  html`<li class="card">
    <h3><a href="/programmes/${code}">${both(name)}</a></h3>
    <p>${both(summary)}</p>
  </li>`;

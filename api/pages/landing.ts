import { yuanText } from '../../domain/rules/fen.js';
import { STAGES, type Stage, stageRule } from '../../domain/rules/stages.js';
import type { NoticeView } from '../../domain/schemas/notice-view.js';
import type { Programme } from '../../domain/schemas/programme.js';
import { ROLE_NAMES } from '../../domain/texts/roles.js';
import { STAGE_NAMES } from '../../domain/texts/stages.js';
import { both, type Html, html, moment, say } from './html.js';

/** The stages in which somebody outside sees the case move, in the order of the policy. */
const WAY: readonly Stage[] = [
  'submitted',
  'initialCheck',
  'townshipVerification',
  'projectApproval',
  'publicNotice',
  'acceptanceInspection',
  'paymentReview',
  'bankTransfer',
  'performanceReview',
];

interface Shown {
  readonly county: string;
  readonly notices: readonly NoticeView[];
  readonly announcements: readonly NoticeView[];
  readonly programmes: readonly Programme[];
}

export const landing = ({ county, notices, announcements, programmes }: Shown): Html => html`
  <p class="lead">
    ${say(
      `${county}低收入农户自己申报项目补助，一次不用跑；每一步由谁办、何时办结都看得见，补助直接到户。`,
      'Low-income households apply for project subsidies themselves, without a journey to an office; every step shows who has it and until when, and the money goes straight to the household.',
    )}
  </p>
  <h2>${say('正在公示', 'Public notices')}</h2>
  ${
    notices.length > 0
      ? html`<ul class="cards">
          ${notices.map(noticeCard)}
        </ul>`
      : NO_NOTICES
  }
  ${
    announcements.length > 0
      ? html`<h2>${say('公告', 'Announcements')}</h2>
          <ul class="cards">
            ${announcements.map(noticeCard)}
          </ul>`
      : undefined
  }
  <h2>${say('可申报的项目', 'Programmes')}</h2>
  <ul class="cards">
    ${programmes.map(programmeCard)}
  </ul>
  <h2>${say('一件申请怎么走', 'The way of an application')}</h2>
  <ol class="way">
    ${WAY.map(step)}
  </ol>
`;

const NO_NOTICES = html`<p class="none">
  ${say('目前没有公示中的项目。', 'Nothing is on public notice at present.')}
</p>`;

function noticeCard({ no, closesAt, closedAt, decisionNo, body }: NoticeView): Html {
  return html`<li class="card">
    <h3>${both(body.programme)}</h3>
    <span class="amount">${yuanText(body.amountFen)} 元</span>
    <dl class="pairs">
      <dt>申请人</dt>
      <dd>${body.applicant}，${body.township}${body.village}</dd>
      <dt>内容</dt>
      <dd>${body.quantity} ${body.unit.zh}</dd>
      ${decisionNo === null ? undefined : pair('文号', html`${decisionNo}`)}
      ${closedAt === null ? pair('公示至', closesAt === null ? html`张榜后起算` : moment(closesAt)) : undefined}
      ${closedAt === null ? undefined : pair('公告于', moment(closedAt))} ${pair('编号', html`${no}`)}
    </dl>
  </li>`;
}

const pair = (name: string, value: Html): Html =>
  html`<dt>${name}</dt>
    <dd>${value}</dd>`;

const programmeCard = ({ name, summary }: Programme): Html =>
  html`<li class="card">
    <h3>${both(name)}</h3>
    <p>${summary.zh}</p>
    <p class="en" lang="en">${summary.en}</p>
  </li>`;

function step(stage: Stage): Html {
  const { awaits } = stageRule(stage);
  return html`<li>
    ${both(STAGE_NAMES[stage])}<small>${awaits ? ROLE_NAMES[awaits].zh : STAGES[stage].clause}</small>
  </li>`;
}

import { type Stage, stageRule } from '../../domain/rules/stages.js';
import type { NoticeView } from '../../domain/schemas/notice-view.js';
import type { Programme } from '../../domain/schemas/programme.js';
import { ROLE_NAMES } from '../../domain/texts/roles.js';
import { STAGE_NAMES } from '../../domain/texts/stages.js';
import { cards, noticeCard, programmeCard } from './cards.js';
import { both, type Html, html, say } from './html.js';

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
      `${county}低收入农户自己申报项目补助，最多跑一次；每一步由谁办、何时办结都看得见，补助直接到户。`,
      'Low-income households apply for project subsidies themselves, with one journey to an office at the most; every step shows who has it and until when, and the money goes straight to the household.',
    )}
  </p>
  <h2>${say('正在公示', 'Public notices')}</h2>
  ${notices.length > 0 ? cards(notices.map(noticeCard)) : NO_NOTICES}
  <p class="hint">
    ${say(
      '任何人都可以对公示提出异议，可以匿名，凭回执查询结果。',
      'Anybody may object to a notice, without a name too, and reads the result by the receipt.',
    )}
    <a href="/notices">${say('全部公示', 'All notices')}</a>
  </p>
  ${announcements.length > 0 ? titled(say('公告', 'Announcements'), cards(announcements.map(noticeCard))) : undefined}
  ${titled(say('可申报的项目', 'Programmes'), cards(programmes.map(programmeCard)))}
  ${titled(say('一件申请怎么走', 'The way of an application'), way())}
`;

const NO_NOTICES = html`<p class="none">
  ${say('目前没有公示中的项目。', 'Nothing is on public notice at present.')}
</p>`;

const titled = (title: Html, content: Html): Html =>
  html`<h2>${title}</h2>
    ${content}`;

const way = (): Html =>
  html`<ol class="way">
    ${WAY.map(step)}
  </ol>`;

/** Whose step it is: who is awaited, or makes it unasked. */
function step(stage: Stage): Html {
  const who = stage === 'bankTransfer' ? BANK : ROLE_NAMES[stageRule(stage).awaits ?? 'household'];
  return html`<li>${both(STAGE_NAMES[stage])}<small>${both(who)}</small></li>`;
}

const BANK = { zh: '银行', en: 'Bank' };

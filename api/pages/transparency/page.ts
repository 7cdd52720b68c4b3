import type { FigureName } from '../../../domain/rules/allotment-figures.js';
import { sumFen, yuanText } from '../../../domain/rules/fen.js';
import { FEWEST_PUBLISHED } from '../../../domain/rules/small-groups.js';
import { FINDING_NAMES } from '../../../domain/texts/endings.js';
import type { Place } from '../../queries/area-trail.js';
import type { FundRow } from '../../queries/transparency/funds.js';
import type { ProjectRow } from '../../queries/transparency/projects.js';
import type { ReviewRow } from '../../queries/transparency/reviews.js';
import { both, type Html, html, moment, say } from '../html.js';
import { figureTable } from './figure-table.js';

export interface Shown {
  readonly county: Place;
  readonly counties: readonly Place[];
  readonly year: number;
  readonly years: readonly number[];
  readonly funds: readonly FundRow[];
  readonly projects: readonly ProjectRow[];
  readonly reviews: readonly ReviewRow[];
  /** ISO: of which moment the figures are. */
  readonly at: string;
}

/** 资金公开: a county's money of a year by source and programme, what was done with it, and what reviews found. */
export const transparency = (shown: Shown): Html => html`
  <p class="lead">
    ${say(
      `${shown.county.name} ${shown.year} 年：钱从哪里来、给了哪些项目、发了多少、效果怎样。不出现个人信息。`,
      `${shown.county.name}, ${shown.year}: where the money comes from, which programmes it is for, what was paid, and what came of it. No persons are named.`,
    )}
  </p>
  ${choice(shown)}
  <p class="hint">${say('数字截至', 'Figures as of')} ${moment(shown.at)}</p>
  ${totals(shown)}
  <h2 id="funds">${say('资金：按来源和项目', 'Money, by source and programme')}</h2>
  ${fundTable(shown)} ${files(shown, 'funds')}
  <h2 id="projects">${say('项目和补助', 'Projects and what was paid')}</h2>
  ${projectTable(shown)} ${files(shown, 'projects')}
  <h2 id="reviews">${say('绩效评价结果', 'Results of reviews')}</h2>
  ${reviewTable(shown)} ${files(shown, 'reviews')}
`;

const addressOf = (county: string, year: number): string => `/transparency?county=${county}&year=${year}`;

const choice = ({ county, counties, year, years }: Shown): Html => html`
  ${
    counties.length > 1
      ? html`<nav class="trail" aria-label="${say('县', 'Counties')}">
          <ol>
            ${counties.map(({ code, name }) =>
              code === county.code
                ? html`<li aria-current="page">${name}</li>`
                : html`<li><a href="${addressOf(code, year)}">${name}</a></li>`,
            )}
          </ol>
        </nav>`
      : undefined
  }
  <nav class="tabs" aria-label="${say('年份', 'Years')}">
    ${years.map((each) =>
      each === year
        ? html`<a href="${addressOf(county.code, each)}" aria-current="page">${each}</a>`
        : html`<a href="${addressOf(county.code, each)}">${each}</a>`,
    )}
  </nav>
`;

function totals({ funds, projects }: Shown): Html {
  const of = (name: FigureName) => sumFen(funds.map(({ figures }) => figures[name]));
  const cards: [Html, number][] = [
    [say('下达指标（元）', 'Allotted, yuan'), of('allocated')],
    [say('已占用（元）', 'Set aside, yuan'), sumFen([of('reserved'), of('committed')])],
    [say('已支出（元）', 'Spent, yuan'), of('spent')],
    [say('本年到户（元）', 'Credited this year, yuan'), sumFen(projects.map(({ paidFen }) => paidFen))],
  ];
  return html`<ul class="totals">
    ${cards.map(([name, fen]) => html`<li><small>${name}</small><strong>${yuanText(fen)}</strong></li>`)}
  </ul>`;
}

const fundTable = ({ funds, at }: Shown): Html =>
  figureTable({
    caption: html`${say('单位：元。截至', 'In yuan, as of')} ${moment(at)}`,
    heads: [
      say('项目', 'Programme'),
      say('资金来源', 'Source'),
      say('文号', 'Document'),
      say('下达', 'Allotted'),
      say('占用', 'Set aside'),
      say('支出', 'Spent'),
      say('可用', 'Left'),
    ],
    numbers: 4,
    rows: funds.map(({ programme, source, documents, figures }) => [
      ...[both(programme), both(source), html`${documents.join('、')}`],
      html`${yuanText(figures.allocated)}`,
      html`${yuanText(figures.reserved + figures.committed)}`,
      ...[html`${yuanText(figures.spent)}`, html`${yuanText(figures.available)}`],
    ]),
    none: say('这一年没有下达资金。请换一年看。', 'Nothing was allotted in this year: choose another.'),
  });

const projectTable = ({ projects, county }: Shown): Html =>
  figureTable({
    caption: say('公示期满已公告的、补助已到户的', 'Announced after their notice; credited to the households'),
    heads: [
      say('项目', 'Programme'),
      say('最近变动', 'Last change'),
      say('公告（户次）', 'Announced'),
      say('公告金额（元）', 'Yuan announced'),
      say('到户（户次）', 'Paid'),
      say('到户金额（元）', 'Yuan paid'),
    ],
    numbers: 4,
    rows: projects.map(({ code, programme, at, announced, announcedFen, paid, paidFen }) => [
      html`<a href="/notices?area=${county.code}&state=announced&programme=${code}">${both(programme)}</a>`,
      ...[moment(at), html`${announced}`, html`${yuanText(announcedFen)}`, html`${paid}`, html`${yuanText(paidFen)}`],
    ]),
    none: say(
      '这一年还没有公告或到户的项目。正在公示的在“公示”页。',
      'Nothing was announced or paid in this year yet. What is on notice stands on the page of notices.',
    ),
  });

const reviewTable = ({ reviews }: Shown): Html =>
  figureTable({
    caption: say(
      `评价不足${FEWEST_PUBLISHED}户的只公布户数，以免看出是哪一户`,
      `Of fewer than ${FEWEST_PUBLISHED} households only the number is published, so that none is told by it`,
    ),
    heads: [
      say('项目', 'Programme'),
      say('最近评价', 'Last review'),
      say('评价（户）', 'Reviewed'),
      say('平均得分', 'Mean score'),
      ...Object.values(FINDING_NAMES).map(both),
    ],
    numbers: 5,
    rows: reviews.map(({ programme, at, reviewed, results }) => [
      ...[both(programme), moment(at), html`${reviewed}`, html`${results ? results.score.toFixed(1) : '–'}`],
      ...(Object.keys(FINDING_NAMES) as (keyof typeof FINDING_NAMES)[]).map(
        (finding) => html`${results ? results.found[finding] : '–'}`,
      ),
    ]),
    none: say(
      '这一年还没有评价结果。评价在补助到账几个月后进行。',
      'No reviews yet in this year: they are made some months after the money was credited.',
    ),
  });

const files = ({ county, year }: Shown, what: string): Html => html`
  <p class="more">
    <a href="/transparency/${what}.xlsx?county=${county.code}&year=${year}">${say('下载 Excel', 'Excel')}</a>
    <a href="/transparency/${what}.csv?county=${county.code}&year=${year}">${say('下载 CSV', 'CSV')}</a>
  </p>
`;

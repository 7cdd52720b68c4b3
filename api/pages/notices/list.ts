import type { Coded } from '../../../domain/schemas/common.js';
import type { NoticeView } from '../../../domain/schemas/notice-view.js';
import type { AreaTrail, Place } from '../../queries/area-trail.js';
import { cards, noticeCard } from '../cards.js';
import { both, type Html, html, say } from '../html.js';
import { HOW_TO_OBJECT } from './how-to-object.js';

export interface Listed {
  readonly state: 'open' | 'announced';
  readonly trail: AreaTrail;
  readonly counties: readonly Place[];
  /** Those that one may ask for, and the one that was. */
  readonly programmes: readonly Coded[];
  readonly programme: string | undefined;
  readonly q: string | undefined;
  readonly items: readonly NoticeView[];
  readonly next: string | null;
}

/** The address of a list like this one, with some of it changed. */
function addressOf(shown: Listed, changed: Readonly<Record<string, string | undefined>>): string {
  const { state, trail, programme, q } = shown;
  const asked = { area: trail.here.code, state, programme, q, ...changed };
  const given = Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return `/notices?${new URLSearchParams(given).toString()}`;
}

/** What is on public notice in an area, or was; a page of it. */
export const notices = (shown: Listed): Html => html`
  ${trailOf(shown)} ${tabs(shown)}
  <p class="lead">${shown.state === 'open' ? OPEN : ANNOUNCED}</p>
  <div class="beside">
    ${below(shown)}
    <div>
      ${searchForm(shown)}
      <h2>
        ${shown.trail.here.name} ${shown.state === 'open' ? say('正在公示', 'on notice') : say('公告', 'announced')}
      </h2>
      ${shown.items.length > 0 ? cards(shown.items.map(noticeCard)) : nothing(shown)} ${further(shown)}
    </div>
  </div>
  ${HOW_TO_OBJECT}
`;

const OPEN = say(
  '以下项目正在公示，期满前任何人都可以提出异议。',
  'On public notice: until its term is over anyone may object.',
);
const ANNOUNCED = say(
  '以下项目公示期满，结果已公告，长期公开。',
  'The terms of these notices are over; the results stand, and stay public.',
);

/** County, township, village: where one is, and the way back up. */
const trailOf = (shown: Listed): Html => html`
  <nav class="trail" aria-label="${say('所在区域', 'Where you are')}">
    <ol>
      ${shown.trail.above.map(
        ({ code, name }) => html`<li><a href="${addressOf(shown, { area: code })}">${name}</a></li>`,
      )}
      <li aria-current="page">${shown.trail.here.name}</li>
    </ol>
  </nav>
`;

const tabs = (shown: Listed): Html => html`
  <nav class="tabs" aria-label="${say('公示或公告', 'Notices or announcements')}">
    ${tab(shown, 'open', say('正在公示', 'On notice'))} ${tab(shown, 'announced', say('已公告', 'Announced'))}
  </nav>
`;

const tab = (shown: Listed, state: Listed['state'], name: Html): Html =>
  shown.state === state
    ? html`<a href="${addressOf(shown, { state })}" aria-current="page">${name}</a>`
    : html`<a href="${addressOf(shown, { state })}">${name}</a>`;

/** What lies below: townships of a county, villages of a township; of a village its sheet for the board. */
function below(shown: Listed): Html {
  const { here, below: places } = shown.trail;
  if (places.length === 0) return ofVillage(here.code);
  const isCounty = here.code.length === 6;
  const others = isCounty ? shown.counties.filter(({ code }) => code !== here.code) : [];
  return html`<nav class="places" aria-label="${isCounty ? say('乡镇', 'Townships') : say('村', 'Villages')}">
    <h2>${isCounty ? say('按乡镇看', 'By township') : say('按村看', 'By village')}</h2>
    <ul>
      ${places.map(
        ({ code, name, open }) =>
          html`<li>
            <a href="${addressOf(shown, { area: code })}"
              >${name}${open > 0 ? html` <span class="count">${open}</span>` : undefined}</a
            >
          </li>`,
      )}
      ${others.map(({ code, name }) => html`<li><a href="${addressOf(shown, { area: code })}">${name}</a></li>`)}
    </ul>
    <p class="hint">${say('数字是正在公示的件数。', 'The numbers are those of notices that are open.')}</p>
  </nav>`;
}

const ofVillage = (code: string): Html => html`
  <aside class="places">
    <h2>${say('村里张榜', 'For the village board')}</h2>
    <p>
      <a class="button second" href="/notices/sheet?area=${code}"
        >${say('打印本村公示单（A4）', 'Print the A4 sheet')}</a
      >
    </p>
    <p class="hint">
      ${say('带二维码，扫码就能看到本村最新的公示。', 'With a QR code that leads to the notices of the village as they are then.')}
    </p>
  </aside>
`;

function searchForm({ state, trail, programmes, programme, q }: Listed): Html {
  return html`<form class="search" method="get" action="/notices" role="search">
    <input type="hidden" name="area" value="${trail.here.code}" />
    <input type="hidden" name="state" value="${state}" />
    <div class="field">
      <label for="q">${say('项目、村名或公示编号', 'Programme, village or number')}</label>
      <input id="q" type="search" name="q" maxlength="60" value="${q ?? ''}" />
    </div>
    <div class="field">
      <label for="programme">${say('项目', 'Programme')}</label>
      <select id="programme" name="programme">
        <option value="">${say('全部项目', 'All programmes')}</option>
        ${programmes.map((each) => option(each, programme))}
      </select>
    </div>
    <button>${say('查询', 'Search')}</button>
  </form>`;
}

const option = ({ code, ...name }: Coded, chosen: string | undefined): Html =>
  code === chosen
    ? html`<option value="${code}" selected>${both(name)}</option>`
    : html`<option value="${code}">${both(name)}</option>`;

/** An empty list says what to do next. */
function nothing(shown: Listed): Html {
  const { state, q, programme, trail } = shown;
  const upper = trail.above.at(-1);
  const isSearch = Boolean(q) || programme !== undefined;
  return html`<div class="none">
    <p>${isSearch ? say('没有符合条件的。', 'Nothing fits.') : say('目前没有。', 'None at present.')}</p>
    <ul>
      ${
        isSearch
          ? html`<li>
              <a href="${addressOf(shown, { q: undefined, programme: undefined })}"
                >${say('去掉查询条件', 'Without the search')}</a
              >
            </li>`
          : undefined
      }
      ${
        state === 'open'
          ? html`<li>
              <a href="${addressOf(shown, { state: 'announced' })}"
                >${say('看已公告的', 'Look among the announcements')}</a
              >
            </li>`
          : html`<li>
              <a href="${addressOf(shown, { state: 'open' })}">${say('看正在公示的', 'Look among the open notices')}</a>
            </li>`
      }
      ${
        upper
          ? html`<li>
              <a href="${addressOf(shown, { area: upper.code })}"
                >${say(`看${upper.name}的`, `Look in ${upper.name}`)}</a
              >
            </li>`
          : undefined
      }
    </ul>
  </div>`;
}

const further = (shown: Listed): Html => html`
  <p class="more">
    ${
      shown.next === null
        ? undefined
        : html`<a href="${addressOf(shown, { cursor: shown.next })}"
            >${say('下一页（更早的）', 'Next page: earlier ones')}</a
          >`
    }
    <a href="/notices/feed.atom?area=${shown.trail.here.code}">${say('订阅（Atom）', 'Subscribe (Atom)')}</a>
    <a href="/notices/feed.json?area=${shown.trail.here.code}">JSON Feed</a>
  </p>
`;

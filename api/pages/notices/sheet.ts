import { yuanText } from '../../../domain/rules/fen.js';
import { deadlineText, momentText } from '../../../domain/texts/moments.js';
import type { AreaTrail } from '../../queries/area-trail.js';
import type { BoardRow } from '../../queries/village-board.js';
import { type Html, html, say, together } from '../html.js';
import { qr } from '../qr.js';

interface Board {
  readonly trail: AreaTrail;
  readonly rows: readonly BoardRow[];
  /** Where this system is reached. */
  readonly publicUrl: string;
  /** ISO: when it was printed. */
  readonly at: string;
}

const sayBoth = (zh: string, en: string): Html => together({ zh, en });

/** 公示单: what is on notice in a village, on A4 for its board; the code leads to what is on notice by then. */
export const boardSheet = ({ trail, rows, publicUrl, at }: Board): Html => {
  const address = `${publicUrl.replace(/\/$/, '')}/notices?area=${trail.here.code}`;
  return html`
    <p>
      ${say('用浏览器打印（A4），张贴在村公示栏，张贴和取下时各拍一张照片。', 'Print it from the browser on A4 and post it on the village board; photograph it when it goes up and when it comes down.')}
      <a href="/notices?area=${trail.here.code}">${say('回到本村公示', 'Back to the notices of the village')}</a>
    </p>
    <section class="sheet board" lang="zh-CN">
      <div class="sheet-head">
        <div>
          <p>${trail.above.map(({ name }) => name).join('')}${trail.here.name}</p>
          <h2>低收入农户补助项目公示</h2>
          <p>
            ${sayBoth('截至', 'As of')}
            ${momentText(Date.parse(at)).zh}，${sayBoth(`共 ${rows.length} 户`, `households: ${rows.length}`)}
          </p>
        </div>
        <div>
          ${qr(address, '扫码看最新公示')}
          <p>扫码看最新公示</p>
        </div>
      </div>
      ${rows.length > 0 ? table(rows) : NOTHING}
      <h3>${sayBoth('有不同意见怎么办', 'How to object')}</h3>
      <ol>
        <li>扫上面的二维码，点开要反映的公示，点“提出异议”。不用登录，可以不留姓名。</li>
        <li>打电话：12317${officesOf(rows)}。</li>
        <li>公示期满前提出的都算数；提出后暂停办结，由没有经办过的单位处理，书面答复。</li>
      </ol>
      <p class="en" lang="en">
        Scan the code and press “Object” at the notice, with a name or without; or call 12317. Until the term is over
        every objection counts, and is answered in writing.
      </p>
      <div class="signatures">
        ${['张贴人', '村监会见证人', '张贴日期', '取下日期'].map((name) => html`<p>${name}：</p>`)}
      </div>
    </section>
  `;
};

const NOTHING = html`<p class="none">
  ${sayBoth('目前没有正在公示的项目。', 'Nothing is on public notice at present.')}
</p>`;

const HEADS = [
  ['申请人', 'Applicant'],
  ['项目', 'Programme'],
  ['内容', 'What'],
  ['补助（元）', 'Yuan'],
  ['公示至', 'Open until'],
] as const;
const YUAN = 3;

const table = (rows: readonly BoardRow[]): Html => html`
  <div class="scroll" tabindex="0" role="group" aria-label="公示表">
    <table class="written">
      <thead>
        <tr>
          ${HEADS.map(([zh, en]) => html`<th scope="col">${sayBoth(zh, en)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(row)}
      </tbody>
    </table>
  </div>
`;

const row = ({ no, closesAt, body }: BoardRow): Html =>
  html`<tr>
    ${[
      html`<div>${body.applicant}<small>${no}</small></div>`,
      body.programme.zh,
      body.quantityText?.zh ?? `${body.quantity}${body.unit.zh}`,
      body.instead?.zh ?? yuanText(body.amountFen),
      closesAt === null ? '张榜后起算' : deadlineText(Date.parse(closesAt)).zh,
    ].map(
      (cell, index) => html`<td data-name="${HEADS[index]![0]}" class="${index === YUAN ? 'number' : ''}">${cell}</td>`,
    )}
  </tr>`;

function officesOf(rows: readonly BoardRow[]): string {
  const offices = new Set(rows.map(({ body }) => body.office));
  return offices.size === 0 ? '' : `；或者找${[...offices].join('、')}`;
}

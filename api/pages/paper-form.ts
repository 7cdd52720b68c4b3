import { endOfNumber } from '../../domain/rules/masking.js';
import { quantityText } from '../../domain/rules/quantities.js';
import type { HouseholdView } from '../../domain/schemas/household-view.js';
import type { ProgrammeGuide } from '../../domain/schemas/programme-view.js';
import { inOwnWords } from '../../domain/texts/plan.js';
import { type Html, html, say } from './html.js';
import { qr } from './qr.js';

interface Form {
  readonly guide: ProgrammeGuide;
  readonly county: string;
  /** Where this system is reached. */
  readonly publicUrl: string;
  /** Whose data stand in it already; without it, it is filled in by hand. */
  readonly household?: HouseholdView;
}

const BOX = '☐';
const BLANK = '　　　　　　';
const BLANK_MEMBERS = 4;

/**
 * 纸质申请表: what a household without a phone fills in, and the consent for whoever enters it at the village. On
 * paper, which may be lost, numbers stand by their ends only.
 */
export const paperForm = (form: Form): Html => html`
  <p>${say('请用浏览器打印：A4，两张。', 'Print it from the browser: two sheets of A4.')}</p>
  <section class="sheet" lang="zh-CN">
    ${head(form)} ${household(form.household)} ${members(form)} ${asked(form.guide)} ${papers(form.guide)}
    ${account(form.household)}
    <p class="declaration">以上内容属实。如有虚假，愿意退回补助并承担责任。</p>
    ${signatures('户主签字（按手印）', '日期')}
  </section>
  <section class="sheet" lang="zh-CN">${consent(form)}</section>
`;

/** The code opens the page on which a helper enters this form; the household's number in it stays in his browser. */
function head({ guide, county, publicUrl, household }: Form): Html {
  const whose = household ? `#${encodeURIComponent(household.registerNo)}` : '';
  return html`
    <div class="sheet-head">
      <div>
        <p>${county}低收入农户直报</p>
        <h2>${guide.name.zh}申请表</h2>
        <p>交给村里的代办人，不用去县里。监督举报电话：12317</p>
      </div>
      <div>
        ${qr(`${publicUrl}/apply/begin/${guide.code}${whose}`, '代办人扫码录入')}
        <p>代办人扫码录入</p>
      </div>
    </div>
  `;
}

const row = (name: string, value: string | undefined): Html =>
  html`<tr>
    <th scope="row">${name}</th>
    <td>${value ?? ''}</td>
  </tr>`;

function household(view: HouseholdView | undefined): Html {
  const { county, township, village } = view?.area ?? {};
  const head = view?.members.find(({ status }) => status === 'present');
  return html`
    <h3>一、本户</h3>
    <table class="written">
      <tbody>
        ${row('户编号', view?.registerNo)} ${row('户主姓名', head?.name)}
        ${row('身份证号', head && endOfNumber(head.idNumber))}
        ${row('所在村', village && `${county?.name ?? ''}${township?.name ?? ''}${village.name}`)}
        ${row('住址', view?.address ?? undefined)} ${row('联系电话', view?.phone ?? undefined)}
      </tbody>
    </table>
  `;
}

/** Who moves, or whom it is for, is ticked. */
function members({ guide, household: view }: Form): Html {
  const isChosen = guide.workflow === 'relocation' || guide.payTo === 'person';
  const present = view?.members.filter(({ status }) => status === 'present') ?? [];
  const rows = present.map(({ name, relation, idNumber }) => [name, relation, endOfNumber(idNumber)]);
  const blank = Array.from({ length: view ? 0 : BLANK_MEMBERS }, () => ['', '', '']);
  const tick = guide.workflow === 'relocation' ? '搬迁' : '享受补助';
  return html`
    <h3>二、家庭成员</h3>
    <table class="written">
      <thead>
        <tr>
          <th scope="col">姓名</th>
          <th scope="col">与户主关系</th>
          <th scope="col">身份证号</th>
          ${isChosen ? html`<th scope="col">${tick}</th>` : undefined}
        </tr>
      </thead>
      <tbody>
        ${[...rows, ...blank].map(
          (cells) =>
            html`<tr>
              ${cells.map((cell) => html`<td>${cell}</td>`)} ${isChosen ? html`<td>${BOX}</td>` : undefined}
            </tr>`,
        )}
      </tbody>
    </table>
  `;
}

function asked(guide: ProgrammeGuide): Html {
  const words = inOwnWords(guide);
  return html`
    <h3>三、申请</h3>
    <table class="written">
      <tbody>
        ${measured(guide)} ${row('补助标准', guide.standardText.zh)}
        ${
          words &&
          html`<tr class="tall">
            <th scope="row">${words.name.zh}</th>
            <td></td>
          </tr>`
        }
      </tbody>
    </table>
  `;
}

/** What is measured; of interest, what the loan contract says. */
function measured({ measure, loan }: ProgrammeGuide): Html {
  if (loan)
    return html`
      ${row('贷款本金', `${BLANK}元（${loan.leastYuan}至${loan.mostYuan}元）`)} ${row('放款日、到期日', BLANK)}
      ${row('年利率', `${BLANK}%`)}
    `;
  const { name, unit, minimum, maximum, scale, grades } = measure;
  const limits = `${quantityText(minimum, scale)}至${quantityText(maximum, scale)}${unit.zh}`;
  const choice = grades
    ?.slice(minimum - 1, maximum)
    .map(({ zh }) => `${BOX} ${zh}`)
    .join('　');
  return row(name.zh, choice ?? `${BLANK}${unit.zh}（${limits}）`);
}

const papers = ({ papers }: ProgrammeGuide): Html => html`
  <h3>四、材料</h3>
  ${
    papers.length === 0
      ? html`<p>不需要材料。</p>`
      : html`<ul class="ticks">
          ${papers.map(
            ({ name, required, promisable }) =>
              html`<li>
                ${BOX}
                ${name.zh}${required ? '' : '（可不交）'}${promisable ? html` 　${BOX} 现在没有，承诺以后补交` : ''}
              </li>`,
          )}
        </ul>`
  }
`;

const account = (view: HouseholdView | undefined): Html => html`
  <h3>五、收款账户（只能是本户成员自己的账户）</h3>
  <table class="written">
    <tbody>
      ${row('开户人', view?.account?.holder)} ${row('开户银行', view?.account?.bankName)}
      ${row('银行账号', view?.account ? endOfNumber(view.account.number) : undefined)}
    </tbody>
  </table>
`;

const consent = ({ guide, household: view }: Form): Html => html`
  <h2>委托代办书</h2>
  <p>
    本户（户编号：<span class="gap">${view?.registerNo ?? ''}</span>）委托<span class="gap"></span
    >代为申报“${guide.name.zh}”，同意其查看本户在名册上的信息。申请内容由本户确认。
  </p>
  <p>本户知道：补助只打到本户自己的账户，不经过代办人；乡镇会另派人向本户核实，核实前不付款；代办不收费。</p>
  ${signatures('户主签字（按手印）', '代办人签字', '日期')}
  <p class="note">本户签字或按手印后，由代办人拍照上传。核实电话或举报：12317</p>
`;

const signatures = (...names: readonly string[]): Html =>
  html`<div class="signatures">${names.map((name) => html`<p>${name}：</p>`)}</div>`;

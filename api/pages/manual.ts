import { COMMON_PAPERS } from '../../domain/rules/common-papers.js';
import { reasonsFor } from '../../domain/rules/reasons.js';
import { type Stage, STAGES, stageRule, type Verdict } from '../../domain/rules/stages.js';
import { ROLE_NAMES } from '../../domain/texts/roles.js';
import { STAGE_NAMES } from '../../domain/texts/stages.js';
import { VERDICT_NAMES } from '../../domain/texts/verdicts.js';
import { PAPER_BYTES } from '../../domain/rules/paper-limits.js';
import { both, type Html, html, say } from './html.js';
import { requirementsOf } from './requirements.js';

/** What the fields alone don't tell: quantities, kinds of papers, formats and limits, what each decision needs. */
export const manual = (): Html => html`
  <ul class="sentences">
    <li>
      ${say(
        '数量（quantity）一律为整数，以该项目计量的最小单位计：项目的 measure.scale 为小数位数，scale 为 2 时 350 即 3.50 亩；须在 measure.minimum 与 measure.maximum 之间（同样的单位）。',
        'A quantity is a whole number of the smallest steps of the measure: measure.scale of the programme is its decimal places, at scale 2 350 is 3.50 mu; measure.minimum and measure.maximum, in the same steps, are its limits.',
      )}
    </li>
    <li>
      ${say(
        `文件：JPG、PNG 或 PDF，按内容识别，最大 ${PAPER_BYTES / 1024 ** 2} MB；JSON 内容最大 128 kB。`,
        `Files: JPG, PNG or PDF, told by their bytes, at most ${PAPER_BYTES / 1024 ** 2} MB; JSON bodies at most 128 kB.`,
      )}
    </li>
    <li>
      ${say(
        '手机号 11 位，验证码 6 位、5 分钟内有效；银行账号 8 至 30 位数字；日期写成 2026-03-01，不得晚于今天；Idempotency-Key 为 8 至 128 个字符。字段表中的“1…4000”为最短和最长字数，或最小值和最大值。',
        'Phones have 11 digits; codes 6, good for 5 minutes; accounts 8 to 30; dates are written 2026-03-01, and those of what was done are not later than today; an Idempotency-Key has 8 to 128 characters. In the tables of fields 1…4000 is the least and the most, characters or value.',
      )}
    </li>
  </ul>
  <h3 class="data" id="papers">${say('材料种类（kind）', 'Kinds of papers')}</h3>
  <p>
    ${say(
      '项目自己的材料见 GET /api/programmes/{code} 的 papers；此外任何办件都可以有下列各种。现场核实和验收的照片用 sitePhoto，张榜照片用 postingPhoto；上传后把答复中的 id 写入 paperIds。',
      'The papers of a programme are in GET /api/programmes/{code}; besides these every case may have the following. Officials send photographs of a visit as sitePhoto and of a posting as postingPhoto, and put the id of the answer into paperIds.',
    )}
  </p>
  ${table(
    [say('种类', 'Kind'), say('名称', 'Name')],
    Object.entries(COMMON_PAPERS).map(([kind, name]) => [html`<code>${kind}</code>`, both(name)]),
  )}
  <h3 class="data" id="decisions">${say('各环节的决定须填写什么', 'What each decision needs')}</h3>
  ${table(
    [
      say('环节', 'Stage'),
      say('决定', 'Verdict'),
      say('必填', 'Required'),
      say('可选的理由（reasonCode）', 'Reasons that fit'),
    ],
    decisions().map(([stage, verdict]) => [
      html`<code>${stage}</code><br />${both(STAGE_NAMES[stage])}<br />${whoDecides(stage)}`,
      html`<code>${verdict}</code><br />${both(VERDICT_NAMES[verdict])}`,
      codes(requirementsOf(stage, verdict)),
      codes(reasonsFor(stage, verdict)),
    ]),
  )}
`;

/** Every decision of an official. */
const decisions = (): [Stage, Verdict][] =>
  (Object.keys(STAGES) as Stage[])
    .filter((stage) => stageRule(stage).awaits !== 'household')
    .flatMap((stage) => stageRule(stage).verdicts.map((verdict): [Stage, Verdict] => [stage, verdict]));

function whoDecides(stage: Stage): Html {
  const { awaits, signatures } = stageRule(stage);
  return html`${awaits && both(ROLE_NAMES[awaits])}${signatures && html`（${say('两人签字', 'two sign')}）`}`;
}

const codes = (names: readonly string[]): Html =>
  names.length === 0 ? html`–` : html`${names.map((name) => html`<code>${name}</code> `)}`;

const table = (head: readonly Html[], rows: readonly (readonly Html[])[]): Html =>
  html`<div class="scroll" tabindex="0" role="group" aria-label="${say('表格', 'Table')}">
    <table>
      <thead>
        <tr>
          ${head.map((title) => html`<th scope="col">${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

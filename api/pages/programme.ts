import { quantityText } from '../../domain/rules/quantities.js';
import type { ProgrammeGuide } from '../../domain/schemas/programme-view.js';
import { pair } from './cards.js';
import { both, deadline, type Html, html, moment, say } from './html.js';

/** The guide to one programme (办事指南): who may, what it pays, which papers, which steps. */
export const programme = (guide: ProgrammeGuide): Html => html`
  <p class="lead">${both(guide.summary)}</p>
  <dl class="pairs">
    ${pair(say('受理', 'Applications'), html`${moment(guide.opensAt)} – ${deadline(guide.closesAt)}`)}
    ${pair(say('对象', 'Who may'), both(guide.eligibility))}
    ${pair(say('标准', 'What it pays'), both(guide.standardText))} ${measured(guide)}
    ${guide.rules.map(({ name, text }) => pair(both(name), both(text)))}
    ${pair(say('依据', 'Basis'), both(guide.basis))}
    ${pair(
      say('标准来源', 'Source'),
      html`${guide.source.kind === 'example' ? html`${say('示例', 'Example')}：` : undefined}${guide.source.text}`,
    )}
    ${pair(say('救济途径', 'Remedies'), both(guide.remedies))}
  </dl>
  <h2>${say('材料', 'Papers')}</h2>
  ${
    guide.papers.length > 0
      ? html`<ul>
          ${guide.papers.map(paper)}
        </ul>`
      : html`<p>${say('不需要材料。', 'No papers are needed.')}</p>`
  }
  <h2>${say('步骤和时限', 'Steps and terms')}</h2>
  <ol class="way">
    ${guide.steps.map(step)}
  </ol>
  <p><a href="/apply/programmes/${guide.code}">${say('算一算，现在申报', 'Work it out and apply')}</a></p>
  <p><a href="/programmes/${guide.code}/form">${say('打印纸质申请表', 'Print the paper form')}</a></p>
`;

function measured({ measure, loan }: ProgrammeGuide): Html {
  if (!loan) return pair(both(measure.name), limits(measure));
  return pair(say('贷款本金', 'Principal'), html`${loan.leastYuan} – ${loan.mostYuan} ${say('元', 'yuan')}`);
}

function limits({ minimum, maximum, scale, unit, grades }: ProgrammeGuide['measure']): Html {
  if (grades) return html`${grades.slice(minimum - 1, maximum).map((grade) => html`${both(grade)} `)}`;
  return html`${quantityText(minimum, scale)} – ${quantityText(maximum, scale)} ${both(unit)}`;
}

const paper = ({ name, required, promisable }: ProgrammeGuide['papers'][number]): Html =>
  html`<li>
    ${both(name)} ${required ? undefined : html`<span class="badge">${say('可不交', 'Optional')}</span>`}
    ${promisable ? html`<span class="badge">${say('可承诺后补', 'May follow')}</span>` : undefined}
  </li>`;

const step = ({ name, who, workingDays }: ProgrammeGuide['steps'][number]): Html =>
  html`<li>
    ${both(name)}<small
      >${who ? both(who) : undefined}
      ${workingDays === null ? undefined : say(`${workingDays}个工作日`, `${workingDays} working days`)}</small
    >
  </li>`;

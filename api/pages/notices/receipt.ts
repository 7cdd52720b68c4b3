import type { FieldError } from '../../../domain/schemas/problem.js';
import type { ObjectionView } from '../../../domain/schemas/notice-view.js';
import { pair } from '../cards.js';
import { both, type Html, html, moment, say } from '../html.js';

/** The receipt of an objection, and what has become of it. */
export const receipt = ({
  receiptNo,
  noticeNo,
  receivedAt,
  state,
  settledAt,
  result,
  words,
}: ObjectionView): Html => html`
  <section class="good">
    <p>${say('回执编号', 'Number of the receipt')}</p>
    <p class="receipt-no">${receiptNo}</p>
    <p>
      ${say(
        '请抄下来或拍下来。凭这个编号随时可以查结果，不用登录；不要给别人看。',
        'Write it down or photograph it. With it you ask for the result at any time, without an account; show it to nobody.',
      )}
    </p>
  </section>
  <dl class="pairs">
    ${pair(say('状态', 'State'), state === 'settled' ? say('已办结', 'Settled') : say('已收到，正在办理', 'Received, being heard'))}
    ${pair(say('收到时间', 'Received'), moment(receivedAt))}
    ${settledAt === null ? undefined : pair(say('办结时间', 'Settled'), moment(settledAt))}
    ${result === null ? undefined : pair(say('结果', 'Result'), both(result))}
    ${pair(say('公示编号', 'Notice'), html`<a href="/notices/${noticeNo}">${noticeNo}</a>`)}
  </dl>
  ${
    words === null
      ? undefined
      : html`<h2>${say('书面答复', 'The answer')}</h2>
          <p class="written-answer">${words}</p>`
  }
  ${state === 'settled' ? undefined : NEXT}
  <p class="more"><a href="/notices/objections">${say('查另一份回执', 'Another receipt')}</a></p>
`;

const NEXT = html`<h2>${say('接下来', 'What comes next')}</h2>
  <p>
    ${say(
      '公示已暂停办结。由没有经办过此事的单位核实，结果会写在本页；对结果不满意，可以拨打 12317。',
      'The notice is not closed meanwhile. An office that has not acted in the case looks into it, and its answer will stand on this page; who is not content with it may call 12317.',
    )}
  </p>`;

interface Asked {
  readonly typed: string;
  readonly error?: FieldError | undefined;
}

/** Where the result is asked for, by the number of the receipt. */
export const askForReceipt = ({ typed, error }: Asked): Html => html`
  ${
    error &&
    html`<section class="problem" role="alert" aria-labelledby="wrong">
      <h2 id="wrong">${say('没有查到', 'Nothing was found')}</h2>
      <p><a href="#receiptNo">${both(error)}</a></p>
    </section>`
  }
  <form class="form" method="post" action="/notices/objections" novalidate>
    <div class="field ${error ? 'wrong' : ''}">
      <label for="receiptNo">${say('回执编号', 'Number of the receipt')}</label>
      <p class="hint" id="receiptNo-hint">
        ${say('形如 YY-BCDF-GHJK-LMNP，大小写都可以。', 'Like YY-BCDF-GHJK-LMNP, in small letters or large.')}
      </p>
      ${error && html`<p class="error" id="receiptNo-error">${both(error)}</p>`}
      <input
        id="receiptNo"
        name="receiptNo"
        type="text"
        autocomplete="off"
        value="${typed}"
        aria-describedby="${error ? 'receiptNo-hint receiptNo-error' : 'receiptNo-hint'}"
      />
    </div>
    <button>${say('查结果', 'Ask')}</button>
  </form>
  <p class="hint">
    ${say('编号丢了查不到；可以重新提出，或拨打 12317。', 'Without the number nothing can be found: object again, or call 12317.')}
  </p>
`;

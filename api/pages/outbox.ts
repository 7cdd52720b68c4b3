import type { z } from 'zod';
import type { OutboxPage } from '../../domain/schemas/office.js';
import { type Html, html, moment, say } from './html.js';

type Outbox = z.infer<typeof OutboxPage>;
type Message = Outbox['items'][number];

const CHANNELS = { sms: say('短信', 'Text message'), mail: say('邮件', 'Mail') } as const;

export const outbox = ({ items, next }: Outbox): Html => html`
  <p class="lead">
    ${say(
      '系统发出的短信和邮件，最新的在前；登录验证码也在这里看。',
      'Text messages and mail that the system sent, the newest first; codes to sign in with are among them.',
    )}
  </p>
  ${
    items.length > 0
      ? html`<ul class="messages">
          ${items.map(message)}
        </ul>`
      : NONE
  }
  <p class="more">
    <a href="/outbox">${say('刷新', 'Refresh')}</a>
    ${next === null ? undefined : html`<a href="/outbox?cursor=${next}">${say('更早的', 'Earlier ones')}</a>`}
  </p>
`;

const NONE = html`<p class="none">${say('还没有消息。', 'No messages yet.')}</p>`;

const message = ({ channel, to, subject, text, createdAt, sentAt }: Message): Html =>
  html`<li class="card">
    <div class="meta">
      <span class="badge">${CHANNELS[channel]}</span>
      <strong>${to}</strong>
      ${moment(createdAt)}
      <span class="badge ${sentAt === null ? 'wait' : ''}"
        >${sentAt === null ? say('待发送', 'Waiting') : say('已发送', 'Sent')}</span
      >
    </div>
    <p>${subject === '' ? undefined : html`<strong>${subject}</strong>${'\n'}`}${text}</p>
  </li>`;

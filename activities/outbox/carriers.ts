import type { Settings } from '../../platform/settings.js';
import { CarrierFailure, type Carrier } from './carrier.js';
import { mailCarrier } from './mail.js';
import { smsCarrier } from './sms.js';

export type CarrierSettings = Pick<Settings, 'smtpUrl' | 'mailFrom' | 'smsUrl' | 'demonstration'>;
export type Channel = 'mail' | 'sms';

/** What carries the messages of a channel. */
export function carrierOf(channel: Channel, settings: CarrierSettings): Carrier {
  const { smtpUrl, mailFrom, smsUrl } = settings;
  if (channel === 'mail' && smtpUrl) return mailCarrier(smtpUrl, mailFrom);
  if (channel === 'sms' && smsUrl) return smsCarrier(smsUrl);
  return settings.demonstration ? outboxPage : nothing;
}

/** In the demonstration a message is delivered by being seen on the outbox page, where every row is shown. */
const outboxPage: Carrier = { carry: () => Promise.resolve(), close: () => undefined };

/** Messages wait until the channel is set up. */
const nothing: Carrier = {
  carry: () => Promise.reject(new CarrierFailure('NOT_SET_UP', 'down')),
  close: () => undefined,
};

import nodemailer from 'nodemailer';
import { CarrierFailure, type Carrier, type Obstacle } from './carrier.js';

const TIMEOUT_MS = 20_000;

/** Mail by SMTP, over one connection for all messages of a round. What fails is sent again by the outbox only. */
export function mailCarrier(smtpUrl: string, from: string): Carrier {
  const limits = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS };
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 1,
    maxRequeues: 0,
    ...limits,
  });
  return {
    async carry({ id, to, subject, text }) {
      try {
        await transport.sendMail({ from, to, subject, text, messageId: `<${id}@outbox.zhibao>` });
      } catch (error) {
        throw failureOf(error as SmtpError);
      }
    },
    close: () => transport.close(),
  };
}

interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

function failureOf(error: SmtpError): CarrierFailure {
  const { code = 'EUNKNOWN', responseCode } = error;
  return new CarrierFailure(responseCode ? `${code} ${responseCode}` : code, obstacleOf(error));
}

// What is said of the recipient or the content is about this message: 4xx may change, 5xx stays (RFC 5321, 4.2.1).
// A sender that is not accepted is a wrong setting and concerns every message.
function obstacleOf({ code, command, responseCode }: SmtpError): Obstacle {
  const aboutMessage = code === 'EMESSAGE' || (code === 'EENVELOPE' && command !== 'MAIL FROM');
  if (!aboutMessage) return 'down';
  return responseCode && responseCode < 500 ? 'later' : 'refused';
}

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

interface Received {
  readonly to: string;
  readonly messageId: string;
  readonly raw: string;
}

interface Behaviour {
  readonly port?: number;
  /** The SMTP code with which a recipient is refused, if he is. */
  readonly refuse?: (address: string) => number | undefined;
  /** Waited for before a message is acknowledged. */
  readonly hold?: Promise<void>;
}

/** A real SMTP server that keeps what it acknowledged. */
export async function startMailServer({ port = 0, refuse = () => undefined, hold }: Behaviour = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, callback) => {
      const responseCode = refuse(address);
      callback(responseCode ? Object.assign(new Error(`${address} not taken`), { responseCode }) : null);
    },
    onData: (stream, { envelope }, callback) => {
      const keep = async () => {
        const raw = await text(stream);
        await hold;
        const messageId = /^message-id: <(.+)>/im.exec(raw)?.[1] ?? '';
        received.push({ to: envelope.rcptTo.map(({ address }) => address).join(), messageId, raw });
      };
      keep().then(() => callback(null), callback);
    },
  });
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address() as AddressInfo;
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `smtp://127.0.0.1:${address.port}`, port: address.port, received, stop };
}

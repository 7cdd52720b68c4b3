import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The line to a bank; `calls` has whatever went over it: `PUT /files/330127-B20261123-1.json`. */
export async function openLine(bankUrl: string) {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    const { method, url, headers } = request;
    calls.push(`${method} ${url}`);
    const onward = send(`${bankUrl}${url}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls, close };
}

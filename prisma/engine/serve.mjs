import readline from 'node:readline';
import { panic } from './engine.mjs';

const FAILED = 4466;

/** JSON-RPC, a line a message, over standard input and output, one call after the other, until the input ends. */
export async function serve(call) {
  const printed = new Map();
  let queue = Promise.resolve();
  for await (const line of readline.createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (!line.trim()) continue;
    const message = JSON.parse(line);
    if (message.method) queue = queue.then(() => answer(message, call, printed));
    else printed.get(message.id)?.();
  }
  await queue;
}

async function answer({ id, method, params }, call, printed) {
  try {
    let result = await call(method, params);
    if (method === 'diff' && result?.stdout != null) {
      await print(result.stdout, printed);
      result = { ...result, stdout: null };
    }
    send({ id, result: result ?? null });
  } catch (error) {
    send({
      id,
      error: { code: FAILED, message: 'An error happened. Check the data field for details.', data: dataOf(error) },
    });
  }
}

/** The result of a diff goes to the caller in a call the other way round, which it answers. */
async function print(content, printed) {
  const id = `print-${printed.size + 1}`;
  const done = new Promise((resolve) => printed.set(id, resolve));
  send({ id, method: 'print', params: { content } });
  await done;
}

function dataOf(error) {
  const crashed = error?.name === 'RuntimeError' || panic() !== undefined;
  const message = (crashed && panic()) || error?.message || String(error);
  return { is_panic: crashed, message, error_code: error?.code ?? null, meta: error?.meta };
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}

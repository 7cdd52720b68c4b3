import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { OperatorError } from '../../platform/operator-error.js';
import type { Home } from './home.js';
import type { ProcessRecord } from './processes.js';

const record = z.object({ pid: z.int(), birth: z.string() });
const schema = z.object({
  ports: z.object({ postgres: z.int(), temporal: z.int(), bank: z.int() }).partial(),
  processes: z.object({ temporal: record, bank: record, worker: record, api: record }).partial(),
});

type State = z.infer<typeof schema>;
export type Ports = State['ports'];
/** PostgreSQL is not among them: it writes its number down itself. */
export type RecordedPart = keyof State['processes'];

/**
 * What runs and on which ports, in `run.json`: written before anybody relies on it, so that a start after a SIGKILL
 * finds all that was left running.
 */
export class RunState {
  readonly #file: string;
  readonly #state: State;

  constructor(home: Home) {
    this.#file = home.at('run.json');
    this.#state = read(this.#file);
  }

  get ports(): Readonly<Ports> {
    return this.#state.ports;
  }

  process(part: RecordedPart): ProcessRecord | undefined {
    return this.#state.processes[part];
  }

  setPort(part: keyof Ports, port: number): void {
    this.#state.ports[part] = port;
    this.#write();
  }

  setProcess(part: RecordedPart, process: ProcessRecord | undefined): void {
    if (process) this.#state.processes[part] = process;
    else delete this.#state.processes[part];
    this.#write();
  }

  /** At once and in one piece: a signal may come at any time. */
  #write(): void {
    const draft = `${this.#file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(this.#state, null, 2), { mode: 0o600 });
    renameSync(draft, this.#file);
  }
}

function read(file: string): State {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return { ports: {}, processes: {} };
    throw new OperatorError(
      `数据文件夹中的 ${file} 已损坏：请确认没有遗留的直报进程后删除它，再启动。`,
      `The file ${file} in the data folder is damaged: make sure that no process of zhibao is left running, delete it, and start again.`,
    );
  }
}

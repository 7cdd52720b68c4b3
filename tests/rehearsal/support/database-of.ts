import { databaseUrl } from '../../../cli/start/database.js';
import { homeAt } from '../../../cli/start/home.js';
import { loadKeys } from '../../../cli/start/keys.js';
import { DATABASE } from '../../../cli/start/process-environment.js';
import { RunState } from '../../../cli/start/run-state.js';
import type { Place } from '../../support/copy.js';

/** The database of a copy that was started in a test. */
export function databaseOf({ home }: Place): string {
  const { ports } = new RunState(homeAt(home));
  return databaseUrl(ports.postgres ?? 0, loadKeys(homeAt(home))?.postgresPassword ?? '', DATABASE);
}

import { environment } from '../settings.js';
import { KeyFile } from './key-file.js';
import type { Generations, KeySource } from './key-set.js';
import { KeyService } from './key-service.js';

/**
 * An environment with its keys, wherever they are kept: in it, in a file (ZHIBAO_KEY_FILE) or with a key service
 * (ZHIBAO_KEY_SERVICE). What a file or a service holds counts before what stands in the environment.
 * @throws OperatorError where they can't be had
 */
export async function withKeys(env: NodeJS.ProcessEnv = environment()): Promise<NodeJS.ProcessEnv> {
  const source = sourceIn(env);
  if (!source) return env;
  const { master, codec, households } = await source.read();
  return { ...env, ZHIBAO_KEY: master, ZHIBAO_CODEC_KEYS: written(codec), ZHIBAO_HOUSEHOLD_KEYS: written(households) };
}

const written = (generations: Generations): string =>
  Object.entries(generations)
    .map(([generation, key]) => `${generation}:${key}`)
    .join(',');

function sourceIn({ ZHIBAO_KEY_FILE: file, ZHIBAO_KEY_SERVICE: url, ZHIBAO_KEY_TOKEN: token }: NodeJS.ProcessEnv) {
  const source: KeySource | undefined = file ? new KeyFile(file) : url ? new KeyService(url, token) : undefined;
  return source;
}

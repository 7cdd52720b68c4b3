/**
 * The command line of Prisma's native schema engine, as far as Prisma's CLI uses it.
 * @returns {{ datamodels: string[], datasource?: { url?: string, shadowDatabaseUrl?: string }, command?: string, version: boolean }}
 */
export function parseArguments(argv) {
  const options = { datamodels: [], version: false };
  const rest = [...argv];
  while (rest.length > 0) {
    const name = rest.shift();
    if (name === '--datamodels') options.datamodels.push(rest.shift());
    else if (name === '--datasource') options.datasource = JSON.parse(rest.shift());
    else if (name === '--enabled-preview-features' || name === '--extension-types') rest.shift();
    else if (name === '--version' || name === '-V') options.version = true;
    else if (name === 'cli') options.command = rest.shift();
  }
  return options;
}

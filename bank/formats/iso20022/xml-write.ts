import { DOMImplementation, type Document, type Element, XMLSerializer } from '@xmldom/xmldom';

/** An element to be written: its name, and its text or what is in it; what is undefined is left out. */
export interface XmlPart {
  readonly name: string;
  readonly content: string | readonly (XmlPart | undefined)[];
  readonly attributes: Readonly<Record<string, string>>;
}

export const part = (name: string, content: XmlPart['content'], attributes: XmlPart['attributes'] = {}): XmlPart => ({
  name,
  content,
  attributes,
});

/** An element with a text, or nothing where there is none. */
export const optional = (name: string, text: string | undefined): XmlPart | undefined =>
  text === undefined ? undefined : part(name, text);

/** An ISO 20022 message in UTF-8. The same parts give the same bytes. */
export function writeXml(message: string, root: XmlPart): Uint8Array {
  const uri = `urn:iso:std:iso:20022:tech:xsd:${message}`;
  const document = new DOMImplementation().createDocument(uri, 'Document');
  document.documentElement!.appendChild(grow(document, uri, root));
  const text = new XMLSerializer().serializeToString(document, { requireWellFormed: true });
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`);
}

function grow(document: Document, uri: string, { name, content, attributes }: XmlPart): Element {
  const element = document.createElementNS(uri, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (typeof content === 'string') element.appendChild(document.createTextNode(content));
  else for (const inner of content) if (inner) element.appendChild(grow(document, uri, inner));
  return element;
}

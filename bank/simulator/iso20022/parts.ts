import { part, type XmlPart } from '../../formats/iso20022/xml-write.js';

/** MsgId and CreDtTm. */
export type Header = readonly XmlPart[];

export const headerOf = (messageId: string, createdAt: string): Header => [
  part('MsgId', messageId),
  part('CreDtTm', createdAt),
];

/** Codes of the ISO have four letters or digits; others are the bank's own. */
export const codePart = (code: string): XmlPart => part(/^[A-Z0-9]{4}$/.test(code) ? 'Cd' : 'Prtry', code);

import { useTranslation } from 'react-i18next';
import { say } from '../../../../domain/schemas/common.js';
import { LANGUAGES } from '../../common/language.js';
import type { FieldKind, FieldSpec } from './fields.js';

/** A schema speaks of fen and of hundredths of a percent, where people write yuan and percents. */
const WRITTEN_OTHERWISE = { yuan: 'form.yuan', percent: 'form.percent', amounts: 'form.amounts' } as const;
const isWrittenOtherwise = (kind: FieldKind | undefined): kind is keyof typeof WRITTEN_OTHERWISE =>
  kind !== undefined && kind in WRITTEN_OTHERWISE;

/**
 * What is said of a fault, in both languages: a schema's own messages are; what the library says of a missing field is
 * not.
 */
export function useFaultWords() {
  const { i18n } = useTranslation('office');
  const [zh, en] = LANGUAGES.map((language) => i18n.getFixedT(language, 'office'));
  const inBoth = (name: (typeof WRITTEN_OTHERWISE)[keyof typeof WRITTEN_OTHERWISE] | 'form.missing' | 'form.number') =>
    say(zh!(name), en!(name));
  return (field: FieldSpec | undefined, message: string): string => {
    if (field?.fault !== undefined) return field.fault;
    const kind = field?.kind;
    if (isWrittenOtherwise(kind)) return inBoth(WRITTEN_OTHERWISE[kind]);
    if (message.includes('\n')) return message;
    return inBoth(kind === 'number' ? 'form.number' : 'form.missing');
  };
}

import { say } from '../../../../domain/schemas/common.js';
import { SoundProgramme } from '../../../../domain/schemas/programme.js';

interface Fault {
  /** The way to the field, `measure.minimum`; empty where nothing can be read. */
  readonly at: string;
  readonly message: string;
}

const UNREADABLE: Fault = {
  at: '',
  message: say('不是有效的 JSON：请检查引号、逗号和括号', 'This is no valid JSON: check quotes, commas and brackets'),
};

/** What keeps a text from being a programme. */
export function faultsIn(text: string): Fault[] {
  try {
    const { error } = SoundProgramme.safeParse(JSON.parse(text));
    return (error?.issues ?? []).map(({ path, message }) => ({ at: path.join('.'), message }));
  } catch {
    return [UNREADABLE];
  }
}

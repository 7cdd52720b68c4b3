import { useUpload } from '../../common/calls/act.js';

/** A changed programme becomes a draft of its next version, the way that a file of one does. */
export function useBringIn(code: string) {
  const { mutate, ...sent } = useUpload('importProgrammes');
  const bringIn = (programme: object) => {
    const file = new Blob([JSON.stringify({ programmes: [programme] })], { type: 'application/json' });
    mutate({ asked: { body: {} }, file, name: `${code}.json` });
  };
  return { ...sent, bringIn };
}

export type BroughtIn = ReturnType<typeof useBringIn>;

import { useEffect, useRef } from 'react';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { ProgrammeGuide } from '../../../../domain/schemas/programme-view.js';
import type { SessionView } from '../../../../domain/schemas/session.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { useSession } from '../../common/session.js';
import { countyQuery } from '../county.js';
import { type Draft, newDraft } from '../draft/draft.js';
import { questionsOf } from '../draft/questions.js';
import { drafts } from '../draft/store.js';
import { WhichCollective } from '../helping/which-collective.js';
import { WhomForm } from '../helping/whom-form.js';
import { useWhom } from '../helping/whom.js';
import { ToSignIn } from '../parts/to-sign-in.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

/** Begins a draft, or goes on with the one that was begun; a helper says first for which household or collective. */
export function BeginPage() {
  const { code } = useParams({ from: '/begin/$code' });
  const session = useSession();
  const guide = useAsked('getProgramme', { params: { code }, query: countyQuery(session.data) }, !session.isPending);
  if (session.data === null) return <ToSignIn to={`/apply/begin/${code}`} />;
  return (
    <Loaded query={guide}>
      {(told) => {
        if (!session.data) return null;
        const Way = told.applicant === 'collective' ? BeginForCollective : Begin;
        return <Way guide={told} session={session.data} />;
      }}
    </Loaded>
  );
}

interface Beginning {
  readonly guide: ProgrammeGuide;
  readonly session: SessionView;
}

function Begin({ guide, session }: Beginning) {
  const begin = useBegin(guide, session);
  const isHelper = session.identity.kind === 'helper';
  const whom = useWhom();
  const isSaid = !isHelper || whom !== undefined;
  const begun = useRef(false);
  useEffect(() => {
    if (!isSaid || begun.current) return;
    begun.current = true;
    void begin(isHelper && whom !== undefined ? { registerNo: whom } : {});
  }, [isSaid, isHelper, whom, begin]);
  return !isSaid ? <ForWhom guide={guide} onSaid={(registerNo) => void begin({ registerNo })} /> : null;
}

/** 村集体: the helper of its village files in its name; households do not. */
function BeginForCollective({ guide, session }: Beginning) {
  const { t } = useTexts();
  const begin = useBegin(guide, session);
  if (session.identity.kind !== 'helper') return <p className="none">{t('programme.ofCollective')}</p>;
  return <WhichCollective guide={guide} onSaid={(collective) => void begin({ collective })} />;
}

/** Nothing of it: a household for itself. */
type Whom = Pick<Draft, 'registerNo' | 'collective'>;

function useBegin(guide: ProgrammeGuide, { identity }: SessionView) {
  const navigate = useNavigate();
  return async (whom: Whom) => {
    const begun = [...drafts.all().values()].find(
      (draft) =>
        draft.owner === identity.id &&
        draft.programmeCode === guide.code &&
        draft.registerNo === whom.registerNo &&
        draft.collective?.id === whom.collective?.id &&
        draft.caseNo === undefined,
    );
    const of = { owner: identity.id, programmeCode: guide.code, scale: guide.measure.scale };
    const draft = begun ?? newDraft({ ...of, ...whom });
    if (!begun) await drafts.keep(draft);
    const [question = 'register'] = questionsOf(guide, identity.kind === 'helper');
    const params = { id: draft.id, question };
    await navigate({ to: '/applications/$id/$question', params, search: {}, replace: true });
  };
}

interface Asked {
  readonly guide: ProgrammeGuide;
  readonly onSaid: (registerNo: string) => void;
}

function ForWhom({ guide, onSaid }: Asked) {
  const { t, tell } = useTexts();
  useTitle(t('begin.forWhom'));
  return (
    <>
      <h1>{t('begin.forWhom')}</h1>
      <p className="lead">{tell(guide.name)}</p>
      <WhomForm onSaid={onSaid} />
    </>
  );
}

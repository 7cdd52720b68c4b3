import { useEffect, useRef } from 'react';
import { Navigate, useNavigate, useParams } from '@tanstack/react-router';
import { z } from 'zod';
import { DraftCreation } from '../../../../domain/schemas/application-draft.js';
import type { ProgrammeGuide } from '../../../../domain/schemas/programme-view.js';
import type { SessionView } from '../../../../domain/schemas/session.js';
import { useAsked } from '../../common/calls/query.js';
import { ErrorSummary } from '../../common/form/error-summary.js';
import { TextField } from '../../common/form/field.js';
import { useSchemaForm } from '../../common/form/use-schema-form.js';
import { Loaded } from '../../common/parts/loaded.js';
import { useSession } from '../../common/session.js';
import { countyQuery } from '../county.js';
import { newDraft } from '../draft/draft.js';
import { questionsOf } from '../draft/questions.js';
import { drafts } from '../draft/store.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

/** Begins a draft, or goes on with the one that was begun; a helper says first for which household. */
export function BeginPage() {
  const { code } = useParams({ from: '/begin/$code' });
  const session = useSession();
  const guide = useAsked('getProgramme', { params: { code }, query: countyQuery(session.data) }, !session.isPending);
  if (session.data === null) return <Navigate to="/sign-in" search={{ to: `/apply/begin/${code}` }} replace />;
  return (
    <Loaded query={guide}>{(told) => (session.data ? <Begin guide={told} session={session.data} /> : null)}</Loaded>
  );
}

interface Beginning {
  readonly guide: ProgrammeGuide;
  readonly session: SessionView;
}

function Begin({ guide, session }: Beginning) {
  const begin = useBegin(guide, session);
  const isHelper = session.identity.kind === 'helper';
  const begun = useRef(false);
  useEffect(() => {
    if (isHelper || begun.current) return;
    begun.current = true;
    void begin();
  }, [isHelper, begin]);
  return isHelper ? <ForWhom guide={guide} onSaid={(registerNo) => void begin(registerNo)} /> : null;
}

function useBegin(guide: ProgrammeGuide, { identity }: SessionView) {
  const navigate = useNavigate();
  return async (registerNo?: string) => {
    const begun = [...drafts.all().values()].find(
      (draft) =>
        draft.owner === identity.id &&
        draft.programmeCode === guide.code &&
        draft.registerNo === registerNo &&
        draft.caseNo === undefined,
    );
    const of = { owner: identity.id, programmeCode: guide.code, scale: guide.measure.scale };
    const draft = begun ?? newDraft({ ...of, ...(registerNo !== undefined && { registerNo }) });
    if (!begun) await drafts.keep(draft);
    const [question = 'register'] = questionsOf(guide, identity.kind === 'helper');
    const params = { id: draft.id, question };
    await navigate({ to: '/applications/$id/$question', params, search: {}, replace: true });
  };
}

const ForWhomSchema = z.strictObject({ registerNo: DraftCreation.shape.registerNo.unwrap() });

function ForWhom({ guide, onSaid }: { readonly guide: ProgrammeGuide; readonly onSaid: (registerNo: string) => void }) {
  const { t, tell } = useTexts();
  const form = useSchemaForm(ForWhomSchema, { registerNo: '' });
  useTitle(t('begin.forWhom'));
  return (
    <form noValidate onSubmit={(event) => void form.handleSubmit(({ registerNo }) => onSaid(registerNo))(event)}>
      <ErrorSummary errors={form.wrong} />
      <h1>{t('begin.forWhom')}</h1>
      <p className="lead">{tell(guide.name)}</p>
      <TextField label={t('begin.registerNo')} hint={t('begin.registerNoHint')} {...form.field('registerNo')} />
      <button type="submit">{t('begin.go')}</button>
    </form>
  );
}

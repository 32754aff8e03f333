import { useLocation } from 'react-router-dom';
import { useTexts } from '../../i18n/language.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { draftTexts } from './texts.ts';
import type { DraftDoings } from './use-draft.ts';

/** What must be known of the draft before one goes on with it. */
export function DraftNotices({ doings: { draft, fromChat, server, keeping, lostPhotos } }: { doings: DraftDoings }) {
  const texts = useTexts(draftTexts).notices;
  const { pathname } = useLocation();
  const { state, problem, mend } = draft;
  const attachments = server?.attachments.length ?? 0;
  return (
    <>
      {state === 'refused' && problem && (
        <Notice kind="error" live>
          <p>{problem}</p>
          {mend && mend !== pathname && (
            <ButtonLink look="secondary" to={mend}>
              {texts.mend}
            </ButtonLink>
          )}
        </Notice>
      )}
      {fromChat && (
        <Notice live>
          <p>{texts.fromChat}</p>
          {attachments > 0 && <p>{texts.attachments(attachments)}</p>}
        </Notice>
      )}
      {keeping === 'full' && (
        <Notice kind="soon" live>
          <p>{texts.full}</p>
        </Notice>
      )}
      {keeping === 'closed' && (
        <Notice kind="soon" live>
          <p>{texts.closed}</p>
        </Notice>
      )}
      {lostPhotos > 0 && (
        <Notice kind="soon">
          <p>{texts.lost(lostPhotos)}</p>
        </Notice>
      )}
    </>
  );
}

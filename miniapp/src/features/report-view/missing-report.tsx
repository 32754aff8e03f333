import { Search } from 'lucide-react';
import { Navigate } from 'react-router-dom';
import { useTexts } from '../../i18n/language.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usePublishedReport } from '../around/reports.ts';
import { statusPage } from './open-file.ts';
import { OpenPageButton } from './open-page-button.tsx';
import { reportViewTexts } from './texts.ts';

/** A report of somebody else's: read where everybody reads it, if it was published. */
export function NotMine({ code }: { code: string }) {
  const { data: published, isPending } = usePublishedReport(code);
  if (published) return <Navigate to={`/around/${published.code}`} replace />;
  return isPending ? <Skeleton lines={3} /> : <MissingReport code={code} />;
}

/** Neither sent nor followed by this person, and not published: why that may be, and where to look. */
function MissingReport({ code }: { code: string }) {
  const texts = useTexts(reportViewTexts).missing;
  return (
    <>
      <Notice live>
        <h2>{texts.title}</h2>
        <p>{texts.what(code)}</p>
        <p>{texts.why}</p>
      </Notice>
      <ButtonLink to="/reports" wide>
        {texts.mine}
      </ButtonLink>
      <OpenPageButton url={statusPage(code)}>
        <Search aria-hidden size={22} /> {texts.lookUp}
      </OpenPageButton>
    </>
  );
}

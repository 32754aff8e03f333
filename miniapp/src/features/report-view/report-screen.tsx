import { useCallback } from 'react';
import { Navigate, useNavigate } from 'react-router-dom';
import { ApiProblem } from '../../api/problem.ts';
import { useTexts } from '../../i18n/language.ts';
import { Screen } from '../../ui/screen.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useDoneDeeds } from '../deeds/deeds.ts';
import { KeptCopy } from '../kept-copy/kept-copy.tsx';
import { NotMine } from './missing-report.tsx';
import { codeAsWritten, isNotMine, useReport } from './report-api.ts';
import { ReportView } from './report-view.tsx';
import { reportViewTexts } from './texts.ts';

/** The page behind a code, however it was typed: the person's own report, or kind words when there is none. */
export function ReportScreen({ typed }: { typed: string }) {
  const texts = useTexts(reportViewTexts);
  const code = codeAsWritten(typed);
  const { data: report, error, dataUpdatedAt, isError, refetch } = useReport(code);
  const navigate = useNavigate();
  useDoneDeeds(
    code,
    useCallback(({ type }) => type === 'unfollow' && navigate('/reports', { replace: true }), [navigate]),
  );
  // Look-alikes (O for 0) are resolved by the service; from then on the page has the true address.
  if (report && report.code !== typed) return <Navigate to={`/reports/${report.code}`} replace />;
  return (
    <Screen title={texts.title(report?.code ?? code)} back="/reports">
      {isNotMine(error) ? (
        <NotMine code={code} />
      ) : (
        <>
          <KeptCopy at={report ? dataUpdatedAt : 0} failed={isError} />
          {report && <ReportView report={report} />}
          {!report && !isError && <Skeleton block lines={5} />}
          {!report && isError && (
            <>
              <Trouble error={error} onRetry={() => void refetch()} />
              {error instanceof ApiProblem && error.status === 0 && <p>{texts.missing.offline}</p>}
            </>
          )}
        </>
      )}
    </Screen>
  );
}

import { SimilarReports } from '../features/similar/similar-reports.tsx';

export function ReportSimilarPage() {
  return <SimilarReports />;
}

import { useParams } from 'react-router-dom';
import { ReportScreen } from '../features/report-view/report-screen.tsx';

export function ReportPage() {
  const { code = '' } = useParams();
  // Another report is another page: nothing of the one before stays.
  return <ReportScreen key={code} typed={code} />;
}

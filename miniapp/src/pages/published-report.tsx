import { useParams } from 'react-router-dom';
import { PublishedScreen } from '../features/around/published-screen.tsx';

export function PublishedReportPage() {
  const { code = '' } = useParams();
  // Another report is another page: nothing of the one before stays.
  return <PublishedScreen key={code} typed={code} />;
}

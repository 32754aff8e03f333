import { MyReportsScreen } from '../features/my-reports/my-reports-screen.tsx';

export function MyReportsPage() {
  return <MyReportsScreen />;
}

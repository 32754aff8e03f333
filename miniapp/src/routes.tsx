import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { HomePage } from './pages/home.tsx';
import { Skeleton } from './ui/skeleton.tsx';

/** Every page but the first is loaded when it is opened. */
function page<Name extends string>(load: () => Promise<Record<Name, () => ReactNode>>, name: Name) {
  const Page = lazy(async (): Promise<{ default: ComponentType }> => ({ default: (await load())[name] }));
  return (
    <Suspense fallback={<Skeleton block lines={4} />}>
      <Page />
    </Suspense>
  );
}

/** The addresses of the app. `/reports`, `/reports/<code>`, `/report` and `/around` are linked to from chat and notices: they stay. */
export function AppRoutes() {
  return (
    <Routes>
      <Route path="/" element={<HomePage />} />
      <Route path="/welcome" element={page(() => import('./pages/welcome.tsx'), 'WelcomePage')} />
      <Route path="/report" element={page(() => import('./pages/report-photos.tsx'), 'ReportPhotosPage')} />
      <Route path="/report/place" element={page(() => import('./pages/report-place.tsx'), 'ReportPlacePage')} />
      <Route path="/report/what" element={page(() => import('./pages/report-what.tsx'), 'ReportWhatPage')} />
      <Route path="/report/similar" element={page(() => import('./pages/report-similar.tsx'), 'ReportSimilarPage')} />
      <Route path="/report/review" element={page(() => import('./pages/report-review.tsx'), 'ReportReviewPage')} />
      <Route path="/report/sent" element={page(() => import('./pages/report-sent.tsx'), 'ReportSentPage')} />
      <Route path="/reports" element={page(() => import('./pages/my-reports.tsx'), 'MyReportsPage')} />
      <Route path="/reports/:code" element={page(() => import('./pages/report.tsx'), 'ReportPage')} />
      <Route path="/around" element={page(() => import('./pages/around.tsx'), 'AroundPage')} />
      <Route path="/around/:code" element={page(() => import('./pages/published-report.tsx'), 'PublishedReportPage')} />
      <Route path="/figures" element={page(() => import('./pages/figures.tsx'), 'FiguresPage')} />
      <Route path="/guide" element={page(() => import('./pages/guide.tsx'), 'GuidePage')} />
      <Route path="/me" element={page(() => import('./pages/me.tsx'), 'MePage')} />
      <Route path="/me/data" element={page(() => import('./pages/my-data.tsx'), 'MyDataPage')} />
      <Route path="/me/consents" element={page(() => import('./pages/my-consents.tsx'), 'MyConsentsPage')} />
      <Route path="/me/privacy" element={page(() => import('./pages/privacy-notice.tsx'), 'PrivacyNoticePage')} />
      <Route path="*" element={page(() => import('./pages/not-found.tsx'), 'NotFoundPage')} />
    </Routes>
  );
}

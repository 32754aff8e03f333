import { Route, Routes } from 'react-router-dom';
import { lazyPage } from './lazy-page.tsx';
import { HomePage } from './pages/home.tsx';

/** The pages of the report: needed most, and at places where the network ends. */
const reporting = {
  photos: lazyPage(async () => (await import('./pages/report-photos.tsx')).ReportPhotosPage),
  place: lazyPage(async () => (await import('./pages/report-place.tsx')).ReportPlacePage),
  what: lazyPage(async () => (await import('./pages/report-what.tsx')).ReportWhatPage),
  similar: lazyPage(async () => (await import('./pages/report-similar.tsx')).ReportSimilarPage),
  review: lazyPage(async () => (await import('./pages/report-review.tsx')).ReportReviewPage),
  sent: lazyPage(async () => (await import('./pages/report-sent.tsx')).ReportSentPage),
};

const others = {
  welcome: lazyPage(async () => (await import('./pages/welcome.tsx')).WelcomePage),
  myReports: lazyPage(async () => (await import('./pages/my-reports.tsx')).MyReportsPage),
  report: lazyPage(async () => (await import('./pages/report.tsx')).ReportPage),
  around: lazyPage(async () => (await import('./pages/around.tsx')).AroundPage),
  published: lazyPage(async () => (await import('./pages/published-report.tsx')).PublishedReportPage),
  figures: lazyPage(async () => (await import('./pages/figures.tsx')).FiguresPage),
  guide: lazyPage(async () => (await import('./pages/guide.tsx')).GuidePage),
  me: lazyPage(async () => (await import('./pages/me.tsx')).MePage),
  myData: lazyPage(async () => (await import('./pages/my-data.tsx')).MyDataPage),
  myConsents: lazyPage(async () => (await import('./pages/my-consents.tsx')).MyConsentsPage),
  privacyNotice: lazyPage(async () => (await import('./pages/privacy-notice.tsx')).PrivacyNoticePage),
  notFound: lazyPage(async () => (await import('./pages/not-found.tsx')).NotFoundPage),
};

/** The addresses of the app. `/reports`, `/reports/<code>`, `/report` and `/around` are linked to from chat and notices: they stay. */
export function AppRoutes() {
  return (
    <Routes>
      <Route path="/" element={<HomePage />} />
      <Route path="/welcome" element={<others.welcome.View />} />
      <Route path="/report" element={<reporting.photos.View />} />
      <Route path="/report/place" element={<reporting.place.View />} />
      <Route path="/report/what" element={<reporting.what.View />} />
      <Route path="/report/similar" element={<reporting.similar.View />} />
      <Route path="/report/review" element={<reporting.review.View />} />
      <Route path="/report/sent" element={<reporting.sent.View />} />
      <Route path="/reports" element={<others.myReports.View />} />
      <Route path="/reports/:code" element={<others.report.View />} />
      <Route path="/around" element={<others.around.View />} />
      <Route path="/around/:code" element={<others.published.View />} />
      <Route path="/figures" element={<others.figures.View />} />
      <Route path="/guide" element={<others.guide.View />} />
      <Route path="/me" element={<others.me.View />} />
      <Route path="/me/data" element={<others.myData.View />} />
      <Route path="/me/consents" element={<others.myConsents.View />} />
      <Route path="/me/privacy" element={<others.privacyNotice.View />} />
      <Route path="*" element={<others.notFound.View />} />
    </Routes>
  );
}

/** Loads the code of every page, those of the report first. @throws where one could not be had */
export async function loadEveryPage(): Promise<void> {
  await Promise.all(Object.values(reporting).map((page) => page.load()));
  await Promise.all(Object.values(others).map((page) => page.load()));
}

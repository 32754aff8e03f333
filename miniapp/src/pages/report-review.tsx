import { Screen } from '../ui/screen.tsx';

export function ReportReviewPage() {
  return <Screen title="Xem lại">{null}</Screen>;
}

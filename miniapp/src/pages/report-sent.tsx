import { Screen } from '../ui/screen.tsx';

export function ReportSentPage() {
  return <Screen title="Đã gửi">{null}</Screen>;
}

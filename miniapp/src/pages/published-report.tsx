import { Screen } from '../ui/screen.tsx';

export function PublishedReportPage() {
  return <Screen title="Phản ánh">{null}</Screen>;
}

import { Screen } from '../ui/screen.tsx';

export function ReportPage() {
  return <Screen title="Phản ánh">{null}</Screen>;
}

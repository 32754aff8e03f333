import { Screen } from '../ui/screen.tsx';

export function ReportSimilarPage() {
  return <Screen title="Tương tự">{null}</Screen>;
}

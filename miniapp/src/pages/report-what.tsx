import { Screen } from '../ui/screen.tsx';

export function ReportWhatPage() {
  return <Screen title="Việc gì">{null}</Screen>;
}

import { Screen } from '../ui/screen.tsx';

export function ReportPlacePage() {
  return <Screen title="Nơi">{null}</Screen>;
}

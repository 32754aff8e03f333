import { Screen } from '../ui/screen.tsx';

export function MyReportsPage() {
  return <Screen title="Phản ánh của tôi">{null}</Screen>;
}

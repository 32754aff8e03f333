import { Screen } from '../ui/screen.tsx';

export function MyConsentsPage() {
  return <Screen title="Đồng ý">{null}</Screen>;
}

import { Screen } from '../ui/screen.tsx';

export function MyDataPage() {
  return <Screen title="Dữ liệu của tôi">{null}</Screen>;
}

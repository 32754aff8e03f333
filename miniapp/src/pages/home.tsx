import { Screen } from '../ui/screen.tsx';

export function HomePage() {
  return <Screen title="Phản ánh Hà Nội">{null}</Screen>;
}

import { Screen } from '../ui/screen.tsx';

export function AroundPage() {
  return <Screen title="Quanh đây">{null}</Screen>;
}

import { Screen } from '../ui/screen.tsx';

export function MePage() {
  return <Screen title="Tôi">{null}</Screen>;
}

import { Screen } from '../ui/screen.tsx';

export function GuidePage() {
  return <Screen title="Hướng dẫn">{null}</Screen>;
}

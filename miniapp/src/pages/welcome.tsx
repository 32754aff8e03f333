import { Screen } from '../ui/screen.tsx';

export function WelcomePage() {
  return <Screen title="Xin chào">{null}</Screen>;
}

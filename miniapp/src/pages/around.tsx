import { AroundScreen } from '../features/around/around-screen.tsx';

export function AroundPage() {
  return <AroundScreen />;
}

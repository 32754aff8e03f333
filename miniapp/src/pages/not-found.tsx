import { Screen } from '../ui/screen.tsx';

export function NotFoundPage() {
  return <Screen title="Không có trang này">{null}</Screen>;
}

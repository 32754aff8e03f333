import { Screen } from '../ui/screen.tsx';

export function FiguresPage() {
  return <Screen title="Số liệu">{null}</Screen>;
}

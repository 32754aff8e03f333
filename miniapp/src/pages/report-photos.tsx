import { Screen } from '../ui/screen.tsx';

export function ReportPhotosPage() {
  return <Screen title="Ảnh">{null}</Screen>;
}

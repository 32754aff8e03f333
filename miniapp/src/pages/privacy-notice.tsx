import { Screen } from '../ui/screen.tsx';

export function PrivacyNoticePage() {
  return <Screen title="Quyền riêng tư">{null}</Screen>;
}

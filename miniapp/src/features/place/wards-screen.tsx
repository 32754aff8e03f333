import { useTexts } from '../../i18n/language.ts';
import { Screen } from '../../ui/screen.tsx';
import { placeTexts } from './texts.ts';
import type { NamedWard } from './ward-at.ts';
import { WardList } from './ward-list.tsx';

/** The last way: every ward by name. */
export function WardsScreen({ chosen, onWard }: { chosen: string | null; onWard: (ward: NamedWard) => void }) {
  const { wards: texts } = useTexts(placeTexts);
  return (
    <Screen title={texts.title} back="/report/place">
      <WardList chosen={chosen} onWard={onWard} />
    </Screen>
  );
}

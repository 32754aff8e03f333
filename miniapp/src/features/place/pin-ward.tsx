import type { UseQueryResult } from '@tanstack/react-query';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceList } from '../../ui/choice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { placeTexts } from './texts.ts';
import type { NamedWard, Reading } from './ward-at.ts';

const UNSURE = 'unsure';

/** What the pin means, in one sentence; near a border the question which ward it is, and that a wrong answer does no harm. */
export function PinWard({
  found,
  reading,
  chosen,
  isUnsure,
  onChoose,
  onOtherWard,
}: {
  found: Pick<UseQueryResult, 'isError'>;
  reading: Reading | null;
  chosen: NamedWard | null;
  isUnsure: boolean;
  /** null: the person is not sure. */
  onChoose: (ward: NamedWard | null) => void;
  onOtherWard: () => void;
}) {
  const texts = useTexts(placeTexts);
  if (found.isError) return <Notice live>{texts.map.unknown}</Notice>;
  if (!reading) return <p role="status">{texts.map.looking}</p>;

  const offered = offeredBy(reading);
  const isElsewhere = chosen !== null && !offered.some(({ code }) => code === chosen.code);
  const otherWard = (
    <Button look="quiet" onPress={onOtherWard}>
      {texts.otherWard}
    </Button>
  );
  // Chosen from the list: that is the answer, whatever was asked.
  if (chosen && isElsewhere) {
    return (
      <>
        <p role="status">{texts.address.chosen(chosen.name)}</p>
        {otherWard}
      </>
    );
  }
  if (reading.kind === 'ward') {
    const { ward, sure } = reading;
    return (
      <>
        <p role="status">{sure ? texts.map.isIn(ward.name) : texts.map.isProbablyIn(ward.name)}</p>
        {!sure && otherWard}
      </>
    );
  }
  const choices = offered.map(({ code, name }) => ({ value: code, title: name, note: texts.map.goesTo(name) }));
  const choose = (value: string) => onChoose(offered.find(({ code }) => code === value) ?? null);
  const value = chosen?.code ?? (isUnsure ? UNSURE : null);
  if (reading.kind === 'outside') {
    return (
      <Notice kind="soon" live>
        <p>{reading.sure ? texts.outside.sure : texts.outside.perhaps}</p>
        {choices.length > 0 ? (
          <ChoiceList legend={texts.outside.near} choices={choices} chosen={value} onChoose={choose} />
        ) : (
          <p>{texts.outside.what}</p>
        )}
      </Notice>
    );
  }
  return (
    <>
      <ChoiceList
        legend={reading.border ? texts.map.border : texts.map.several}
        choices={[...choices, { value: UNSURE, title: texts.map.unsure, note: texts.map.unsureNote }]}
        chosen={value}
        onChoose={choose}
      />
      <p>{texts.map.notLost}</p>
      {!reading.border && otherWard}
    </>
  );
}

function offeredBy(reading: Reading): readonly NamedWard[] {
  if (reading.kind === 'ward') return [reading.ward];
  return reading.kind === 'choose' ? reading.wards : reading.near;
}

import { useState } from 'react';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceList } from '../../ui/choice.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useCategories } from '../category/categories.ts';
import { WardList } from '../place/ward-list.tsx';
import { useWards } from '../place/wards.ts';
import type { Filters } from './filters.ts';
import { aroundTexts } from './texts.ts';
import { stateGroups } from './wire.ts';

const ANY = 'any';
const NEAR = 'near';
const ALL = 'all';
const CHOOSE = 'choose';

/** What narrows the list; each change is seen behind the sheet at once. */
export function FilterSheet({
  filters,
  onChange,
  onClose,
}: {
  filters: Filters;
  onChange: (change: Partial<Filters>) => void;
  onClose: () => void;
}) {
  const { filter: texts, filters: title, wholeCity } = useTexts(aroundTexts);
  const [isChoosingWard, setChoosingWard] = useState(false);
  const groups = useCategories().data ?? [];
  const ward = useWards().data?.find(({ code }) => code === filters.ward);

  if (isChoosingWard) {
    return (
      <Sheet title={texts.ward} onClose={() => setChoosingWard(false)}>
        <WardList
          chosen={filters.ward}
          onWard={({ code }) => {
            onChange({ ward: code });
            setChoosingWard(false);
          }}
        />
      </Sheet>
    );
  }
  const wardChoices = [
    { value: NEAR, title: texts.nearOrOwn },
    { value: ALL, title: wholeCity },
    ...(ward ? [{ value: ward.code, title: ward.name }] : []),
    { value: CHOOSE, title: texts.chooseWard },
  ];
  return (
    <Sheet title={title} onClose={onClose}>
      <ChoiceList
        legend={texts.state}
        choices={[
          { value: ANY, title: texts.anyState },
          ...stateGroups.map((state) => ({ value: state, title: texts.states[state] })),
        ]}
        chosen={filters.state ?? ANY}
        onChoose={(value) => onChange({ state: stateGroups.find((state) => state === value) ?? null })}
      />
      <SelectField
        label={texts.group}
        value={filters.group ?? ''}
        onChange={(event) => onChange({ group: event.target.value || null })}
      >
        <option value="">{texts.anyGroup}</option>
        {groups.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <ChoiceList
        legend={texts.ward}
        choices={wardChoices}
        chosen={filters.ward ?? NEAR}
        onChoose={(value) =>
          value === CHOOSE ? setChoosingWard(true) : onChange({ ward: value === NEAR ? null : value })
        }
      />
      <Button wide onPress={onClose}>
        {texts.show}
      </Button>
      <Button wide look="quiet" onPress={() => onChange({ state: null, group: null, ward: null })}>
        {texts.clear}
      </Button>
    </Sheet>
  );
}

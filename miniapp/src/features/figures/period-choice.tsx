import { useTexts } from '../../i18n/language.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { type Period, periods } from './figures-api.ts';
import { figuresTexts } from './texts.ts';

export function PeriodChoice({ chosen, onChoose }: { chosen: Period; onChoose: (period: Period) => void }) {
  const texts = useTexts(figuresTexts);
  const choose = (value: string) => {
    const period = periods.find((one) => one === value);
    if (period) onChoose(period);
  };
  return (
    <SelectField label={texts.period} value={chosen} onChange={(event) => choose(event.target.value)}>
      {periods.map((period) => (
        <option key={period} value={period}>
          {texts.periods[period]}
        </option>
      ))}
    </SelectField>
  );
}

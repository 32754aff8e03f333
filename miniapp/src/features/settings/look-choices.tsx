import { useTexts } from '../../i18n/language.ts';
import { setAppearance, type TextSize, textSizes, themes, useAppearance } from '../../preferences/appearance.ts';
import { ChoiceList } from '../../ui/choice.tsx';
import styles from './look-choices.module.css';
import { settingsTexts } from './texts.ts';

/** Each size is shown in itself. */
export function TextSizeChoice() {
  const texts = useTexts(settingsTexts);
  const { textSize } = useAppearance();
  const choose = (value: string) => {
    const size = textSizes.find((one) => String(one) === value);
    if (size) setAppearance({ textSize: size });
  };
  return (
    <div className={styles.part}>
      <ChoiceList
        legend={texts.textSize}
        choices={textSizes.map((size) => ({
          value: String(size),
          title: <span style={{ fontSize: `${sampleSize(size, textSize)}em` }}>{texts.textSizes[size]}</span>,
          note: texts.perCent(size),
        }))}
        chosen={String(textSize)}
        onChoose={choose}
      />
      <p className={styles.note}>{texts.textSizeNote}</p>
    </div>
  );
}

export function ThemeChoice() {
  const texts = useTexts(settingsTexts);
  const { theme } = useAppearance();
  return (
    <ChoiceList
      legend={texts.theme}
      choices={themes.map((value) => ({ value, title: texts.themes[value] }))}
      chosen={theme}
      onChoose={(value) => setAppearance({ theme: value })}
    />
  );
}

/** The page itself is as large as what was chosen: a sample is measured against that. */
function sampleSize(size: TextSize, chosen: TextSize): number {
  return Math.round((size / chosen) * 100) / 100;
}

import { sampleTexts } from './sample-texts.ts';

export function SampleTextSheet({ choose }: { choose: (text: string) => void }) {
  return (
    <section className="sheet" aria-label="Câu mẫu">
      {sampleTexts.map(({ group, texts }) => (
        <div key={group}>
          <h4>{group}</h4>
          <ul className="choices">
            {texts.map((text) => (
              <li key={text}>
                <button type="button" onClick={() => choose(text)}>
                  {text}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

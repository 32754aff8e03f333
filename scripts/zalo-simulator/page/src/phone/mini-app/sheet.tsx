import { type ReactNode, useEffect, useId, useRef } from 'react';

/** A sheet of Zalo's own over the app: takes the focus, keeps it, and Escape is its gentlest way out. */
export function Sheet({ title, leave, children }: { title: string; leave: () => void; children: ReactNode }) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="zalo-veil">
      <div
        ref={box}
        className="zalo-sheet"
        role="dialog"
        aria-modal="true"
        aria-labelledby={id}
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key === 'Escape') leave();
          if (event.key === 'Tab' && box.current) keepWithin(box.current, event);
        }}
      >
        <h3 id={id}>{title}</h3>
        {children}
      </div>
    </div>
  );
}

function keepWithin(box: HTMLElement, event: { shiftKey: boolean; preventDefault(): void }): void {
  const stops = [...box.querySelectorAll<HTMLElement>('button:not(:disabled), input, a[href]')].filter(
    (stop) => stop.tabIndex >= 0,
  );
  const [first, last] = [stops.at(0), stops.at(-1)];
  const leaving = event.shiftKey ? first : last;
  if (document.activeElement !== leaving && document.activeElement !== box) return;
  if (document.activeElement === box && !event.shiftKey) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}

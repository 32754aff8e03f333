import { useEffect, useRef, useState } from 'react';
import { REMOVE_REACTION, reactionIcons } from '../chat/reactions.tsx';
import { Icon } from '../icons.tsx';

/** The heart under a message: opens the six faces, or takes the chosen one back. */
export function ReactionButton({ chosen, react }: { chosen: string | undefined; react: (icon: string) => void }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (open) first.current?.focus();
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the faces, wherever the focus is among them.
    <span className="reaction-button" onKeyDown={(event) => event.key === 'Escape' && open && close()}>
      <button
        ref={button}
        type="button"
        className="mini"
        title={chosen === undefined ? 'Thả biểu tượng' : 'Bỏ biểu tượng'}
        aria-pressed={chosen !== undefined}
        aria-expanded={open}
        onClick={() => (chosen === undefined ? setOpen(!open) : react(REMOVE_REACTION))}
      >
        <Icon name="heart" />
        <span className="sr-only">{chosen === undefined ? 'Thả biểu tượng' : 'Bỏ biểu tượng'}</span>
      </button>
      {open && (
        <fieldset className="reaction-faces">
          <legend className="sr-only">Biểu tượng</legend>
          {reactionIcons.map(({ code, face, name }, index) => (
            <button
              key={code}
              ref={index === 0 ? first : null}
              type="button"
              className="mini"
              title={name}
              onClick={() => {
                react(code);
                close();
              }}
            >
              <span aria-hidden="true">{face}</span>
              <span className="sr-only">{name}</span>
            </button>
          ))}
        </fieldset>
      )}
    </span>
  );
}

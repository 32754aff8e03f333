import { useState } from 'react';
import type { Citizen } from '../../../control-api.ts';
import { Icon } from '../icons.tsx';
import { consoleAct } from '../sim/api.ts';
import { attempt } from '../sim/notices.tsx';

interface FilterProps {
  tags: readonly string[];
  citizens: readonly Citizen[];
  chosen: string | null;
  choose: (tag: string | null) => void;
}

/** The tags of the OA (§5) as chips: officials see only the chats of their agency and state. */
export function TagFilter({ tags, citizens, chosen, choose }: FilterProps) {
  const counted = tags
    .map((tag) => ({ tag, chats: citizens.filter((citizen) => citizen.tags.includes(tag)).length }))
    // What nobody carries any more would only be in the way.
    .filter(({ tag, chats }) => chats > 0 || tag === chosen);
  if (counted.length === 0) return null;
  return (
    <fieldset className="tag-filter">
      <legend className="sr-only">Lọc theo nhãn</legend>
      <button type="button" className="tag" aria-pressed={chosen === null} onClick={() => choose(null)}>
        Tất cả
      </button>
      {counted.map(({ tag, chats }) => (
        <button key={tag} type="button" className="tag" aria-pressed={chosen === tag} onClick={() => choose(tag)}>
          {tag} ({chats})
        </button>
      ))}
    </fieldset>
  );
}

/** The tags of one chat; an official may put and take them off by hand. */
export function ChatTags({ citizen, tags }: { citizen: Citizen; tags: readonly string[] }) {
  const [adding, setAdding] = useState(false);
  const [name, setName] = useState('');
  const set = (tag: string, on: boolean) => attempt(() => consoleAct(citizen.id, { act: 'tag', name: tag, on }));
  const add = async () => {
    const wanted = name.trim().normalize('NFC');
    if (!wanted || !(await set(wanted, true))) return;
    setName('');
    setAdding(false);
  };
  return (
    <div className="chat-tags">
      {citizen.tags.map((tag) => (
        <button key={tag} type="button" className="tag" title={`Gỡ nhãn “${tag}”`} onClick={() => void set(tag, false)}>
          <Icon name="tag" /> {tag} <Icon name="close" />
          <span className="sr-only">Gỡ nhãn</span>
        </button>
      ))}
      {adding ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <input
            aria-label="Nhãn mới"
            list="oa-tags"
            value={name}
            // biome-ignore lint/a11y/noAutofocus: it opens at the reader's own press of "Nhãn".
            autoFocus
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && setAdding(false)}
          />
          <datalist id="oa-tags">
            {tags.map((tag) => (
              <option key={tag} value={tag} />
            ))}
          </datalist>
          <button type="submit" className="quiet">
            Gắn
          </button>
        </form>
      ) : (
        <button type="button" className="tag" onClick={() => setAdding(true)}>
          <Icon name="plus" /> Nhãn
        </button>
      )}
    </div>
  );
}

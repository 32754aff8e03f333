import { useState } from 'react';
import type { ChatMessage, Citizen, Official } from '../../../control-api.ts';
import { folded } from '../format.ts';
import { ChatList } from './chat-list.tsx';
import { ConsoleChat } from './console-chat.tsx';
import { TagFilter } from './tags.tsx';

interface Props {
  oaName: string;
  officials: readonly Official[];
  tags: readonly string[];
  citizens: readonly Citizen[];
  messages: ReadonlyMap<string, readonly ChatMessage[]>;
  open: string | null;
  setOpen: (citizenId: string) => void;
  now: number;
}

/** More rows than this help nobody; the search narrows them. */
const ROWS = 60;

/** Where an official already works: the chat console of the Official Account. */
export function Console({ oaName, officials, tags, citizens, messages, open, setOpen, now }: Props) {
  const [search, setSearch] = useState('');
  const [tag, setTag] = useState<string | null>(null);
  const [wanted, setAdminId] = useState<string | null>(null);
  const adminId = wanted ?? officials[0]?.adminId ?? '';
  // A tag that is gone filters nothing, or everybody would be hidden by a chip that is no longer there.
  const kept = tag !== null && tags.includes(tag) ? tag : null;
  const found = citizens.filter(
    (citizen) => folded(citizen.name).includes(folded(search)) && (kept === null || citizen.tags.includes(kept)),
  );
  const chosen = citizens.find((citizen) => citizen.id === open);
  return (
    <div className="console" data-theme="light">
      <div className="console-bar">
        <span className="console-dots" />
        <span className="console-title">Chat của {oaName}</span>
        <select
          aria-label="Cán bộ đang trực"
          title="Ai đang gõ: quyết định sender.admin_id trong echo"
          value={adminId}
          onChange={(event) => setAdminId(event.target.value)}
        >
          {officials.map((official) => (
            <option key={official.adminId} value={official.adminId}>
              {official.name}
            </option>
          ))}
        </select>
      </div>
      <div className="console-body">
        <nav className="chat-list" aria-label="Các cuộc trò chuyện">
          <input
            type="search"
            aria-label="Tìm người dân theo tên"
            placeholder="Tìm tên…"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          <TagFilter tags={tags} citizens={citizens} chosen={kept} choose={setTag} />
          <ChatList citizens={found.slice(0, ROWS)} messages={messages} open={open} setOpen={setOpen} now={now} />
          {found.length > ROWS && <p className="hint">Còn {found.length - ROWS} người nữa, hãy tìm theo tên.</p>}
        </nav>
        {chosen ? (
          <ConsoleChat
            key={chosen.id}
            citizen={chosen}
            messages={(messages.get(chosen.id) ?? []).filter((message) => !message.channel)}
            now={now}
            officials={officials}
            tags={tags}
            adminId={adminId}
          />
        ) : (
          <p className="hint">Chọn một cuộc trò chuyện.</p>
        )}
      </div>
    </div>
  );
}

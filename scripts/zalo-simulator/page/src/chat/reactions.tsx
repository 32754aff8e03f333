import type { ChatMessage } from '../../../control-api.ts';

/** Zalo's codes of §3.8 as people see them. */
export const reactionIcons = [
  { code: '/-strong', face: '👍', name: 'Thích' },
  { code: '/-heart', face: '❤️', name: 'Yêu thích' },
  { code: ':>', face: '😄', name: 'Cười' },
  { code: ':o', face: '😮', name: 'Ngạc nhiên' },
  { code: ':-((', face: '😢', name: 'Buồn' },
  { code: ':-h', face: '😠', name: 'Giận' },
] as const;

export const REMOVE_REACTION = '/-remove';

const faceOf = (code: string) => reactionIcons.find((icon) => icon.code === code)?.face ?? code;

/** What both sides put on a message. */
export function Reactions({ message }: { message: ChatMessage }) {
  const fromOa = message.oaReactions ?? [];
  if (fromOa.length === 0 && message.citizenReaction === undefined) return null;
  const faces = [...new Set(fromOa)].map(faceOf).join('');
  return (
    <span className="reactions">
      {fromOa.length > 0 && <span title={`OA thả ${fromOa.length} biểu tượng`}>OA {faces}</span>}
      {message.citizenReaction !== undefined && (
        <span title="Người dân thả biểu tượng này">{faceOf(message.citizenReaction)}</span>
      )}
    </span>
  );
}

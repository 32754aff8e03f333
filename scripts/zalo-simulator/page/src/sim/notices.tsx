import { useSyncExternalStore } from 'react';

/** Faults of the page's own calls (not of the product under test), shown until the next act succeeds or the reader closes them. */
let notice: string | null = null;
const listeners = new Set<() => void>();

/** Runs a control call; a fault is shown to the reader and the answer is `undefined`. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    const result = await work();
    show(null);
    return result;
  } catch (error) {
    showFault(error);
    return undefined;
  }
}

/** For work nobody asked for just now: its success must not wipe away the fault of an earlier act. */
export function showFault(error: unknown): void {
  show(error instanceof Error ? error.message : 'Có lỗi không rõ.');
}

export function NoticeBar() {
  const text = useSyncExternalStore(subscribe, () => notice);
  return (
    <div role="alert" className="notice-place">
      {text && (
        <div className="notice">
          <span>{text}</span>
          <button type="button" className="plain" onClick={() => show(null)}>
            Đóng
          </button>
        </div>
      )}
    </div>
  );
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function show(text: string | null): void {
  notice = text;
  for (const listener of listeners) listener();
}

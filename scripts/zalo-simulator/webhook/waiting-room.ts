import type { QueuedDelivery } from './deliveries.ts';

/** Deliveries that wait: delayed ones and redeliveries. They leave by a real timer, or when the simulated clock passes them. */
export interface WaitingRoom {
  /** Resolves when the delivery has left and its attempt is over, or when the room was cleared or stopped. */
  add(delivery: QueuedDelivery, realMs: number): Promise<void>;
  releaseDue(now: number): void;
  clear(): void;
  /** Nobody leaves any more; whoever waits for a departure is told. The list stays as it is, for the state file. */
  stop(): void;
}

interface RoomParts {
  /** The persisted list. */
  list: () => QueuedDelivery[];
  leave: (delivery: QueuedDelivery) => Promise<void>;
  changed: () => void;
}

export function createWaitingRoom({ list, leave, changed }: RoomParts): WaitingRoom {
  let stopped = false;
  const parked = new Map<number, { timer: NodeJS.Timeout; depart: () => void; dismiss: () => void }>();

  function remove(id: number): void {
    clearTimeout(parked.get(id)?.timer);
    parked.delete(id);
    const at = list().findIndex((delivery) => delivery.id === id);
    if (at >= 0) list().splice(at, 1);
    changed();
  }

  return {
    add(delivery, realMs) {
      list().push(delivery);
      changed();
      if (stopped) return Promise.resolve();
      return new Promise((resolve) => {
        const depart = () => {
          remove(delivery.id);
          leave(delivery).then(resolve, resolve);
        };
        parked.set(delivery.id, { timer: setTimeout(depart, realMs), depart, dismiss: resolve });
      });
    },
    releaseDue(now) {
      for (const delivery of [...list()]) if (delivery.dueAt <= now) parked.get(delivery.id)?.depart();
    },
    clear() {
      for (const [id, { dismiss }] of [...parked]) {
        remove(id);
        dismiss();
      }
    },
    stop() {
      stopped = true;
      for (const { timer, dismiss } of parked.values()) {
        clearTimeout(timer);
        dismiss();
      }
      parked.clear();
    },
  };
}

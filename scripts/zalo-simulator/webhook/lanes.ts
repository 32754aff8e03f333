/** Runs at most so many tasks at a time, the others in the order they came. */
export function createLanes(width: number) {
  const waiting: (() => void)[] = [];
  let running = 0;

  return {
    async run<T>(task: () => Promise<T>): Promise<T> {
      if (running >= width) await new Promise<void>((resolve) => waiting.push(resolve));
      else running += 1;
      try {
        return await task();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}

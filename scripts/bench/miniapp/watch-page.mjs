// Put into the page before anything of its own; `open-cold.ts` reads what it saw. Plain JavaScript, because it runs as it stands.
const seen = { firstPaint: 0, largestPaint: 0, lastTaskEnd: 0, longestTask: 0 };
Object.assign(globalThis, { seen });

function watch(type, note) {
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
}

watch('paint', (entry) => {
  if (entry.name === 'first-contentful-paint') seen.firstPaint = entry.startTime;
});
watch('largest-contentful-paint', (entry) => {
  seen.largestPaint = entry.startTime;
});
watch('longtask', ({ startTime, duration }) => {
  seen.lastTaskEnd = startTime + duration;
  seen.longestTask = Math.max(seen.longestTask, duration);
});

/** Everything a person reads is in Hà Nội time, whatever the computer's zone. */
const zone = { timeZone: 'Asia/Ho_Chi_Minh' } as const;
const clock = new Intl.DateTimeFormat('vi-VN', { ...zone, hour: '2-digit', minute: '2-digit' });
const clockWithSeconds = new Intl.DateTimeFormat('vi-VN', {
  ...zone,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const day = new Intl.DateTimeFormat('vi-VN', { ...zone, weekday: 'long', day: 'numeric', month: 'numeric' });
const shortDay = new Intl.DateTimeFormat('en-GB', { ...zone, day: '2-digit', month: '2-digit' });

export const timeOf = (at: number) => clock.format(at);
export const timeWithSeconds = (at: number) => clockWithSeconds.format(at);
export const dayOf = (at: number) => day.format(at);

/** 14:05 today, 21/11 on any other day. */
export function shortWhen(at: number, now: number): string {
  return shortDay.format(at) === shortDay.format(now) ? timeOf(at) : shortDay.format(at);
}

/** "3 ngày 2 giờ", at most two parts. */
export function span(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  const parts = [
    [Math.floor(minutes / 1440), 'ngày'],
    [Math.floor(minutes / 60) % 24, 'giờ'],
    [minutes % 60, 'phút'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).slice(0, 2);
  return told.length > 0 ? told.map(([count, unit]) => `${count} ${unit}`).join(' ') : 'dưới 1 phút';
}

export function fileSize(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.ceil(bytes / 1024)} KB`
    : `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;
}

/** Ignoring case and diacritics, as people search. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();
}

/** The day a message belongs to, in Hà Nội. */
export const sameDay = (one: number, other: number) => day.format(one) === day.format(other);

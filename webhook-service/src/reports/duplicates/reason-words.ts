/** Small pieces of Vietnamese for the reasons of a likeness. */

/** "cách nhau 35 m", "cách nhau 1,2 km". */
export function distanceWords(metres: number): string {
  if (metres < 1) return 'cùng một điểm';
  const whole = Math.round(metres);
  return whole < 1000 ? `cách nhau ${whole} m` : `cách nhau ${(metres / 1000).toFixed(1).replace('.', ',')} km`;
}

/** "gửi cách nhau 20 phút", "… 2 giờ", "… 3 ngày". */
export function timeWords(hours: number): string {
  const minutes = Math.round(hours * 60);
  if (minutes < 1) return 'gửi gần như cùng lúc';
  if (minutes < 60) return `gửi cách nhau ${minutes} phút`;
  if (hours < 47.5) return `gửi cách nhau ${Math.round(hours)} giờ`;
  return `gửi cách nhau ${Math.round(hours / 24)} ngày`;
}

export function quoted(text: string): string {
  return `“${text}”`;
}

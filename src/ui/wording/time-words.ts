/** `0:42`, `12:03`, `1:02:03`: a length of time as a clock shows it. Negative lengths count as none. */
export function clockTime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** Hour and minute of a moment, as the language writes them. */
export function timeOfDay(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false }).format(at);
}

/** A moment in a list: the time today, the date before. */
export function dayOrTime(at: number, now: number, language: string): string {
  if (new Date(at).toDateString() === new Date(now).toDateString()) return timeOfDay(at, language);
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' }).format(at);
}

const zone = 'Asia/Seoul';
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
});
const minute = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hour12: false });
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** 19:07:21, KST. */
export const time = (at: number | string): string => clock.format(new Date(at));

/** 19:07, KST; with the day before it where that is another than today. */
export function moment(at: number | string, now: number): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return '';
  const sameDay = day.format(date) === day.format(now);
  return sameDay ? minute.format(date) : `${day.format(date).slice(5)} ${minute.format(date)}`;
}

/** 2026-06-03 19:07:21 KST: as it stands on paper. */
export const stamp = (at: number): string => `${day.format(at)} ${time(at)} KST`;

export const number = (value: number): string => whole.format(value);

/** 00:42, 04:10, 1:04:10, 3d 04:10: minutes and seconds below an hour, then hours, then days and hours. */
export function duration(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
  ];
  if (days > 0) return `${String(days)}d ${two(hours)}:${two(minutes)}`;
  const rest = `${two(minutes)}:${two(seconds % 60)}`;
  return hours > 0 ? `${String(hours)}:${rest}` : rest;
}

/** The value of a datetime-local field for an instant: Korean time, which has no summer time. */
export function toField(at: number): string {
  return new Date(at + kst).toISOString().slice(0, 16);
}

/** The instant of a datetime-local field's value, undefined when it is none. */
export function fromField(value: string): string | undefined {
  const at = Date.parse(`${value}Z`) - kst;
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

const kst = 9 * 3_600_000;

/** How much a file is, for who pays for the line. */
export function size(bytes: number): string {
  return bytes < 1_048_576 ? `${number(Math.ceil(bytes / 1_024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}

/** From here on a file waits for Wi-Fi: some minutes at what a crowd leaves of a mobile cell (0.2 Mbit/s); a copy of a photograph is a tenth. Ours. */
export const heavyBytes = 5_000_000;

interface Connection extends EventTarget {
  readonly type?: string;
  readonly saveData?: boolean;
}

const connection = (): Connection | undefined => (navigator as { connection?: Connection }).connection;

/** Whether sending much costs nobody anything; undefined where the browser does not say: then one is asked. */
export function free(): boolean | undefined {
  const line = connection();
  if (line?.type === undefined) return undefined;
  return (line.type === 'wifi' || line.type === 'ethernet') && line.saveData !== true;
}

/** Calls when the line becomes another one. */
export function onLineChange(heard: () => void): void {
  connection()?.addEventListener('change', heard);
}

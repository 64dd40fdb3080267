/** What was last known is kept on the device, so that one can write while nothing answers. No secret among it. */
export const kept = {
  get: <T>(name: string): T | undefined => {
    try {
      return JSON.parse(localStorage.getItem(`haetae.field.${name}`) ?? 'null') ?? undefined;
    } catch {
      return undefined;
    }
  },
  set: (name: string, value: unknown): void => localStorage.setItem(`haetae.field.${name}`, JSON.stringify(value)),
  drop: (name: string): void => localStorage.removeItem(`haetae.field.${name}`),
};

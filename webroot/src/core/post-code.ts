const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What a post's QR code says: the address of the field page, naming the post. It grants nothing: whoever opens it logs in. */
export function postCode(origin: string, post: string): string {
  return `${origin}/field?post=${post}`;
}

/** The post that a scanned text or an address names; undefined when it names none. The host does not matter: it may have moved. */
export function postOf(text: string): string | undefined {
  let address: URL;
  try {
    address = new URL(text, 'http://localhost');
  } catch {
    return undefined;
  }
  const named = address.pathname.startsWith('/field') ? (address.searchParams.get('post') ?? '').toLowerCase() : '';
  return uuid.test(named) ? named : undefined;
}

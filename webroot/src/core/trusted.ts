/** The workers that this product starts; everything else that asks to be run as one is refused. */
const workers = /^(?:\/field-worker\.js|\/assets\/[\w.-]+\.worker-[\w-]+\.js)$/;

const policy = window.trustedTypes?.createPolicy('haetae', {
  createScriptURL: (url) => {
    if (workers.test(url)) return url;
    throw new TypeError(`${url} is no worker of ours.`);
  },
});

/** The address of one of our own workers, as browsers with Trusted Types want it; they refuse plain text by our policy. */
export function workerAddress(path: string): string {
  // Typed as text wherever it is taken: browsers with Trusted Types take the object itself.
  return (policy?.createScriptURL(path) as unknown as string | undefined) ?? path;
}

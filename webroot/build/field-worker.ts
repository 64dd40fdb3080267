import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** The file name of the field page's service worker: at the root, so that it may serve /field, and without a hash. */
export const workerFile = 'field-worker.js';

interface Chunk {
  readonly type: 'chunk';
  readonly facadeModuleId: string | null;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  readonly viteMetadata?: { readonly importedCss?: ReadonlySet<string>; readonly importedAssets?: ReadonlySet<string> };
  code: string;
}

type Bundle = Record<string, Chunk | { readonly type: 'asset'; readonly source: string | Uint8Array }>;

/** Public files that the installed page shows. */
const publicFiles = ['favicon.svg', 'favicon-drill.svg', 'field.webmanifest', 'icon-192.png', 'icon-512.png'];

/** Writes into the worker what the field page consists of: its page, its scripts and its styles, nothing of the dashboard. */
export function fieldWorker(read: (publicFile: string) => Uint8Array): Plugin {
  return {
    name: 'haetae-field-worker',
    enforce: 'post',
    generateBundle(_options, output) {
      const bundle = output as unknown as Bundle;
      const page = bundle['field.html'];
      const worker = bundle[workerFile];
      const entry = Object.entries(bundle).find(
        ([, part]) => part.type === 'chunk' && part.facadeModuleId?.endsWith('/field.html') === true,
      )?.[0];
      if (page?.type !== 'asset' || worker?.type !== 'chunk' || entry === undefined)
        throw new Error('The build has no field page or no worker.');
      const needed = new Set<string>();
      collect(bundle, entry, needed);
      const manifest = [
        { url: '/field', revision: hash(page.source) },
        ...[...needed].sort().map((file) => ({ url: `/${file}`, revision: null })),
        ...publicFiles.map((file) => ({ url: `/${file}`, revision: hash(read(file)) })),
      ];
      if (!worker.code.includes('self.__WB_MANIFEST')) throw new Error('The worker does not ask for its manifest.');
      worker.code = worker.code.replace('self.__WB_MANIFEST', JSON.stringify(manifest));
    },
  };
}

/** A script, the scripts that it imports at once or when it needs them, and their styles: without a signal nothing can be fetched. */
function collect(bundle: Bundle, file: string, needed: Set<string>): void {
  const part = bundle[file];
  if (needed.has(file) || part?.type !== 'chunk') return;
  needed.add(file);
  for (const style of part.viteMetadata?.importedCss ?? []) needed.add(style);
  for (const imported of [...part.imports, ...part.dynamicImports]) collect(bundle, imported, needed);
}

function hash(source: string | Uint8Array): string {
  return createHash('sha256').update(source).digest('hex').slice(0, 16);
}

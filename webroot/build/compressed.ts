import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Less is not worth a second file. */
const leastBytes = 1_024;
const text = /\.(?:css|html|js|json|svg|txt|webmanifest)$/;

/** The list of what lies compressed beside itself, for the server: it looks for nothing else. */
const listed = 'compressed.txt';

/** Writes beside each text a copy by Brotli and one by gzip, as small as they get: the server then only sends bytes. */
export function compressed(): Plugin {
  return {
    name: 'haetae-compressed',
    apply: 'build',
    writeBundle({ dir }) {
      if (dir === undefined) throw new Error('The build has no folder.');
      const files = readdirSync(dir, { recursive: true, encoding: 'utf8' })
        .map((name) => join(dir, name))
        .filter((path) => text.test(path) && statSync(path).size >= leastBytes);
      for (const path of files) {
        const plain = readFileSync(path);
        writeFileSync(`${path}.gz`, gzipSync(plain, { level: constants.Z_BEST_COMPRESSION }));
        writeFileSync(
          `${path}.br`,
          brotliCompressSync(plain, {
            params: {
              [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
              [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
              [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
            },
          }),
        );
      }
      writeFileSync(join(dir, listed), files.map((path) => `${relative(dir, path)}\n`).join(''));
    },
  };
}

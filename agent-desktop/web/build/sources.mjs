// What the page is made of, as one digest.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const web = join(dirname(fileURLToPath(import.meta.url)), '..');
const apart = new Set(['node_modules', 'dist']);

function files(folder) {
  return readdirSync(folder).filter((name) => !apart.has(name)).sort().flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
}

export function digest(paths = files(web)) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths) {
    hash.update(path.slice(web.length)).update(readFileSync(path));
  }
  return hash.digest('hex');
}

export function stamped(stamp) {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return '';
  }
}

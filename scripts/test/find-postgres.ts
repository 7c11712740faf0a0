import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Where Debian and its relatives put the programs of each PostgreSQL version. */
const VERSIONS = '/usr/lib/postgresql';

/** The folder with `initdb` and `postgres` of the newest PostgreSQL that has PostGIS, or null. */
export function findPostgres(): string | null {
  if (!existsSync(VERSIONS)) return null;
  const versions = readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a));
  const usable = versions.find(
    (version) =>
      existsSync(path.join(VERSIONS, version, 'bin/initdb')) &&
      existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`),
  );
  return usable === undefined ? null : path.join(VERSIONS, usable, 'bin');
}

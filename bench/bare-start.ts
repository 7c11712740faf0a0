/** The peer of `startup.ts`: a bare PGlite with PostGIS made from nothing, and a bare Fastify that answers. */
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { postgis } from '@electric-sql/pglite-postgis';
import Fastify from 'fastify';

const pglite = await PGlite.create(`${process.env.DATA_DIR}/bare`, { extensions: { postgis, btree_gist } });
await pglite.exec('create extension if not exists postgis; create extension if not exists btree_gist');
const app = Fastify();
app.get('/health/ready', async () => (await pglite.query('select 1 as ok')).rows);
await app.listen({ port: Number(process.env.PORT) });
process.once('SIGTERM', () => void app.close().then(() => pglite.close()));

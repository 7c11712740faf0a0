import { type Kysely, sql } from 'kysely';
import type { Tables } from './schema.ts';

/**
 * Makes the role in which requests act, where the user of the database may, and grants it what tables have policies for;
 * else binds that user itself, who owns the tables, to the policies. Errors: the driver's own, where neither holds.
 */
export async function letPeopleIn(db: Kysely<Tables>): Promise<void> {
  await sql
    .raw(`do $$
      declare
        people name := people_role();
        one record;
      begin
        perform pg_advisory_xact_lock(hashtextextended('people', 0));
        if not may_take_people_role() then
          begin
            if not exists (select from pg_roles where rolname = people) then
              execute format('create role %I nologin', people);
            end if;
            execute format('grant %I to %I', people, current_user);
          exception when insufficient_privilege then null;
          end;
        end if;
        if not may_take_people_role() then
          -- The owner of a table is bound by its policies only where this says so.
          for one in select oid::regclass as protected from pg_class
            where relnamespace = current_schema::regnamespace and relrowsecurity and not relforcerowsecurity
          loop
            execute format('alter table %s force row level security', one.protected);
          end loop;
          if not row_security_active('record_entry') then
            raise exception 'row-level security does not bind %', current_user;
          end if;
          return;
        end if;
        if not has_schema_privilege(people, current_schema, 'usage') then
          execute format('grant usage on schema %I to %I', current_schema, people);
        end if;
        execute format('grant select (id, name) on person to %I', people);
        for one in select polrelid::regclass as protected, command
          from pg_policy join pg_class on pg_class.oid = polrelid
          join (values ('r', 'select'), ('a', 'insert'), ('w', 'update'), ('d', 'delete')) as commands(code, command)
            on code = polcmd
          where relnamespace = current_schema::regnamespace and relname <> 'person'
            and not has_table_privilege(people, polrelid, command)
        loop
          execute format('grant %s on %s to %I', one.command, one.protected, people);
        end loop;
      end $$`)
    .execute(db);
}

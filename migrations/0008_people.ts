import { type Kysely, sql } from 'kysely';

/**
 * People who sign in, their sessions and proofs, and what they are in each area. The tables up to `passkey` are those of
 * better-auth, under our names; it alone writes them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table person (
      id text collate "C" primary key,
      name text not null,
      email text not null unique,
      email_verified boolean not null default false,
      image text,
      second_factor_enabled boolean not null default false,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table person_session (
      id text collate "C" primary key,
      token text not null unique,
      person_id text collate "C" not null references person on delete cascade,
      proven_twice boolean not null default false,
      ip_address text,
      user_agent text,
      expires_at timestamptz not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index person_session_person on person_session (person_id)`.execute(db);
  await sql`
    create table person_account (
      id text collate "C" primary key,
      account_id text not null,
      provider_id text not null,
      person_id text collate "C" not null references person on delete cascade,
      access_token text,
      refresh_token text,
      id_token text,
      access_token_expires_at timestamptz,
      refresh_token_expires_at timestamptz,
      scope text,
      password text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index person_account_person on person_account (person_id)`.execute(db);
  await sql`
    create table verification (
      id text collate "C" primary key,
      identifier text not null,
      value text not null,
      expires_at timestamptz not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index verification_identifier on verification (identifier)`.execute(db);
  await sql`
    create table second_factor (
      id text collate "C" primary key,
      person_id text collate "C" not null references person on delete cascade,
      secret text not null,
      backup_codes text not null,
      verified boolean not null default true,
      failed_verification_count integer not null default 0,
      locked_until timestamptz
    )`.execute(db);
  await sql`create index second_factor_person on second_factor (person_id)`.execute(db);
  await sql`
    create table passkey (
      id text collate "C" primary key,
      name text,
      public_key text not null,
      person_id text collate "C" not null references person on delete cascade,
      credential_id text not null unique,
      counter bigint not null,
      device_type text not null,
      backed_up boolean not null,
      transports text,
      aaguid text,
      created_at timestamptz
    )`.execute(db);
  await sql`create index passkey_person on passkey (person_id)`.execute(db);
  await sql`
    create table membership (
      area_id text collate "C" not null references area,
      person_id text collate "C" not null references person on delete cascade,
      role text not null check (role in ('council', 'coordinator', 'member', 'observer')),
      association_id text collate "C",
      created_at timestamptz not null default now(),
      primary key (area_id, person_id),
      foreign key (area_id, association_id) references association,
      constraint membership_association check ((association_id is not null) = (role in ('coordinator', 'member')))
    )`.execute(db);
  await sql`create index membership_person on membership (person_id)`.execute(db);
  await sql`
    create table invitation (
      area_id text collate "C" not null references area,
      invitation_id text collate "C" not null,
      secret_digest text not null unique,
      role text not null check (role in ('council', 'coordinator', 'member', 'observer')),
      association_id text collate "C",
      email text,
      invited_by text collate "C" references person on delete set null,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      accepted_at timestamptz,
      accepted_by text collate "C" references person on delete set null,
      withdrawn_at timestamptz,
      primary key (area_id, invitation_id),
      foreign key (area_id, association_id) references association,
      constraint invitation_association check ((association_id is not null) = (role in ('coordinator', 'member'))),
      constraint invitation_one_end check (accepted_at is null or withdrawn_at is null)
    )`.execute(db);
}

import { type Static, Type } from 'typebox';
import { AreaIdSchema, AssociationIdSchema, InvitationIdSchema, PersonIdSchema } from './ids.ts';

/** Those who act for one association; `authorize` says what each role may do. */
export const ASSOCIATION_ROLES = ['coordinator', 'member'] as const;
/** Those who act for the whole area. */
export const AREA_ROLES = ['council', 'observer'] as const;
export const ROLES = [...AREA_ROLES, ...ASSOCIATION_ROLES] as const;
export type Role = (typeof ROLES)[number];
const RoleSchema = Type.Unsafe<Role>(Type.Union(ROLES.map((role) => Type.Literal(role))));

/** What a person is in an area: one role, of an association or of the whole area. */
const roleVariants = [
  Type.Object({
    role: Type.Unsafe<(typeof ASSOCIATION_ROLES)[number]>(
      Type.Union(
        ASSOCIATION_ROLES.map((role) => Type.Literal(role)),
        { description: 'Coordinator: draws, proposes and signs for the association; member: comments' },
      ),
    ),
    association: AssociationIdSchema,
  }),
  Type.Object({
    role: Type.Unsafe<(typeof AREA_ROLES)[number]>(
      Type.Union(
        AREA_ROLES.map((role) => Type.Literal(role)),
        { description: 'Council: convenes and enacts; observer: reads' },
      ),
    ),
    association: Type.Null(),
  }),
] as const;
export const AreaRoleSchema = Type.Union([...roleVariants]);
export type AreaRole = Static<typeof AreaRoleSchema>;

const inArea = Type.Object({ area: AreaIdSchema });
export const MembershipSchema = Type.Union([
  Type.Object({ ...inArea.properties, ...roleVariants[0].properties }),
  Type.Object({ ...inArea.properties, ...roleVariants[1].properties }),
]);
export type Membership = Static<typeof MembershipSchema>;

const PersonName = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' });
const Email = Type.String({ format: 'email', maxLength: 254 });
const Password = Type.String({ minLength: 12, maxLength: 128, description: 'At least 12 characters' });
/** A secret of a link, 32 random bytes; it travels in the body, never in an address that is logged. */
const LinkSecret = Type.String({
  pattern: '^[A-Za-z0-9_-]{43}$',
  description: 'The part of the link after #',
});
const Instant = Type.String({ format: 'date-time', description: 'UTC' });

/** Who asks, and how surely they are known. */
export const PersonSchema = Type.Object({
  id: PersonIdSchema,
  name: PersonName,
  email: Email,
  memberships: Type.Array(MembershipSchema),
  secondFactor: Type.Boolean({ description: 'Has a passkey or an authenticator app' }),
  provenTwice: Type.Boolean({ description: 'This session was opened with a passkey or a second factor' }),
});
export type Person = Static<typeof PersonSchema>;

/** What `GET /api/v1/session` answers. */
export const SessionSchema = Type.Object({
  person: Type.Union([PersonSchema, Type.Null()], { description: 'Null: nobody is signed in' }),
  mail: Type.Boolean({ description: 'Whether the service can send e-mail' }),
});
export type Session = Static<typeof SessionSchema>;

export const SignInSchema = Type.Object(
  { email: Email, password: Type.String({ minLength: 1, maxLength: 128 }) },
  { additionalProperties: false },
);
export const SignInAnswerSchema = Type.Object({
  state: Type.Union([Type.Literal('signed-in'), Type.Literal('second-factor-needed')]),
});
export const CodeSchema = Type.Object(
  { code: Type.String({ pattern: '^[0-9]{6}$', description: 'Of the authenticator app' }) },
  { additionalProperties: false },
);
export const EmailBodySchema = Type.Object({ email: Email }, { additionalProperties: false });
export const LinkBodySchema = Type.Object({ secret: LinkSecret }, { additionalProperties: false });

/** What `POST /api/v1/areas/{area}/invitations` takes; coordinators and members belong to an association, others to none. */
export const NewInvitationSchema = Type.Object(
  {
    role: RoleSchema,
    association: Type.Union([AssociationIdSchema, Type.Null()]),
    email: Type.Union([Email, Type.Null()]),
  },
  { additionalProperties: false },
);

export const InvitationSchema = Type.Object({
  id: InvitationIdSchema,
  role: RoleSchema,
  association: Type.Union([AssociationIdSchema, Type.Null()]),
  email: Type.Union([Type.String(), Type.Null()]),
  createdAt: Instant,
  expiresAt: Instant,
});
export type Invitation = Static<typeof InvitationSchema>;

/** What the one who invites gets, once: the link itself is stored nowhere. */
export const InvitationMadeSchema = Type.Object({
  invitation: InvitationSchema,
  link: Type.Union([Type.String(), Type.Null()], { description: 'Null: it went out by e-mail' }),
});

/** What whoever opens the link of an invitation sees. */
export const InvitationViewSchema = Type.Object({
  area: AreaIdSchema,
  role: RoleSchema,
  association: Type.Union([AssociationIdSchema, Type.Null()]),
  email: Type.Union([Type.String(), Type.Null()]),
});
export type InvitationView = Static<typeof InvitationViewSchema>;

/** Accepting an invitation: with a name, an address and a password; or, signed in already, with the link alone. */
export const AcceptInvitationSchema = Type.Object(
  {
    secret: LinkSecret,
    account: Type.Optional(
      Type.Object({ name: PersonName, email: Email, password: Password }, { additionalProperties: false }),
    ),
  },
  { additionalProperties: false },
);
export type AcceptInvitation = Static<typeof AcceptInvitationSchema>;

/** Someone with a role in an area, as the others there see them. */
export const ColleagueSchema = Type.Object({
  id: PersonIdSchema,
  name: PersonName,
  role: RoleSchema,
  association: Type.Union([AssociationIdSchema, Type.Null()]),
});
export type Colleague = Static<typeof ColleagueSchema>;

/** A sign-in that is open somewhere. */
export const OpenSessionSchema = Type.Object({
  id: Type.String(),
  createdAt: Instant,
  expiresAt: Instant,
  userAgent: Type.Union([Type.String(), Type.Null()]),
  current: Type.Boolean(),
});
export type OpenSession = Static<typeof OpenSessionSchema>;

import type { Plan } from '@nitaq/core';
import type { FastifyReply } from 'fastify';

/** What was agreed may be kept a minute, so that a new plan is seen soon; a draft is for those who may read it, and asked for each time. */
export const PUBLIC = 'public, max-age=60, stale-while-revalidate=300';
const REVALIDATE = 'private, no-cache';

export function cacheByPlan(reply: FastifyReply, plan: Plan): void {
  const settled = plan.state === 'in-force' || plan.state === 'superseded';
  reply.header('cache-control', settled ? PUBLIC : REVALIDATE);
}

/** What everybody may know. */
export function cachePublicly(reply: FastifyReply): void {
  reply.header('cache-control', PUBLIC);
}

/** By the instant that an answer speaks of: what is to come is not for everybody, and may still change. */
export function cacheByInstant(reply: FastifyReply, at: string, now: Date): void {
  const isOver = Date.parse(at) <= now.getTime();
  reply.header('cache-control', isOver ? PUBLIC : REVALIDATE);
}

import type { Plan } from '@nitaq/core';
import type { FastifyReply } from 'fastify';

/** What was agreed may be kept a minute, so that a new plan is seen soon; a draft is for those who may read it, and asked for each time. */
const PUBLIC = 'public, max-age=60, stale-while-revalidate=300';
const REVALIDATE = 'private, no-cache';

export function cacheByPlan(reply: FastifyReply, plan: Plan): void {
  const settled = plan.state === 'in-force' || plan.state === 'superseded';
  reply.header('cache-control', settled ? PUBLIC : REVALIDATE);
}

export function cachePublicly(reply: FastifyReply): void {
  reply.header('cache-control', PUBLIC);
}

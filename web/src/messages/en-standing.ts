/** Words of how far a plan has come, and what its figures mean, in English. */
export const enStanding = {
  'plan.unfinished': 'Unfinished plan',
  'plan.unfinished.undrawn':
    '{count, plural, one {{associations} has no territory.} other {{associations} have no territory.}}',
  'plan.unfinished.villages':
    '{count, plural, one {# village has no association yet.} other {# villages have no association yet.}}',
  'plan.open': 'Still to be settled',
  'plan.open.gap': '{count, plural, one {# gap} other {# gaps}} · {area}',
  'plan.open.overlap': '{count, plural, one {# overlap} other {# overlaps}} · {area}',
  'plan.whole.villages':
    '{count, plural, =0 {No village is located yet.} one {The one located village has exactly one association.} other {Each of the # located villages has exactly one association.}}',
  'figures.shape.round': 'a round shape',
  'figures.shape.compact': 'a compact shape',
  'figures.shape.long': 'a drawn-out shape',
  'figures.shape.ragged': 'a very drawn-out or scattered shape',
  'changes.ground': 'How much ground',
  'changes.ground.moved': '{area}: from {before} to {now}',
  'compare.view': 'How the other plan is shown',
  'compare.view.dashed': 'Dashed',
  'compare.view.beside': 'Side by side',
  'compare.view.swipe': 'Swipe',
  'compare.map': 'Map of the plan «{plan}», which moves with the other map',
  'compare.handle': 'Line between the two plans',
  'compare.share': '«{plan}» has {percent} % of the width',
  'number.zero': 'zero',
} as const;

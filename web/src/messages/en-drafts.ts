/** Words of renaming and deleting drafts, in English. */
export const enDrafts = {
  'draft.rename': 'Rename',
  'draft.delete': 'Delete',
  'draft.rename.title': 'Another title for this draft',
  'draft.rename.ar': 'Title in Arabic',
  'draft.rename.en': 'Title in English',
  'draft.rename.hint': 'Where one is left empty, the other stands in both languages.',
  'draft.rename.save': 'Save the title',
  'draft.rename.overtaken': 'Others named it «{title}» meanwhile. Save again to put your title in its place.',
  'draft.delete.title': 'Delete «{title}»?',
  'draft.delete.lost': 'This is lost for good:',
  'draft.delete.territories':
    '{count, plural, =0 {no territory} one {# territory} other {# territories}}: {villages}, {area}',
  'draft.delete.reasons':
    '{count, plural, =0 {no reason of a border} one {# reason of a border} other {# reasons of borders}}',
  'draft.delete.steps':
    '{count, plural, =0 {no step of drawing} one {# step of drawing, which could be taken back} other {# steps of drawing, which could be taken back}}',
  'draft.delete.others':
    '{count, plural, one {# person draws on it now and is told.} other {# people draw on it now and are told.}}',
  'draft.delete.overtaken': 'Others changed this draft just now. Look at it again before you delete it.',
  'draft.delete.confirm': 'Delete for good',
  'draft.delete.anyway': 'Delete it all the same',
  'draft.deleted': 'The draft «{title}» was deleted.',
  'draft.deletedByOthers': 'Others deleted the draft «{title}». Another plan is shown now.',
  'draft.renamedByOthers': 'Others named this draft «{title}».',
  'draw.conflict':
    'Others changed {count, plural, one {the territory} other {the territories}} of {associations} before you. Choose what stays.',
  'draw.conflict.by':
    '{people} changed {count, plural, one {the territory} other {the territories}} of {associations} before you. Choose what stays.',
  'draw.conflict.between':
    '{count, plural, =0 {No village lies between the two drawings.} one {Between the two drawings lies one village: {villages}.} other {Between the two drawings lie # villages: {villages}.}}',
  'draw.conflict.dotted': 'The dotted line on the map is the other drawing.',
  'draw.conflict.show': 'Show both on the map',
  'draw.conflict.mine': 'Keep mine',
  'draw.conflict.theirs': 'Take theirs',
} as const;

/** Words about what people are told, in English. */
export const noticesEn = {
  'village.card': 'Card of the village to print (PDF)',
  'village.page': 'The village’s page for phones and noticeboards',
  'notices.title': 'Notices',
  'notices.bell': '{count, plural, =0 {No new notices} one {One new notice} other {# new notices}}',
  'notices.none': 'No notices yet. What concerns you of the proposals will be here.',
  'notices.new': 'new',
  'notices.readAll': 'Mark all as read',
  'notices.older': 'Older notices',
  'notices.mail': 'Notices by e-mail',
  'notices.mail.none': 'No e-mail',
  'notices.mail.none.what': 'only here, at the bell',
  'notices.mail.at-once': 'At once',
  'notices.mail.at-once.what': 'an e-mail for each notice',
  'notices.mail.daily': 'Once a day',
  'notices.mail.daily.what': 'one e-mail in the morning, if there is something new',
  'notices.mail.impossible': 'This service has no mail server: notices are here at the bell alone.',
  'watch.title': 'Watch this village',
  'watch.what':
    'You get an e-mail when the association that serves the village changes, and can stop at any time. No account is needed.',
  'watch.send': 'Watch',
  'watch.asked':
    'An e-mail is on its way. Confirm with its link within a week; until then nothing more is sent. If you were sent one within the last day, its link confirms this village too.',
  'mention.hint': 'Type @ to mention somebody of the area.',
  'mention.people': 'People to mention',
  'mention.count':
    '{count, plural, =0 {Nobody of that name} one {One person; arrow keys to choose} other {# people; arrow keys to choose}}',
} as const;

import type { noticesEn } from './notices-en.ts';

/** Words about what people are told, in Arabic. */
export const noticesAr: Readonly<Record<keyof typeof noticesEn, string>> = {
  'village.card': 'بطاقة القرية للطباعة (PDF)',
  'village.page': 'صفحة القرية للجوال ولوحة الإعلانات',
  'notices.title': 'الإشعارات',
  'notices.bell':
    '{count, plural, zero {لا إشعارات جديدة} one {إشعار جديد} two {إشعاران جديدان} few {# إشعارات جديدة} many {# إشعارًا جديدًا} other {# إشعار جديد}}',
  'notices.none': 'لا إشعارات بعد. يظهر هنا ما يخصّك من المقترحات.',
  'notices.new': 'جديد',
  'notices.readAll': 'تعليم الكل مقروءًا',
  'notices.older': 'إشعارات أقدم',
  'notices.mail': 'الإشعارات بالبريد الإلكتروني',
  'notices.mail.none': 'دون بريد',
  'notices.mail.none.what': 'هنا عند الجرس فقط',
  'notices.mail.at-once': 'في الحال',
  'notices.mail.at-once.what': 'رسالة لكل إشعار',
  'notices.mail.daily': 'مرة في اليوم',
  'notices.mail.daily.what': 'رسالة واحدة في الصباح إن كان هناك جديد',
  'notices.mail.impossible': 'ليس لهذه الخدمة خادم بريد، فالإشعارات هنا عند الجرس فقط.',
  'watch.title': 'متابعة هذه القرية',
  'watch.what':
    'تصلك رسالة إلكترونية حين تتغيّر الجمعية التي تخدم القرية، ولك أن تنهي المتابعة متى شئت. ولا يلزم حساب.',
  'watch.send': 'متابعة',
  'watch.asked':
    'الرسالة في طريقها إليك. أكّد بالرابط الذي فيها خلال أسبوع، ولا يُرسل شيء قبل ذلك. وإن وصلتك رسالة تأكيد خلال يوم مضى فرابطها يؤكّد هذه القرية أيضًا.',
  'mention.hint': 'اكتب @ لتشير إلى أحد من أهل المنطقة.',
  'mention.people': 'من يمكن الإشارة إليهم',
  'mention.count':
    '{count, plural, zero {لا أحد بهذا الاسم} one {شخص واحد، والاختيار بالأسهم} two {شخصان، والاختيار بالأسهم} few {# أشخاص، والاختيار بالأسهم} many {# شخصًا، والاختيار بالأسهم} other {# شخص، والاختيار بالأسهم}}',
};

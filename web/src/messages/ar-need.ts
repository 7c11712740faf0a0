import type { enNeed } from './en-need.ts';

/** Words of need and capacity, in Arabic. */
export const arNeed: Readonly<Record<keyof typeof enNeed, string>> = {
  'need.orphans':
    '{count, plural, zero {لا أيتام} one {يتيم واحد} two {يتيمان} few {# أيتام} many {# يتيمًا} other {# يتيم}}',
  'need.widows':
    '{count, plural, zero {لا أرامل} one {أرملة واحدة} two {أرملتان} few {# أرامل} many {# أرملة} other {# أرملة}}',
  'need.families':
    '{count, plural, zero {لا أسر} one {أسرة واحدة} two {أسرتان} few {# أسر} many {# أسرة} other {# أسرة}}',
  'need.orphans.range':
    'من {least} إلى {count, plural, zero {صفر} one {يتيم واحد} two {يتيمين} few {# أيتام} many {# يتيمًا} other {# يتيم}}',
  'need.widows.range':
    'من {least} إلى {count, plural, zero {صفر} one {أرملة واحدة} two {أرملتين} few {# أرامل} many {# أرملة} other {# أرملة}}',
  'need.families.range':
    'من {least} إلى {count, plural, zero {صفر} one {أسرة واحدة} two {أسرتين} few {# أسر} many {# أسرة} other {# أسرة}}',
  'need.orphans.least':
    '{count, plural, zero {أي عدد من الأيتام} one {يتيم واحد فأكثر} two {يتيمان فأكثر} few {# أيتام فأكثر} many {# يتيمًا فأكثر} other {# يتيم فأكثر}}',
  'need.widows.least':
    '{count, plural, zero {أي عدد من الأرامل} one {أرملة واحدة فأكثر} two {أرملتان فأكثر} few {# أرامل فأكثر} many {# أرملة فأكثر} other {# أرملة فأكثر}}',
  'need.families.least':
    '{count, plural, zero {أي عدد من الأسر} one {أسرة واحدة فأكثر} two {أسرتان فأكثر} few {# أسر فأكثر} many {# أسرة فأكثر} other {# أسرة فأكثر}}',
  'need.orphans.about':
    'نحو {count, plural, zero {صفر} one {يتيم واحد} two {يتيمين} few {# أيتام} many {# يتيمًا} other {# يتيم}}',
  'need.widows.about':
    'نحو {count, plural, zero {صفر} one {أرملة واحدة} two {أرملتين} few {# أرامل} many {# أرملة} other {# أرملة}}',
  'need.families.about':
    'نحو {count, plural, zero {صفر} one {أسرة واحدة} two {أسرتين} few {# أسر} many {# أسرة} other {# أسرة}}',
  'need.partly': '{orphans} في {counted} منها',
  'need.both': '{villages}، {orphans}',
  'need.failed': 'تعذّر تحميل أعداد الاحتياج.',

  'need.village': 'الاحتياج',
  'need.round': 'حُصر في {round}',
  'need.bands': 'هذه فئات وليست أعدادًا دقيقة. الأعداد الدقيقة لدى الجمعية التي تخدم القرية ومن تشاركه إياها.',
  'need.uncounted': 'لم يُحصر احتياجها بعد.',
  'need.count': 'إدخال الأعداد',
  'need.correct': 'إدخال الأعداد أو تصحيحها',
  'need.form.round': 'دورة الحصر',
  'need.form.round.hint': 'سنة، أو سنة وشهر: {example}',
  'need.form.orphans': 'الأيتام',
  'need.form.widows': 'الأرامل',
  'need.form.families': 'الأسر',
  'need.form.wrong': 'الأعداد أعداد صحيحة، والدورة سنة أو سنة وشهر: {example}',
  'need.form.save': 'حفظ',
  'need.form.saved': 'حُفظ',

  'need.association': 'الاحتياج والطاقة',
  'need.total': 'في قراها المحصورة، بحسب الخطة السارية',
  'need.total.rounded': 'المجموع الذي يُستدل منه على عدد قرية واحدة يُقرَّب أو يُذكر مدى له.',
  'need.total.none': 'لم يُحصر احتياج أي من قراها بعد. تُدخل الأعداد في بطاقة كل قرية.',
  'phone.call': 'الهاتف: {phone}',
  'phone.none': 'لم يُذكر هاتفها بعد.',
  'phone.edit': 'تحديد الهاتف',
  'phone.label': 'رقم الهاتف الذي يراه الجميع',
  'phone.hint': 'اكتبه بالأرقام، ويمكن أن يسبقها رمز الدولة بعد علامة +. وإن تُرك فارغًا فلا هاتف.',
  'phone.wrong': 'رقم الهاتف أرقام فقط، وقد تسبقها علامة +.',
  'need.capacity.none': 'لم تُحدَّد طاقتها بعد.',
  'need.capacity.edit': 'تحديد الطاقة',
  'need.capacity.label': 'عدد الأيتام الذين تستطيع رعايتهم',
  'need.capacity.hint': 'إن تُرك فارغًا فالطاقة غير محددة',
  'need.capacity.wrong': 'الطاقة عدد صحيح.',
  'need.against': '{orphans}، والطاقة {capacity} ({share})',
  'need.against.nobody': '{orphans}، ولا طاقة لها',
  'need.percent': '{least}٪',
  'need.percent.range': 'من {least} إلى {most}٪',
  'need.percent.least': '{least}٪ فأكثر',

  'need.shares': 'مشاركة الأعداد الدقيقة',
  'need.shares.none': 'لا أحد سواها يرى أعدادها الدقيقة.',
  'need.shares.given': 'ترى {reader} أعدادها الدقيقة حتى نهاية {date}',
  'need.shares.received': 'ترى الأعداد الدقيقة لدى {owner} حتى نهاية {date}',
  'need.shares.end': 'إنهاء الآن',
  'need.shares.end.of': 'إنهاء المشاركة مع {reader} الآن',
  'need.shares.add': 'مشاركة الأعداد الدقيقة مع جمعية',
  'need.shares.with': 'مع أي جمعية',
  'need.shares.choose': 'اختر جمعية',
  'need.shares.until': 'حتى نهاية يوم',
  'need.shares.wrong': 'اختر جمعية ويومًا لم ينقضِ.',
  'need.shares.share': 'مشاركة',

  'need.bars': 'الاحتياج والطاقة في هذه المسودة',
  'need.bars.none': 'لا يُعرف بعد احتياج ولا طاقة. تُدخل الأعداد في بطاقة القرية، والطاقة في بطاقة الجمعية.',
  'need.bars.noNeed': 'لم يُحصر احتياج أي من قراها بعد: تُدخل الأعداد في بطاقة القرية.',
  'need.bars.noCapacity': '{orphans}. لم تُحدَّد طاقتها بعد: تُدخل في بطاقتها.',
  'need.bars.neither': 'لا أعداد ولا طاقة بعد: تُدخل في بطاقات قراها وفي بطاقتها.',
  'need.bars.counted':
    'حُصرت {counted} من {count, plural, zero {صفر} one {قرية واحدة} two {قريتين} few {# قرى} many {# قرية} other {# قرية}}، وقد يكون الاحتياج أكبر.',
  'need.load.over': 'يزيد الاحتياج على طاقتها بأكثر من {warned}٪.',
  'need.load.far-over':
    'يزيد الاحتياج على طاقتها بأكثر من {reason}٪: يُطلب منك السبب حين تعرض هذه المسودة على الآخرين.',
  'need.load.maybe': 'قد يزيد الاحتياج على طاقتها بأكثر من {warned}٪، والفئات لا تحسم ذلك.',
  'need.load.maybe-far':
    'يزيد الاحتياج على طاقتها بأكثر من {warned}٪، وربما بأكثر من {reason}٪، والفئات لا تحسم ذلك.',
};

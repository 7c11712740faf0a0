import { fillIn, type Language, type LocalizedText } from '@nitaq/core';

/** Everything the service says in a terminal. */
const TEXTS = {
  'port-in-use': {
    ar: 'المنفذ {port} مستعمل. أوقف البرنامج الذي يستعمله، أو اختر منفذًا آخر: PORT=3001 npm start',
    en: 'Port {port} is in use. Stop the program that uses it, or choose another port: PORT=3001 npm start',
  },
  'address-unavailable': {
    ar: 'لا يمكن الاستماع على {host}:{port} ({reason}). راجع قيمتي HOST و PORT.',
    en: 'Cannot listen on {host}:{port} ({reason}). Check HOST and PORT.',
  },
  'port-invalid': {
    ar: 'قيمة PORT هي «{value}»، والمطلوب عدد من 0 إلى 65535. مثال: PORT=3000',
    en: 'PORT is “{value}”; it must be a number from 0 to 65535. Example: PORT=3000',
  },
  'public-url-invalid': {
    ar: 'قيمة PUBLIC_URL هي «{value}»، والمطلوب عنوان مثل https://nitaq.example.org',
    en: 'PUBLIC_URL is “{value}”; it must be an address such as https://nitaq.example.org',
  },
  'trust-proxy-invalid': {
    ar: 'قيمة TRUST_PROXY هي «{value}»، والمطلوب عناوين الوسطاء أمام الخدمة. مثال: TRUST_PROXY=loopback أو TRUST_PROXY=10.0.0.0/8',
    en: 'TRUST_PROXY is “{value}”; it must be the addresses of the proxies before the service. Example: TRUST_PROXY=loopback, or TRUST_PROXY=10.0.0.0/8',
  },
  'log-level-invalid': {
    ar: 'قيمة LOG_LEVEL هي «{value}»، والمطلوب واحدة من: {levels}',
    en: 'LOG_LEVEL is “{value}”; it must be one of {levels}',
  },
  'folder-in-use': {
    ar: 'مجلد البيانات {folder} تستعمله عملية أخرى ({process}). أوقفها، أو خصص لهذه مجلدًا: DATA_DIR=other npm start',
    en: 'The data folder {folder} is in use by another process ({process}). Stop that one, or give this one its own: DATA_DIR=other npm start',
  },
  'folder-not-writable': {
    ar: 'لا يمكن الكتابة في مجلد البيانات {folder}: {reason}. اختر مجلدًا آخر بالمتغير DATA_DIR.',
    en: 'The data folder {folder} cannot be written: {reason}. Choose another with DATA_DIR.',
  },
  'embedded-failed': {
    ar: 'تعذّر فتح قاعدة البيانات المدمجة في {folder}: {reason}. أعد المحاولة، أو اختر مجلدًا آخر بالمتغير DATA_DIR.',
    en: 'The embedded database in {folder} cannot be opened: {reason}. Try again, or choose another folder with DATA_DIR.',
  },
  'database-url-invalid': {
    ar: 'قيمة DATABASE_URL ليست عنوان خادم PostgreSQL. اكتبها على صورة postgresql://user:password@host:5432/database',
    en: 'DATABASE_URL is not the address of a PostgreSQL server. Write it as postgresql://user:password@host:5432/database',
  },
  'database-unreachable': {
    ar: 'لا يمكن الوصول إلى قاعدة البيانات في DATABASE_URL: {reason}. تأكد أنها تعمل وأن العنوان والمستخدم وكلمة المرور صحيحة.',
    en: 'The database at DATABASE_URL cannot be reached: {reason}. Check that it runs and that address, user and password are right.',
  },
  'postgres-too-old': {
    ar: 'خادم قاعدة البيانات PostgreSQL {found}، وأقل ما نحتاج إليه {needed}. حدّثه.',
    en: 'The database server is PostgreSQL {found}; at least {needed} is needed. Upgrade it.',
  },
  'postgis-missing': {
    ar: 'لا توجد PostGIS على خادم قاعدة البيانات. ثبّتها هناك (في Debian: postgresql-15-postgis-3).',
    en: 'The database server has no PostGIS. Install it there (Debian: postgresql-15-postgis-3).',
  },
  'postgis-too-old': {
    ar: 'على خادم قاعدة البيانات PostGIS {found}، وأقل ما نحتاج إليه {needed}. حدّثها.',
    en: 'The database server has PostGIS {found}; at least {needed} is needed. Upgrade it.',
  },
  'extension-forbidden': {
    ar: 'لا يحق لمستخدم DATABASE_URL إضافة الامتدادات إلى قاعدة البيانات. اطلب من مديرها تنفيذ هذا فيها ثم أعد التشغيل: {statements}',
    en: 'The user of DATABASE_URL may not add extensions to the database. Have its administrator run this in that database, then start again: {statements}',
  },
  'migration-failed': {
    ar: 'تعذّر تحديث بنية قاعدة البيانات: {reason}. لم يتغير شيء.',
    en: 'The database could not be brought up to date: {reason}. Nothing was changed.',
  },
  'folder-has-faults': {
    ar: 'لم يُستورد شيء من {folder}، ففيه أخطاء ({count}):',
    en: 'Nothing was imported from {folder}; faults found: {count}',
  },
  'another-plan-in-force': {
    ar: 'لم يُستورد شيء من {folder}: فيه خطة سارية لم تُستورد من قبل، وفي قاعدة البيانات خطة سارية أخرى. اجعلها مسودة ("state": "draft").',
    en: 'Nothing was imported from {folder}: it brings a new plan in force, and the database has another one in force. Make it a draft ("state": "draft").',
  },
  'opening-embedded': {
    ar: 'فتح قاعدة البيانات المدمجة في {folder} …',
    en: 'Opening the embedded database in {folder} …',
  },
  'preparing-embedded': {
    ar: 'إعداد قاعدة البيانات المدمجة في {folder} لأول مرة …',
    en: 'Preparing the embedded database in {folder} for the first time …',
  },
  'opening-server': { ar: 'الاتصال بخادم PostGIS …', en: 'Connecting to the PostGIS server …' },
  migrated: { ar: 'حُدّثت قاعدة البيانات: {names}', en: 'Brought the database up to date: {names}' },
  importing: { ar: 'استيراد {folder} …', en: 'Importing {folder} …' },
  imported: {
    ar: '{area}: القرى — جديد {added}، معدّل {changed}، كما هو {unchanged}؛ الخطط الجديدة: {plans}',
    en: '{area}: villages added {added}, changed {changed}, unchanged {unchanged}; new plans: {plans}',
  },
  'plans-left-alone': {
    ar: 'خطط تختلف عما في المجلد أو حُذفت، وقد بقيت كما هي (الاستيراد لا يغيّر خطة ولا يعيدها): {ids}',
    en: 'Plans that differ from the folder or were deleted were left as they are (an import neither changes a plan nor brings it back): {ids}',
  },
  'associations-left-alone': {
    ar: 'جمعيات ليست في المجلد، وقد بقيت (الاستيراد لا يحذف شيئًا): {ids}',
    en: 'Associations that are not in the folder were kept (an import deletes nothing): {ids}',
  },
  'villages-left-alone': {
    ar: 'قرى ليست في المجلد، وقد بقيت (الاستيراد لا يحذف شيئًا): {ids}',
    en: 'Villages that are not in the folder were kept (an import deletes nothing): {ids}',
  },
  'invitations-made': {
    ar: '{area}: لا أحد له دور هنا بعد. أرسل كل رابط إلى صاحبه؛ يعمل مرة واحدة خلال أسبوعين، ولن يظهر ثانية:',
    en: '{area}: nobody has a role here yet. Send each link to whom it is for; it works once, within two weeks, and is not shown again:',
  },
  'invitation-line': { ar: '  {role}: {link}', en: '  {role}: {link}' },
  'council-role': { ar: 'المجلس', en: 'council' },
  'coordinator-role': { ar: 'منسق {association}', en: 'coordinator of {association}' },
  'smtp-url-invalid': {
    ar: 'قيمة SMTP_URL ليست عنوان خادم بريد. اكتبها على صورة smtp://user:password@host:587',
    en: 'SMTP_URL is not the address of a mail server. Write it as smtp://user:password@host:587',
  },
  'auth-secret-short': {
    ar: 'قيمة AUTH_SECRET أقصر من {least} حرفًا. استعمل نصًا عشوائيًا أطول، أو اتركها فيُصنع واحد.',
    en: 'AUTH_SECRET is shorter than {least} characters. Use a longer random text, or leave it out and one is made.',
  },
  'sign-in-link': {
    ar: 'رابط الدخول لـ {email}؛ يعمل مرة واحدة خلال ربع ساعة: {link}',
    en: 'A sign-in link for {email}; it works once, within a quarter of an hour: {link}',
  },
  'role-unknown': {
    ar: 'لا دور بهذا الاسم، أو لا منطقة أو جمعية بهذا المعرّف: {reason}',
    en: 'There is no such role, area or association: {reason}',
  },
  'record-whole': {
    ar: '{area}: السجل سليم، عدد القيود {entries}، وآخر بصمة {hash}',
    en: '{area}: the record is whole; entries: {entries}, last hash {hash}',
  },
  'record-broken': {
    ar: '{area}: السجل مكسور عند القيد {entry}: {fault}',
    en: '{area}: the record is broken at entry {entry}: {fault}',
  },
  'record-empty': { ar: 'لا قيود في السجل بعد.', en: 'Nothing is recorded yet.' },
  'record-fault-missing': { ar: 'القيد مفقود', en: 'the entry is missing' },
  'record-fault-unchained': {
    ar: 'لا يحمل بصمة القيد الذي قبله',
    en: 'it does not hold the hash of the entry before it',
  },
  'record-fault-changed': { ar: 'محتواه لا يطابق بصمته', en: 'its content does not match its hash' },
  'record-fault-back-dated': {
    ar: 'تاريخه أقدم من القيد الذي قبله',
    en: 'it is dated before the entry before it',
  },
  ready: { ar: 'نطاق جاهز: {address}', en: 'Nitaq is ready: {address}' },
  stopping: { ar: 'إيقاف …', en: 'Stopping …' },
  usage: {
    ar: 'الاستعمال:\n  npm run nitaq -- import-area <folder>\n  npm run nitaq -- invite <area> council|observer\n  npm run nitaq -- invite <area> coordinator|member <association>\n  npm run nitaq -- sign-in-link <email>\n  npm run nitaq -- verify-record',
    en: 'Usage:\n  npm run nitaq -- import-area <folder>\n  npm run nitaq -- invite <area> council|observer\n  npm run nitaq -- invite <area> coordinator|member <association>\n  npm run nitaq -- sign-in-link <email>\n  npm run nitaq -- verify-record',
  },
} as const satisfies Record<string, LocalizedText>;

export type TerminalText = keyof typeof TEXTS;
export type TerminalValues = Readonly<Record<string, string | number>>;

/** The language of the terminal, from the usual variables. */
export function terminalLanguage(env: NodeJS.ProcessEnv): Language {
  return (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').startsWith('ar') ? 'ar' : 'en';
}

/** One line in the language of the terminal. */
export function terminalText(code: TerminalText, values: TerminalValues = {}): string {
  return fillIn(TEXTS[code][terminalLanguage(process.env)], values);
}

/** Prints one line of progress. */
export function say(code: TerminalText, values: TerminalValues = {}): void {
  console.log(terminalText(code, values));
}

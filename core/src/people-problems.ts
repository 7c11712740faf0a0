/** Why the service refuses people and what they do: see `problems.ts`. */
export const PEOPLE_PROBLEMS = {
  'sign-in-needed': {
    title: { ar: 'سجّل الدخول أولًا', en: 'Sign in first' },
    detail: {
      ar: 'هذا لأهل الأدوار في المنطقة. سجّل الدخول ثم أعد المحاولة.',
      en: 'This is for people with a role in the area. Sign in and try again.',
    },
  },
  'not-allowed': {
    title: { ar: 'ليس من صلاحيتك', en: 'Not within your rights' },
    detail: {
      ar: 'دورك في هذه المنطقة لا يسمح بهذا. اطلب من منسق جمعيتك أو من المجلس.',
      en: 'Your role in this area does not allow this. Ask the coordinator of your association or the council.',
    },
  },
  'second-factor-needed': {
    title: { ar: 'يلزم إثبات ثانٍ', en: 'A second proof is needed' },
    detail: {
      ar: 'أعمال المجلس تحتاج إلى مفتاح مرور أو رمز من تطبيق المصادقة. أضف أحدهما في «حسابي» ثم أعد المحاولة.',
      en: 'What the council does needs a passkey or a code of an authenticator app. Add one under “My account”, then try again.',
    },
  },
  'sign-in-wrong': {
    title: { ar: 'تعذّر الدخول', en: 'Not signed in' },
    detail: {
      ar: 'البريد أو كلمة المرور غير صحيحة. تأكد منهما، أو ادخل برابط أو بمفتاح مرور.',
      en: 'The e-mail address or the password is wrong. Check both, or sign in with a link or a passkey.',
    },
  },
  'code-wrong': {
    title: { ar: 'الرمز غير صحيح', en: 'The code is wrong' },
    detail: {
      ar: 'اكتب الرمز الظاهر الآن في تطبيق المصادقة، فهو يتغير كل ثلاثين ثانية. وتأكد من ساعة هاتفك.',
      en: 'Type the code that the authenticator app shows now; it changes every thirty seconds. Check the clock of your phone.',
    },
  },
  'passkey-refused': {
    title: { ar: 'لم يُقبل مفتاح المرور', en: 'The passkey was not accepted' },
    detail: {
      ar: 'مفتاح المرور غير معروف هنا أو انتهت مهلة الطلب. أعد المحاولة، أو ادخل بكلمة المرور.',
      en: 'The passkey is not known here, or it took too long. Try again, or sign in with your password.',
    },
  },
  'link-invalid': {
    title: { ar: 'الرابط لم يعد صالحًا', en: 'The link is no longer valid' },
    detail: {
      ar: 'الرابط استُعمل من قبل أو انتهت مدته أو نُسخ ناقصًا. اطلب رابطًا جديدًا ممن دعاك.',
      en: 'The link was used before, has expired or was copied in part. Ask whoever invited you for a new one.',
    },
  },
  'account-exists': {
    title: { ar: 'لهذا البريد حساب', en: 'This address has an account' },
    detail: {
      ar: 'سجّل الدخول بهذا البريد أولًا، ثم افتح رابط الدعوة من جديد.',
      en: 'Sign in with this address first, then open the link of the invitation again.',
    },
  },
  'account-missing': {
    title: { ar: 'ينقص الاسم والبريد وكلمة المرور', en: 'Name, address and password are missing' },
    detail: {
      ar: 'اكتب اسمك وبريدك وكلمة مرور، أو سجّل الدخول إن كان لك حساب.',
      en: 'Give your name, address and a password, or sign in if you have an account.',
    },
  },
  'invitation-of-another': {
    title: { ar: 'الدعوة لبريد آخر', en: 'The invitation is for another address' },
    detail: {
      ar: 'هذه الدعوة مرسلة إلى {email}. اقبلها بهذا البريد.',
      en: 'This invitation was sent to {email}. Accept it with that address.',
    },
  },
  'already-in-area': {
    title: { ar: 'لك دور في هذه المنطقة', en: 'You have a role in this area' },
    detail: {
      ar: 'للشخص دور واحد في المنطقة. اطلب من المجلس إزالة الدور الحالي أولًا.',
      en: 'A person has one role in an area. Ask the council to take the present one away first.',
    },
  },
  'invitation-not-found': {
    title: { ar: 'الدعوة غير موجودة', en: 'Invitation not found' },
    detail: {
      ar: 'لا توجد دعوة مفتوحة بهذا المعرّف؛ ربما قُبلت أو سُحبت.',
      en: 'There is no open invitation with this id; it may have been accepted or withdrawn.',
    },
  },
  'role-association-wrong': {
    title: { ar: 'الدور والجمعية لا يتفقان', en: 'Role and association do not fit' },
    detail: {
      ar: 'المنسق والعضو من جمعية، أما المجلس والمطّلع فليسا من جمعية.',
      en: 'A coordinator or a member belongs to an association; the council and observers belong to none.',
    },
  },
  'person-not-found': {
    title: { ar: 'الشخص غير موجود', en: 'Person not found' },
    detail: { ar: 'ليس لهذا الشخص دور في المنطقة.', en: 'This person has no role in the area.' },
  },
  'last-of-council': {
    title: { ar: 'آخر عضو في المجلس', en: 'The last of the council' },
    detail: {
      ar: 'لا بد من عضو واحد في المجلس على الأقل. ادعُ غيره أولًا.',
      en: 'The council needs at least one person. Invite another one first.',
    },
  },
  'mail-not-set-up': {
    title: { ar: 'لا بريد لهذه الخدمة', en: 'This service sends no e-mail' },
    detail: {
      ar: 'لم يُضبط البريد هنا، فلا يمكن إرسال رابط. ادخل بكلمة المرور أو بمفتاح مرور.',
      en: 'E-mail is not set up here, so no link can be sent. Sign in with a password or a passkey.',
    },
  },
  'watching-needs-mail': {
    title: { ar: 'المتابعة تحتاج إلى بريد', en: 'Watching needs e-mail' },
    detail: {
      ar: 'لا ترسل هذه الخدمة بريدًا، فلا تمكن متابعة القرى هنا. اسأل الخدمة حين تحتاج إلى الجواب.',
      en: 'This service sends no e-mail, so villages cannot be watched here. Ask it when you need the answer.',
    },
  },
  'origin-foreign': {
    title: { ar: 'الطلب من موقع آخر', en: 'The request comes from another site' },
    detail: {
      ar: 'لا تُقبل الكتابة إلا من صفحات هذه الخدمة.',
      en: 'Writing is only taken from the pages of this service.',
    },
  },
} as const;

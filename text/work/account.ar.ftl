# كلمات مساحة العمل: الدخول وإطار الصفحات وإعدادات المستخدم.

## الإطار
work-title = { $title } – مساحة عمل Hatua
work-menu = مساحة العمل
work-menu-today = اليوم
work-menu-settings = الإعدادات
work-who = { $name }، { $role }
work-sign-out = تسجيل الخروج
work-invented = سجلات توضيحية: كل الأسماء والصفوف مختلقة
work-to-today = اليوم
work-next = الخطوة التالية
work-refused = لم يُنفَّذ ذلك
work-not-found-remedy = قد يكون لها عنوان آخر، أو أنها تخص شخصا آخر.
work-form-foreign = لم يأت هذا النموذج من صفحة لك
work-form-foreign-remedy = لم يتغير شيء. افتح الصفحة من جديد وأرسل النموذج منها.
work-moment = { $day }، { $time } ({ $zone })
role-field-officer = موظف ميداني
role-partner-me = مسؤول المتابعة والتقييم لدى الشريك
role-consortium-lead = قائد الائتلاف
role-verifier = مدقق
role-programme-manager = مدير البرنامج لدى المانح
role-ministry-counterpart = نظير في الوزارة
role-caseworker = مسؤول حالة
role-auditor = مراجع حسابات
role-administrator = مدير النظام

## الدخول
work-sign-in = تسجيل الدخول
work-sign-in-lead = الخطوة ١ من ٢. يأتي العامل الثاني بعدها إن كان دورك يتطلبه.
work-sign-in-refused = البريد وكلمة السر لا يتوافقان. اكتبهما من جديد.
work-sign-in-too-many = محاولات كثيرة. انتظر { $minutes } دقيقة ثم حاول من جديد.
work-door-closed = لا يستطيع أحد الدخول هنا: هذا العنوان ليس HTTPS وليس على هذا الجهاز. اطلب ممن يدير الجهاز تشغيله بعنوانه العام.
work-email = البريد الإلكتروني
work-password = كلمة السر
work-programme = البرنامج
work-continue = متابعة
work-cannot-sign-in = لا تستطيع الدخول؟ يمكن لمدير نظام ثان أن يدخلك من جديد، ولا أحد يرى كلمة سرك.
work-demonstration-accounts = حسابات العرض التوضيحي يطبعها الأمر "hatua demo".
work-code-heading = العامل الثاني
work-code-lead = الخطوة ٢ من ٢، للحساب { $email }.
work-code = ستة أرقام من تطبيق المصادقة
work-code-wrong = { $tries ->
    [one] هذا الرمز لا يطابق. تتغير الرموز كل ٣٠ ثانية: انتظر الرمز التالي واكتبه. بقيت محاولة واحدة.
   *[other] هذا الرمز لا يطابق. تتغير الرموز كل ٣٠ ثانية: انتظر الرمز التالي واكتبه. المحاولات الباقية: { $tries }.
 }
work-code-used = استُعمل هذا الرمز من قبل. انتظر الرمز التالي واكتبه.
work-code-none = لا عامل ثانيا لهذا الحساب.
work-session-ended = تم تسجيل خروجك. سجل الدخول من جديد.
work-factor-heading = إعداد العامل الثاني
work-factor-lead = دورك يتيح رؤية أشخاص أو التوقيع. اقرأ الصورة بتطبيق مصادقة على هاتفك ثم اكتب الرمز الذي يعرضه.
work-factor-picture = صورة لتطبيق المصادقة، ونصها تحتها
work-factor-secret = لا كاميرا لديك؟ اكتب الحروف أعلاه في التطبيق.
work-factor-submit = الإعداد وتسجيل الدخول
work-invitation-heading = اختر كلمة السر
work-invitation-lead = { $name }، خذ جملة تتذكرها: { $least } حرفا أو أكثر. ثم سجل الدخول.
work-invitation-submit = حفظ كلمة السر
work-invitation-over = استُعملت هذه الدعوة أو انتهت
work-invitation-over-remedy = اطلب دعوة جديدة ممن دعاك. إن كنت قد اخترت كلمة سرك فسجل الدخول.

## الإعدادات
work-sessions = أين أنت مسجل
work-session-agent = المتصفح
work-session-begun = منذ
work-session-seen = آخر استعمال
work-session-end = تسجيل الخروج هناك
work-session-this = هذه الجلسة
work-session-unnamed = متصفح بلا اسم
said-session-ended = انتهت تلك الجلسة.
said-password-changed = تغيرت كلمة سرك. انتهت الجلسات الأخرى.
work-password-change = تغيير كلمة السر
work-password-present = كلمة السر الحالية
work-password-new = كلمة السر الجديدة
work-password-wrong = كلمة السر الحالية غير هذه. اكتبها من جديد.
work-password-short = كلمة السر أقصر من { $least } حرفا. خذ جملة تتذكرها.
work-password-long = كلمة السر أطول من { $most } بايت. خذ جملة أقصر.
work-password-guessable = يسهل على الجميع تخمين هذه الكلمة: هي بريدك أو اسمك أو حرف مكرر. خذ جملة تتذكرها.

## اليوم
work-today-lead = { $day }. أحدث إصدار: { $release }.

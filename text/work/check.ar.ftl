# كلمات التدقيق: الوثائق المنتظرة، ووثيقة واحدة بجانب صورتها.

## كلمات السجلات
work-menu-check = التدقيق
work-waiting = في الانتظار
work-document = الوثيقة
work-partner = الشريك
work-register = السجل
work-yes = نعم
work-no = لا
work-operator = مشغل الجهاز
work-status-pending = ينتظر التدقيق
work-status-verified = مدقق
work-status-returned = معاد
work-status-withdrawn = مسحوب
work-effect = { $figure }: { $before } يصبح { $after }.
work-no-effect = لا يتغير أي رقم.
work-overtaken = { $count ->
    [one] بتّ { $name } في صف واحد من هذه الصفوف في { $moment }. لم يُنفَّذ شيء مرتين. ما كتبته عن الصفوف المنتظرة محفوظ أدناه: راجعه وأرسله من جديد.
   *[other] بتّ { $name } في { $count } من هذه الصفوف في { $moment }. لم يُنفَّذ شيء مرتين. ما كتبته عن الصفوف المنتظرة محفوظ أدناه: راجعه وأرسله من جديد.
 }
work-overtaken-own = بتتَّ في هذه الصفوف بنفسك في { $moment }. لم يُنفَّذ شيء مرتين.

## الوثائق المنتظرة
check-lead = { $count ->
    [one] صف واحد ينتظر من يقارنه بمصدره.
   *[other] الصفوف التي تنتظر من يقارنها بمصدرها: { $count }.
 }
check-empty = لا قائمة تنتظرك.
check-rows = الصفوف المنتظرة
check-since = تنتظر منذ
check-source = المصدر
check-on-file = محفوظ
check-not-on-file = غير محفوظ

## وثيقة واحدة
check-heading = تدقيق قائمة: { $document }
check-list-lead = { $rows ->
    [one] صف واحد أدخله { $partner }؛ للتدقيق: { $waiting }.
   *[other] عدد الصفوف { $rows }، أدخلها { $partner }؛ للتدقيق: { $waiting }.
 }
check-list-done = لا شيء من هذه القائمة ينتظر التدقيق.
check-back = كل القوائم
check-nothing-on-file = لا صورة محفوظة لهذه الوثيقة. اطلبها من الشريك، أو قارن بالورقة نفسها.
check-page = ملف الصفحات { $number }
check-received-file = الملف كما ورد
check-part = { $register }: { $count ->
    [one] صف واحد
   *[other] عدد الصفوف { $count }
 }
check-same = متطابق في كل الصفوف:
check-line = السطر
check-name = الاسم
check-details = كما أُدخل
check-mark = العلامة
check-differs = مختلف
check-of-line = ، السطر { $line }
check-how = علّم ما يختلف عن القائمة. الصف المعلَّم مع سبب يعود إلى الشريك، ومن دون سبب يبقى منتظرا. وكل ما عدا ذلك يُقبل بفعل واحد ويُسجَّل صفا صفا.
check-why = سبب إعادة السطر { $line }
check-reason-absent = ليس في القائمة
check-reason-unsigned = بلا توقيع في القائمة
check-reason-other = القائمة تقول غير ذلك
check-reason-unreadable = لا يُقرأ في القائمة
check-reason-twice = مكرر في القائمة
check-own = أنت أدخلت هذا الصف: يجب أن يدققه شخص آخر
check-lacks = ينقصه ما يلزم قبل التدقيق
check-count = { $count ->
    [one] صف واحد للتدقيق.
   *[other] الصفوف للتدقيق: { $count }.
 }
check-due = الرد قبل
check-due-wrong = لا يُقرأ يوم الرد. اكتبه سنة-شهر-يوم، أو اتركه فارغا.
check-accept = قبول كل ما لا علامة عليه
check-skip = تخطٍّ
check-next-line = السطر
check-whole = إعادة القائمة كلها: لماذا
check-more = يوم الرد، القائمة كلها
check-give-back = إعادة
said-list-accepted = { $count ->
    [one] قُبل صف واحد. هذه هي القائمة التالية.
   *[other] الصفوف المقبولة: { $count }. هذه هي القائمة التالية.
 }
said-list-accepted-others-returned = { $count ->
    [one] قُبل صف واحد وأُعيدت الصفوف المعلَّمة. هذه هي القائمة التالية.
   *[other] الصفوف المقبولة: { $count }، وأُعيدت الصفوف المعلَّمة. هذه هي القائمة التالية.
 }
said-list-returned = { $count ->
    [one] أُعيد صف واحد. هذه هي القائمة التالية.
   *[other] الصفوف المعادة: { $count }. هذه هي القائمة التالية.
 }
said-list-left = بقيت كل صفوف القائمة لوقت لاحق. هذه هي القائمة التالية.

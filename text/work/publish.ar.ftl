# كلمات مساحة العمل: الإصدارات.
work-menu-publish = النشر
publish-release = الإصدار { $release }
publish-lead = بيانات حتى { $to }، مقارنة ب{ $last } بتاريخ { $on }.
publish-lead-first = بيانات حتى { $to }. هذا أول إصدار.
publish-lead-issued = صدر في { $on }. لا إصدار قيد الإعداد.
publish-none = لم يصدر شيء بعد.
publish-restated = { $count ->
    [one] رقم واحد مصحح
   *[other] أرقام مصححة: { $count }
 }
publish-same-count = بلا تغيير: { $count }
publish-figure = الرقم
publish-before = قبل
publish-after = قيد الإعداد
publish-change = التغير
publish-absent = غير موجود
publish-same = نفسه
publish-new = جديد
publish-reason = السبب، وسيُنشر
publish-reason-said = السبب المنشور: { $reason }
publish-reason-missing = «{ $figure }» من { $before } إلى { $after }. اكتب السبب: سيُنشر.
publish-reason-definition = تعريف «{ $figure }» غير ما كان. اكتب السبب: سيُنشر.
publish-reason-unfit = لا يمكن حفظ سبب «{ $figure }». اكتب من ١ إلى ٥٠٠ حرف بلا أسماء ولا أرقام هاتف ولا عناوين: يبقى إلى الأبد.
publish-out-of-turn = صدر إصدار آخر في هذه الأثناء. افتح الصفحة من جديد.
publish-wrong-period = المراجعة تغطي فترة إصدارها نفسها، والإصدار الجديد فترة بعدها. اختر يوما آخر.
publish-data-to = آخر يوم للوقائع
publish-data-to-missing = اكتب آخر يوم للوقائع: سنة-شهر-يوم.
publish-prepare = إعداد: { $release }
publish-prepare-submit = جاهز للتوقيع
publish-prepare-note = ثم يوقع شخصان من جهتين. إن أُعد من جديد وجب توقيعه من جديد.
publish-next = إعداد إصدار
publish-obstacle = ينقص سبب منذ الإعداد. على قائد الائتلاف إعداده من جديد.
publish-signatures = يوقع شخصان من جهتين
publish-signed = وُقع في { $at }
publish-not-signed = لم يوقَّع
publish-awaits-lead = قائد الائتلاف
publish-awaits-verifier = مدقق من جهة أخرى
publish-refused-role = دورك لا يوقع.
publish-refused-lead-first = يوقع قائد الائتلاف أولا.
publish-refused-signed = وُقع بدورك من قبل.
publish-refused-organisation = التوقيعان من { $organisation }. يجب أن يوقع شخص من جهة أخرى.
publish-refused-worked = { $count ->
    [one] أدخلت أو دققت سجلا واحدا وراء رقم تغير، فيوقع شخص آخر.
   *[other] أدخلت أو دققت سجلات وراء رقم تغير (العدد { $count })، فيوقع شخص آخر.
 }
publish-read = قرأت الأرقام التي تتغير وأسبابها
publish-read-missing = اقرأ الأرقام التي تتغير ثم ضع العلامة.
publish-code = رمز العامل الثاني
publish-sign = توقيع { $release }
publish-sign-issue = توقيع وإصدار { $release }
publish-no-way-back = لا رجعة في الإصدار. يُصحح الخطأ بمراجعة.
publish-nothing-prepared = لم يعد هذا الإصدار قيد الإعداد. افتح الصفحة من جديد.
publish-donor-lead = أنت لا توقع ولا تستطيع تغيير رقم. يُحفظ قرارك مع الإصدار.
publish-accept = قبول
publish-ask = إعادة مع سؤال
publish-about = بشأن
publish-about-whole = الإصدار كله
publish-question = سؤالك إلى قائد الائتلاف
publish-send = إرسال
publish-decision-missing = اختر: قبول الإصدار أو طرح سؤال.
publish-answer = جوابك عن سؤال المانح
publish-answer-submit = إرسال الجواب
publish-words-unfit = اكتب من ١ إلى ٥٠٠ حرف بلا أسماء ولا أرقام هاتف ولا عناوين: يبقى إلى الأبد.
publish-review-late = تكلم شخص آخر في هذه الأثناء: الصفحة تعرض ما قيل.
publish-reviews = ما قاله المانح
publish-unreviewed = لا شيء بعد. يبقى الإصدار منشورا في هذه الأثناء.
publish-said-accepted = مقبول.
publish-said-asked = سؤال:
publish-said-answered = جواب:
said-release-prepared = الإصدار جاهز للتوقيع.
said-release-signed = وقعت. يأتي بعدك مدقق من جهة أخرى.
said-release-issued = صدر الإصدار.
said-release-accepted = قبلت الإصدار.
said-release-asked = أُرسل سؤالك.
said-release-answered = أُرسل جوابك.

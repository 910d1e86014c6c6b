# كلمات قوائم السجلات: عوامل التصفية، وسجل واحد مع تاريخه، والأفعال على ما يُختار منها؛ وكلمات اليوم.

work-menu-records = السجلات

## القوائم
records-registers = الدفاتر
records-lead = { $count ->
    [one] سجل واحد
   *[other] عدد السجلات { $count }
 }: مدقق { $verified }، للتدقيق { $pending }، معاد { $returned }، مسحوب { $withdrawn }.
records-find = بحث
records-find-hint = رقم شخص أو شيء، أو وثيقة
records-show = عرض
records-any = الكل
records-country = البلد
records-state = الحالة
records-record = السجل
records-choose = اختيار
records-choose-one = اختيار { $record }
records-line = السطر { $line }
records-empty = لا سجل يطابق.
records-download = تنزيل هذه القائمة، CSV
records-next = الصفحة التالية

## سجل واحد
records-record-lead = من { $partner }، الوثيقة { $document }؛ قيمه بتاريخ { $moment }.
records-history = ما جرى له
records-acts = ما يمكن فعله به
records-imported = أُدخل
records-changed = أُرسل من جديد بقيم أخرى
records-changed-personal = تغير ما يحدد هوية شخص.
records-column-changed = { $column }: { $before } أصبح { $after }.
records-nothing = لا شيء
records-verified = قورن بمصدره وقُبل
records-returned = أُعيد: { $reason }
records-returned-until = أُعيد: { $reason }. الرد قبل { $day }.
records-withdrawn = سُحب: { $reason }

## الأفعال
records-verify = قبول بعد المقارنة بالمصدر
records-return = إعادة إلى الشريك
records-withdraw = سحب
records-act-lead = { $count ->
    [one] سجل واحد مختار.
   *[other] السجلات المختارة: { $count }.
 }
records-effects = ما يتغير
records-reason = السبب؛ يُحفظ مع السجل
records-cancel = تركه كما هو
said-nothing-chosen = لم يُختر شيء. علّم السجلات أولا.
said-records-verified = { $count ->
    [one] قُبل سجل واحد.
   *[other] السجلات المقبولة: { $count }.
 }
said-records-returned = { $count ->
    [one] أُعيد سجل واحد.
   *[other] السجلات المعادة: { $count }.
 }
said-records-withdrawn = { $count ->
    [one] سُحب سجل واحد.
   *[other] السجلات المسحوبة: { $count }.
 }

## اليوم
today-lists = قوائم للتدقيق
today-lists-lead = { $count ->
    [one] قائمة واحدة تنتظرك.
   *[other] القوائم التي تنتظرك: { $count }.
 }
today-returned = معادة إلى الشريك
today-returned-lead = { $count ->
    [one] أُعيد سجل واحد وينتظر الرد.
   *[other] السجلات المعادة التي تنتظر الرد: { $count }.
 }
today-until = الرد قبل { $day }
today-reports = تقارير { $quarter }
today-reported = { $days ->
    [one] ورد بعد يوم واحد من نهاية الربع
   *[other] عدد الأيام بعد نهاية الربع: { $days }
 }
today-reported-nil = لا شيء للإبلاغ
today-not-reported = لم يقدم تقريرا
today-late = متأخر
today-all = الكل
today-nothing = لا شيء ينتظرك.

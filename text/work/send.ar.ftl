# كلمات مساحة العمل: إرسال قائمة.
work-menu-send = إرسال قائمة
send-lead = مصنف أو ملف CSV كما تحفظه. يُفحص أولا، ولا يُكتب شيء قبل موافقتك.
send-register = قائمة
send-partner = الشريك
send-file = الملف (XLSX أو ODS أو CSV)
send-look = فحص
send-choose = اختر أي قائمة هي ولمن.
send-no-file = اختر الملف.
send-too-long = الملف أكبر من ٥٠ ميغابايت. أرسله أجزاء.
send-unreadable = لا يُقرأ الملف كهذه القائمة. { $cause } اختر القائمة الصحيحة أو أصلح الملف.
send-cell = الخلية
send-value = في الملف
send-message = ما الخطأ وما العمل
send-whole = القائمة كلها
send-read = صفوف مقروءة
send-ready = جاهزة
send-noted = جاهزة مع ملاحظة
send-aside = فيها مشكلة
send-unchanged = موجودة من قبل
send-more = وغيرها: { $count }.
send-aside-note = الصفوف ذات المشكلة لا تضيع: تُحفظ جانبا مع أسبابها. أصلحها في قائمتك وأرسلها من جديد؛ ما هو موجود يبقى.
send-take = { $count ->
    [one] إدخال صف واحد
   *[other] إدخال الصفوف، وعددها { $count }
 }
send-gone = لم يعد هذا الملف بالانتظار: أُدخل من قبل أو انتظر طويلا. أرسله من جديد لترى؛ ما هو موجود يبقى.
said-list-taken-in = { $count ->
    [one] أُدخل صف واحد وينتظر تدقيق شخص ثان.
   *[other] أُدخلت صفوف، عددها { $count }، وتنتظر تدقيق شخص ثان.
 }

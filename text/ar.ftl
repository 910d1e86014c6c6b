# كل كلمات الواجهة بالعربية. أما كلمات البرنامج ففي حزمته.

## Layout
page-title = { $title } – { $site }
site-name = Hatua
site-name-demonstration = عرض Hatua التجريبي
demonstration = عرض تجريبي
language-name = العربية
skip = انتقل إلى المحتوى
site-menu = الموقع
language-menu = اللغة
menu = القائمة
all-pages = كل الصفحات
menu-actions = الإجراءات
menu-methods = المنهجية
menu-changes = التغييرات
footer = كل رقم محسوب يُفتح على تعريفه وأدلته وتاريخه.
currency-EUR = يورو
currency-USD = دولار أمريكي
currency-GBP = جنيه إسترليني

## Errors
not-found = لا توجد صفحة بهذا العنوان
not-found-nearest = لعلك تقصد
not-found-promise = العناوين هنا لا تموت: الصفحة التي تغيّر اسمها تقود إلى الجديدة، والتي أُزيلت تقول متى ولماذا.
removed = أُزيل هذا الرقم
removed-description = أُزيل الرقم؛ وسبب إزالته وآخر إصدار منه هنا.
removed-on = تاريخ الإزالة
removed-why = السبب
removed-last = آخر نسخة
removed-no-version = لا نسخة له: لم يُبلِغ عنه إلا آخرون.
removed-instead = انظر بدلًا منه
removed-promise = يحتفظ الرقم المُزال بعنوانه دائمًا، لكي تقود الإحالة إليه إلى جواب.

## Words of several pages
demonstration-records = سجلات تجريبية
version = النسخة { $version }

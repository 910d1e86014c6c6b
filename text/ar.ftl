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
list-separator = {"، "}
quarter = الربع { $number }، { $year }
quarter-short = { $number }
quarter-months = من { $from } إلى { $to } { $year }
quarter-of-year = ربع السنة
release = الإصدار { $release }
source = { $source }، { $date }
number = العدد
all = الكل
nil = لا شيء

## Values
value-not-reported = لم يُبلَّغ عنه
value-not-collected = لم يُجمع
value-not-applicable = لا ينطبق
value-withheld = محجوب لحماية الأشخاص

## Action page: first screen
breadcrumb = المسار
contents = في هذه الصفحة
real = حقيقي في هذه الصفحة:
invented = مُختلَق:
objective = الهدف { $code }
objective-short = {" · "}{ $short }
quarters-label = حسب ربع السنة، من { $from } إلى { $to }: { $values }
leads-reported = الأرقام الكبيرة: كما أبلغت عنها { $source }.
leads-computed = الأرقام الكبيرة: محسوبة من سجلات متحقَّق منها، { $release }، بيانات حتى { $date }.
grouping = توزيع الأرقام على الأهداف من عندنا.
all-figures = كل الأرقام
theme = الموضوع
document = الوثيقة
location = الموقع
partners = الشركاء
partners-none = لا تذكر صفحة المصدر أي شريك.
partner-lead = { $name } (القيادة)
superseded = الإصدار { $release }، صدر في { $issued }. حلّ محله في { $replaced } الإصدار { $next }.
superseded-see = انظر الصفحة الحالية، الإصدار { $release }

## Action page: figures
summary = الملخص
numbers = هذا الإجراء بالأرقام
numbers-intro = عدد الأرقام: { $n }. افتح أيًّا منها لترى ما الذي يَعُدّه وكيف جرى التحقق منه وكل قيمة كانت له.
numbers-intro-demonstration = عدد الأرقام المُبلَّغ عنها: { $n }. وتحت كل رقم القيمة نفسها محسوبةً من سجلات العرض حيث توجد: افتحه لترى ما الذي يَعُدّه وكيف جرى التحقق منه وكل قيمة كانت له.
main-objectives = الأهداف الرئيسية
reported = المُبلَّغ عنه: { $source }
reported-value = المُبلَّغ عنه: { $value }، { $source }
recomputed = أُعيد حسابه من سجلات تجريبية:
recomputed-short = أُعيد حسابه:
recomputed-release = ، { $release }
recomputed-more = ، أكثر بـ { $n }، { $release }
recomputed-fewer = ، أقل بـ { $n }، { $release }
no-records = لا سجلات وراء هذا الرقم
never-add = لا يُجمع مع { $value }
never-add-same = لا يُجمع مع { $value } الأخرى
never-add-name = لا يُجمع مع «{ $name }»
restated = صُحِّح: كان { $value }
restated-recomputed = صُحِّحت القيمة المُعاد حسابها: كانت { $value }

## Action page: breakdowns
where = أين
where-note = تُعَدّ كل وحدة في بلد أول سجل لها. لا تعني الحدود والأسماء أي إقرار. الخريطة: Natural Earth، ملكية عامة.
over-time = عبر الزمن
over-time-note = المساحة المظللة هي ما نعرفه اليوم، والدرج هو ما قاله كل إصدار في يومه (الخطوط المتقطعة)، والأعمدة هي أرباع السنة.
who = نساء ورجال وأطفال
table-caption = { $figure }: { $dimension }
table-not-shown = { $dimension }: لا يُعرض في { $release } لأن أحد التغييرات صغير جدًّا.
plot-quarters = { $figure }، حسب ربع السنة الذي عُدّت فيه أول مرة
plot-quarters-alt = { $title }: { $values }. ما نشرته الإصدارات: { $said }.
plot-map = { $figure }، حسب البلد
plot-known = المعروف اليوم
plot-said = ما قاله كل إصدار
plot-release = الإصدار { $number }
plot-demonstration = عرض تجريبي: سجلات مُختلَقة
map-alt = خريطة: { $title }؛ الأرقام في الجدول المجاور

## Action page: trust
trust = هل يمكن الوثوق بهذا؟
trust-intro = يُبنى كل رقم محسوب من سجلات ميدانية: يقارنها شخص ثانٍ بمصدرها، ويُعَدّ كل شخص مرة واحدة، ويوقّع الإصدار شخصان من منظمتين مختلفتين.
trust-intro-demonstration = في هذا العرض يُبنى كل رقم مُعاد حسابه من سجلات ميدانية: يقارنها شخص ثانٍ بمصدرها، ويُعَدّ كل شخص مرة واحدة، ويوقّع الإصدار شخصان من منظمتين مختلفتين.
coverage = التغطية
coverage-partners = { $answered } من { $expected } شركاء
coverage-quarter = أبلغوا عن الفترة { $quarter }. وما ينقص يُعرض ناقصًا لا صفرًا.
checked = تم التحقق
checked-of = { $checked } من { $received }
checked-rows = سجلًا وراء «{ $figure }» قورنت بمصدرها ويمكن أن تُحتسب؛ { $rest }.
checked-all = سجلًا وراء «{ $figure }» قورنت بمصدرها ويمكن أن تُحتسب.
left-out-pending = بانتظار التحقق: { $n }
left-out-withdrawn = مسحوبة: { $n }
left-out-returned = مُعادة: { $n }
left-out-refers-to-nothing = بلا القائمة التي تنتمي إليها: { $n }
left-out-out-of-period = خارج الفترة: { $n }
left-out-rule = لا تحتسبها القاعدة: { $n }
left-out-same-partner = عُدّت من قبل، من الشريك نفسه: { $n }
left-out-other-partner = عُدّت من قبل، من شريك آخر: { $n }
corrections = التغييرات في { $release }
corrections-none = لم يتغير أي رقم سابق.
correction = «{ $figure }» هو { $value }، وكان { $was }.
correction-see = لماذا تغيّر
reports-caption = من أبلغ، وبعد كم يوم من نهاية ربع السنة
reports-due = الموعد: اليوم { $day }
reports-late = متأخر
reports-nil = أُبلغ بأنه لا شيء يُعَدّ
reports-invented = الشركاء في هذا الجدول مُختلَقون؛ لا شيء هنا يخص منظمة حقيقية.

## Action page: money, documents, news
money = الأموال والعقود
money-note = كل مبلغ كما يذكره مصدره، ولا يُجمع شيء.
amount = المبلغ
said-by = المصدر
contracts = العقود
contract = العقد
holder = المتعاقد
runs = المدة
runs-from-to = من { $from } إلى { $to }
contracts-none = لا عقد مسجَّلًا لهذا الإجراء.
documents = الوثائق
documents-none = لا وثيقة مسجَّلة لهذا الإجراء.
news = أخبار وقصص
news-item = خبر
news-none = لا قصص بعد.
news-figures = الأرقام:

## Action page: changes, citation
changes = التغييرات
changes-none = لا إصدار بعد.
changes-all = كل التغييرات
log-release = الإصدار { $release }
log-data-to = بيانات حتى { $date }.
cite = الاستشهاد وإعادة الاستخدام
cite-page = للاستشهاد بهذه الصفحة
citation = «{ $title }»، { $release } في { $date }، محسوب بنظام Hatua من سجلات متحقَّق منها.
citation-demonstration = Hatua. { $note }. «{ $title }»، { $release } في { $date }، محسوب من سجلات مُختلَقة.
citation-reported = «{ $title }»، أرقام أبلغت عنها المصادر المذكورة في الصفحة.
citation-reported-demonstration = Hatua. { $note }. «{ $title }»، أرقام أبلغت عنها المصادر المذكورة في الصفحة.
reuse = النصوص والأرقام المُبلَّغ عنها ملك لمصادرها المذكورة بجانبها وبشروطها.
reuse-demonstration = النصوص والأرقام المُبلَّغ عنها ملك لمصادرها المذكورة بجانبها وبشروطها. ومن يستخدم الأرقام المُعاد حسابها يُبقي كلمة «تجريبي».

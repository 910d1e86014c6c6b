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
menu-data = البيانات
menu-changes = التغييرات
footer = كل رقم محسوب يُفتح على تعريفه وأدلته وتاريخه.
currency-EUR = يورو
currency-USD = دولار أمريكي
currency-GBP = جنيه إسترليني

## Errors
not-found = لا توجد صفحة بهذا العنوان
not-found-nearest = لعلك تقصد
not-found-actions = كل الإجراءات
not-found-promise = العناوين هنا لا تموت: الصفحة التي تغيّر اسمها تقود إلى الجديدة، والتي أُزيلت تقول متى ولماذا.
failure = لم ينجح هذا، والخطأ منا
failure-remedy = لم يتغير شيء. أعد تحميل الصفحة بعد لحظة.
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
nil = صفر

## Values
value-not-reported = لم يُبلَّغ عنه
value-not-collected = لم يُجمع
value-not-applicable = لا ينطبق
value-withheld = محجوب لحماية الأشخاص

## Action page: first screen
breadcrumb = المسار
contents = في هذه الصفحة
real = حقيقي في هذه الصفحة:
real-and = {"؛ "}
invented = مُختلَق:
objective = الهدف { $code }
objective-short = {" · "}{ $short }
quarters-label = حسب ربع السنة، من { $from } إلى { $to }: { $values }
leads-reported = الأرقام الكبيرة كما أُبلغ عنها: { $source }.
leads-computed = الأرقام الكبيرة: محسوبة من سجلات متحقَّق منها، { $release }، بيانات حتى { $date }.
leads-mixed = الأرقام الكبيرة: محسوبة من سجلات متحقَّق منها، { $release }، بيانات حتى { $date }؛ وما لا سجلات وراءه فكما أُبلغ عنه: { $source }.
grouping = توزيع الأرقام على الأهداف من عندنا.
all-figures = كل الأرقام
theme = الموضوع
document = الوثيقة
location = الموقع
partners = الشركاء
partners-none = لا تذكر صفحة المصدر أي شريك.
partner-lead = {" "}(القيادة)
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
known = كما نعرف اليوم: { $value }
known-recomputed = القيمة المُعاد حسابها كما نعرف اليوم: { $value }

## Action page: breakdowns
where = أين
where-note = لا تعني الحدود والأسماء أي إقرار. الخريطة: Natural Earth، ملكية عامة.
over-time = عبر الزمن
over-time-note = { $figure }: المساحة المظللة هي ما كان معروفًا في { $release }، والدرج هو ما قاله كل إصدار في يومه (الخطوط المتقطعة)، والأعمدة هي أرباع السنة.
who = نساء ورجال وأطفال
table-caption = { $figure }، حسب { $dimension }
table-not-shown = { $dimension }: لا يُعرض في { $release } لأن أحد التغييرات صغير جدًّا.
plot-quarters = { $figure }، حسب ربع السنة الذي عُدّت فيه أول مرة
plot-quarters-alt = { $title }: { $values }. ما نشرته الإصدارات: { $said }.
plot-map = { $figure }، حسب البلد
plot-known = المعروف في الإصدار { $release }
plot-said = ما قاله كل إصدار
plot-release = الإصدار { $number }
plot-demonstration = عرض تجريبي: سجلات مُختلَقة
map-alt = خريطة: { $title }؛ الأرقام في الجدول المجاور
map-and-more = { $from } فأكثر
map-from-to = { $from }–{ $to }
map-nothing = لم يُعَدّ شيء: { $countries }
map-not-reported = لم يُبلَّغ: { $countries }
map-withheld = محجوب لحماية الأفراد: { $countries }
map-no-country = لا بلد
map-classes = فئات الخريطة

## Action page: trust
trust = هل يمكن الوثوق بهذا؟
trust-intro = يُبنى كل رقم محسوب من سجلات ميدانية: يقارنها شخص ثانٍ بمصدرها، ويُعَدّ كل شخص مرة واحدة، ويوقّع الإصدار شخصان من منظمتين مختلفتين.
trust-intro-demonstration = في هذا العرض يُبنى كل رقم مُعاد حسابه من سجلات ميدانية: يقارنها شخص ثانٍ بمصدرها، ويُعَدّ كل شخص مرة واحدة، ويوقّع الإصدار شخصان من منظمتين مختلفتين.
coverage = التغطية
coverage-partners = { $expected ->
    [one] { $answered } من شريك واحد
    [two] { $answered } من شريكين
    [few] { $answered } من { $expected } شركاء
   *[other] { $answered } من { $expected } شريكًا
}
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
reports-due = الموعد: اليوم { $day }؛ في الموعد { $n } من { $expected }
reports-late = متأخر: { $n }
reports-nil = أُبلغ بأنه لا شيء يُعَدّ: { $n }
reports-missing = لم يُبلَّغ: { $n }
reports-invented = الشركاء في هذا الجدول مُختلَقون؛ لا شيء هنا يخص منظمة حقيقية.

## Action page: money, documents, news
money = الأموال والعقود
money-note = كل مبلغ كما يذكره مصدره، ولا يُجمع شيء.
money-column = المال
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

## Pages of places
countries = البلدان
where-title = أين: { $figure }
where-description = { $figure } بحسب البلد: خريطة وجدول وأرباع، ولكل رقم سجله.
where-real = المجموع المبلغ عنه، { $value } ({ $source }).
where-real-name = اسم المؤشر.
where-invented = السجلات، ومن ثم كل رقم ولون على الخريطة.
where-choose = الرقم المعروض على الخريطة
where-figures = كل الأرقام
where-total = المجموع { $value }، { $release }، البيانات حتى { $date }.
where-no-records = لا سجلات وراء هذا الرقم، فلا يُعرف شيء عن بلدانه.
where-withheld = لا يُنشر بحسب البلد: فالأعداد تكشف الكثير عن أفراد.
where-not-by-country = هذا الرقم غير مفصّل بحسب البلد.
where-use = استخدام هذه الصفحة
where-record = سجل هذا الرقم
where-record-says = ماذا يعدّ، وكيف جرى التحقق منه، وكل قيمة كانت له.
country-title = { $country } – { $title }
country-description = { $title } في { $country }: الأرقام والاحتياجات والأموال والقصص وما لا نعرفه.
country-map = خريطة: { $country } بين بلدان العمل
country-real = ما هو خارج الحافة المخططة، مع مصدره.
country-invented = كل ما بجانبه حافة مخططة؛ وهو لا يقول شيئًا عن أي جهة حقيقية في هذا البلد.
country-results = النتائج في { $country }
country-figure-to = الرقم، حتى { $date }
country-all = كل البلدان
country-no-records = لا سجلات وراء هذه الأرقام، فلا يُعرف عنها شيء هنا:
country-withheld = محجوب
country-not-shown = غير معروض
country-first = تُعدّ كل وحدة في بلد أول سجل لها.
country-several = «{ $figure }» يظهر في كل بلد من بلدانه، فمجموع البلدان ليس { $value }.
country-needs = الاحتياجات
country-needs-none = لم يُدخل بعد أي مصدر عن احتياجات { $country }.
country-unit-none = لا سجلات من هذا النوع معدودة هنا.
country-overlap = قد يكون بعضها في أكثر من رقم من هذه الأرقام، فلا تُجمع.
country-of-all = من { $value } في كل البلدان
country-money = الأموال
country-money-none = لا مصدر يقول ما أُنفق في { $country }.
country-money-all = أموال العمل كله
country-unknown = ما لا نعرفه
country-stories = قصص
unknown-needs = الاحتياجات: لم يُدخل أي مصدر.
unknown-money = الأموال: لا مصدر يقول ما أُنفق هنا.
unknown-withheld = لا يُنشر لبلد بمفرده، أو ليس في هذا الإصدار: { $figures }.
unknown-reports = تقارير ناقصة: قدّم { $answered } من { $expected } شركاء تقاريرهم للفترة { $quarter }. وما كانوا سيرسلونه ليس في أي رقم.

## Results
menu-results = النتائج
results = النتائج بحسب الأهداف
results-intro = كل رقم كما أُبلغ عنه وكما حُسب. الناس والأشياء والتقديرات لا تُجمع، فليس في هذه الصفحة مجموع عام.
results-real = الأسماء والقيم المبلغ عنها.
results-invented = القيم المعاد حسابها والأرباع بجانب حافة مخططة
results-fell = { $n ->
    [one] انخفض رقم واحد مبلغ عنه أو اختفى لاحقًا دون سبب منشور.
   *[other] انخفضت أو اختفت لاحقًا { $n } من الأرقام المبلغ عنها دون سبب منشور.
}
results-reported-on = المبلغ عنه، { $date }
results-computed = المحسوب
results-computed-in = المحسوب، { $release }
results-recomputed-in = المعاد حسابه، { $release }
results-no-records = لا سجلات
results-quarters = بحسب الربع
results-tag-fell = انخفض دون سبب
results-tag-gone = اختفى دون سبب

## List of actions
actions-intro = كل إجراء وأرقامه؛ وكل رقم يُفتح على ما يَعُدّه وكيف جرى التحقق منه وكل قيمة كانت له.
actions-none = لا إجراء بعد.
actions-real = النص والأموال والأرقام الكبيرة، مع مصادرها في صفحة الإجراء.
actions-numbers = عدد الأرقام: { $n }؛ { $release }، بيانات حتى { $date }
actions-numbers-reported = عدد الأرقام: { $n }، أبلغ عنها آخرون

## Stories, documents, contracts
story-description = قصة من الإجراء: صورتها ومصدرها والأرقام التي تغذيها.
story-real = النص، مع مصدره. أما الصورة فرسم من عملنا.
source-real = كل ما يرد هنا، ولكل معلومة مصدرها.
document-description = وثيقة من وثائق الإجراء، مع ملفها.
document-dated = التاريخ
document-file = الملف
document-size = الحجم
document-bytes = { $n ->
    [one] { $n } بايت
   *[other] { $n } بايت
}
document-fingerprint = البصمة (SHA-256)
contract-description = عقد من عقود الإجراء: من يحمله ومبلغه ومدته ومن يقول ذلك.
contract-reference = المرجع
contract-source = المصدر

## Feed of changes
feed = متابعة التغييرات (خلاصة Atom)
feed-of = { $action }: { $what }
feed-issue = إصدار جديد
feed-revision = مراجعة لإصدار
feed-restatement = رقم مصحَّح
feed-definition = تعريف تغيّر
feed-definition-from-to = التعريف { $before } حلّ محله { $now }
feed-removal = رقم أُزيل

## Trust, overlaps
trust-verification = وسائل التحقق
rule-addable = ما الذي يُجمع
item-separator = {"؛ "}
trust-heads = عدّ المجموعات
trust-heads-of = { $persons } من { $value } من { $rows } عمليات عدّ لمجموعات: لا يستطيع أحد أن يتحقق فيها من العدّ المزدوج.
trust-estimate = تقدير
trust-grades = ما معنى الدرجات الأربع
trust-grade = الدرجة { $grade }، { $name }: { $means }.
trust-share = { $reaching } ({ $share }).
overlap-both = { $both ->
    [one] واحد في الاثنين، ومجموعهما { $sum } يعدّه مرتين.
    [two] اثنان في الرقمين، والمجموع { $sum } يعدّهما مرتين.
   *[other] { $both } في الاثنين، ومجموعهما { $sum } يعدّهم مرتين.
}
overlap-nobody = لا أحد ولا شيء في الاثنين حتى الآن. وقد يتغير ذلك، فالاثنان يُعدّان معًا ولا يُجمعان أبدًا.
overlap-withheld = عدد من هم في الاثنين محجوب لحماية الأفراد، والجمع يعدّهم مرتين.
overlap-either-withheld = عدد الأشخاص المختلفين في الاثنين معًا محجوب لحماية الأفراد، لأنه يكشف عن قلة منهم كم مرة عُدّوا.
overlap-other-unit = الرقمان يعدّان شيئين مختلفين، فلا معنى لمجموعهما.
overlap-people = المسموح: { $either } من الأشخاص المختلفين في { $one } و{ $two } معًا، { $release }.
overlap-things = المسموح: { $either } من الوحدات المختلفة في { $one } و{ $two } معًا، { $release }.
beside-version = { $value } (النسخة { $version }، { $date })
beside-records = محسوب من سجلات، وكلٌّ مع آخر يوم من بياناته: { $values }.
beside-demonstration = محسوب من سجلات تجريبية، وكلٌّ مع آخر يوم من بياناته: { $values }.

## Search
menu-search = البحث
search-lead = ابحث عن رقم أو بلد أو شريك أو وثيقة أو قصة أو قاعدة.
search-label = عمّ تبحث؟
search-button = ابحث
search-needs-server = هذه نسخة من الموقع على هيئة ملفات، ولا أحد فيها يبحث. البحث يحتاج إلى خادم الموقع.
search-nothing = لا شيء يطابق «{ $asked }».
search-meant = هل تقصد
search-found = { $n ->
    [zero] لا إجابات
    [one] إجابة واحدة
    [two] إجابتان
    [few] { $n } إجابات
   *[other] { $n } إجابة
} عن «{ $asked }»
search-action = الإجراء
search-figure = رقم
search-country = بلد
search-partner = شريك
search-computed = { $value }، { $from }، { $version }

## Methods
methods = كيف تُحسب الأرقام
methods-intro = القواعد نفسها لكل رقم، بالكلمات وكما يقرؤها النظام.
road = طريق الرقم
road-record = التسجيل
road-record-text = يصل الصف من جدول، ولا يُغيَّر بعد ذلك أبدًا: التصحيح نسخة جديدة.
road-verify = التحقق
road-verify-text = يقارنه شخص ثانٍ بمصدره، قائمة بعد قائمة. والصفوف التي لم تُقارن بعد لا تُحتسب.
road-identity = الهوية
road-identity-text = لا يكون صفان شخصًا واحدًا إلا إذا قرر أحد ذلك وذكر السبب. ويمكن التراجع عنه.
road-count = العدّ
road-count-text = تَعُدّ القاعدة كل وحدة مرة واحدة، حيث عُدّت أول مرة.
road-withhold = الحجب
road-withhold-text = لا يُعرض جدول عن أشخاص إذا كان أحد أرقامه، أو تغيُّر أحدها، صغيرًا إلى حد قد يكشف شخصًا.
road-release = الإصدار
road-release-text = يوقّعه شخصان من منظمتين مختلفتين. ولا يتغير الإصدار أبدًا؛ والتصحيح مراجعة جديدة.
road-publish = النشر
road-publish-text = كل رقم يُفتح على كل ما سبق.
methods-conditions = لا توجد لغة صيغ: القاعدة قائمة مغلقة من الشروط (يساوي، من بين، على الأقل، على الأكثر، قبل، بعد، موجود؛ الكل، أيٌّ منها، ليس). ويُرفض أي شرط مجهول.
same = متى يكون صفان شخصًا واحدًا؟
same-thing = متى يكون صفان شيئًا واحدًا؟
same-inside = داخل الشريك الواحد يحدد ذلك رقم الشريك الخاص.
same-across = بين الشركاء يقرر الناس: يقارنون الرقم الوظيفي والهاتف وأجزاء الاسم، ويُحفظ من قرر ومتى ولماذا.
same-undecided = الزوج الذي لم يُقرَّر فيه يُعَدّ اثنين.
methods-releases = الإصدارات
methods-releases-text = يوقّع الإصدار قائد الاتحاد ثم متحقق من منظمة أخرى. ولا يجوز أن يكون أي منهما قد أدخل أو تحقق من السجلات التي وراء رقم تغيّر. أما المانح فيقبله أو يعيده مع سؤال، ولا يوقّع أبدًا.
nothing = أنواع اللاشيء
nothing-shown = المعروض
nothing-meaning = المعنى
nothing-zero = عُدَّ فلم يوجد شيء، أو صرّح أحد بأنه لا شيء
nothing-not-reported = لم يُبلَّغ عنه أو لم يُجمع: تقول الملاحظة أيهما
nothing-withheld = محجوب لحماية الأشخاص
nothing-not-applicable = لا يمكن أن يوجد
rules = كل القواعد
rule-code = الرمز
rule-figure = الرقم
rule-unit = الوحدة
rule = القاعدة
rule-as-configured = القاعدة كما يقرؤها النظام
measure-distinct = المختلف منها
measure-sum = المجموع
measure-cases = كل حالة
measure-estimate = تقدير
measure-reported-only = لم يُحسب بعد: أبلغ عنه آخرون فقط

## Other definitions
definition-same = يعدّ الشيء نفسه في جوهره
definition-narrower = يعدّ أقل
definition-wider = يعدّ أكثر
definition-split = صار عدة أرقام وهذا أقربها
definition-merged = صار جزءًا من رقم آخر
definition-dropped = أُلغي ولا خلف له
definition-moved = يرد برمز آخر
definition-under = التعريف { $definition } ({ $date }): { $kind }.
definition-code = رمزه هناك: { $code }.
definition-line = يجوز أن يصل خط بين القيمتين.
definition-no-line = القيمتان غير قابلتين للمقارنة: لا خط بينهما.
definition-value = محسوبًا بالتعريف { $definition } للوقائع نفسها: { $value }.

## Rules of an action
rules-of = قواعد «{ $action }»
rules-lead = كل قاعدة بالكلمات، مستخرجة من القاعدة نفسها التي تَعُدّ، وكما يقرؤها النظام.
rules-all = كل القواعد بالكلمات وكما ضُبطت
grades = درجات الأدلة
rule-counts = الوحدة: { $unit }؛ { $measure }.
rule-sum = يُجمع: { $column }.
rule-rows-all = كل الصفوف المراجَعة من { $register }.
rule-rows-where = الصفوف المراجَعة من { $register } التي يصح فيها كل ما يلي:
rule-except = مراجَعة ولا تُعدّ مع ذلك حيث يصح ما يلي:
rule-by-first = مُفصَّل بحسب { $by }، وكلٌّ كما كان عند عدّه أول مرة.
rule-by-record = مُفصَّل بحسب { $by }، وكلٌّ كما يقول صفه.
rule-never-add = لا يُجمع أبدًا مع: { $others }.
condition-is = { $column }: «{ $value }»
condition-is-not = { $column }: ليس «{ $value }»
condition-one-of = { $column }: أحد هذه: { $value }
condition-at-least = { $column }: { $value } على الأقل
condition-at-most = { $column }: { $value } على الأكثر
condition-before = { $column }: قبل { $value }
condition-after = { $column }: بعد { $value }
condition-present = { $column }: مملوء
condition-absent = { $column }: فارغ
condition-longest = { $column }: { $value } حرفًا على الأكثر
condition-not = ليس ({ $part })
condition-and = {" و"}
condition-or = {" أو "}
condition-today = اليوم
condition-yes = نعم
condition-no = لا
disclosure = ما لا يُعرض، حمايةً للأشخاص
disclosure-threshold = في الأرقام عن الأشخاص لا يُعرض عدد غير الصفر أقل من { $k }، ولا تغيّر بهذا الصغر بين إصدارين.
disclosure-exact-both = بقرار من البرنامج يُعرض مجموعه ومجموع كل بلد بدقة.
disclosure-exact-programme = بقرار من البرنامج يُعرض مجموعه بدقة، ولا يُعرض مجموع بلد بدقة.
disclosure-exact-country = بقرار من البرنامج يُعرض مجموع كل بلد بدقة.
disclosure-exact-none = لا مجموع مستثنى.
disclosure-of-figure = { $figure }: { $says }
disclosure-tables = من هذه الأرقام عن الأشخاص يجوز عرض جداول أخرى: { $figures }؛ بحسب الربع وبحسب { $by }.
disclosure-things = لا أشخاص وراء هذه الوحدات، فلا حد لها: { $units }.
disclosure-always = يُعرض الجدول كاملًا أو لا يُعرض، حتى لا يُحسب المحجوب مما بقي. ولا أسماء ولا عناوين ولا أرقام أشخاص في أي صفحة أو ملف.

## Records of figures
record-crumb = المسار
record-eye = الهدف { $objective } · الرقم
record-title = { $figure }: { $value }، النسخة { $version }
record-title-reported = { $figure }: { $value }، كما أُبلغ عنه
record-description = ما الذي يعدّه الرقم، وكيف روجع، وتوزيعه، وكل قيمة كانت له.
record-computed = محسوب من السجلات
record-computed-demonstration = محسوب من سجلات تجريبية
record-no-records = لا سجلات وراء هذا الرقم
record-nobody-said = لم ينشر أحد قيمة بعد.
record-real = حقيقي:
record-real-text = اسم الرقم وقيمه المُبلَّغ عنها.
record-invented = مُختلَق:
record-invented-text = السجلات، وكل ما حُسب منها.
record-version = النسخة
record-version-current = { $version }، الحالية
record-version-old = { $version }، حلت محلها أخرى
record-nothing-left-out = لم يُستبعد شيء
record-not-shown = حسب { $dimension }: لا يُعرض في الإصدار { $release } لأن أحد التغييرات صغير جدًّا.
record-not-shown-last = آخر نسخة تعرضه: { $version }
record-versions-all = كل النسخ ({ $n })
record-data-to = البيانات حتى
record-cumulative = ، تراكمية
record-issued = صدر في
record-issued-release = ، الإصدار { $release }
record-issued-unchanged = ، دون تغيير في الإصدار { $release }
record-reported = المُبلَّغ عنه
record-reported-value = { $value } ({ $date })
record-evidence = الأدلة
record-grade = الدرجة { $grade }
record-reaching = بلغها { $reaching } من { $counted } صفًا محتسبًا
record-on-file = { $reaching }؛ والوثيقة المصدر محفوظة لعدد { $on_file } منها
record-coverage-of = { $expected ->
    [one] { $answered } من شريك واحد، { $quarter }
    [two] { $answered } من شريكين، { $quarter }
    [few] { $answered } من { $expected } شركاء، { $quarter }
   *[other] { $answered } من { $expected } شريكًا، { $quarter }
}
record-address = العنوان الدائم
record-superseded = النسخة { $version }. حلت محلها في { $date }
record-superseded-by = النسخة { $version }: { $value }
record-restated = صُحِّح.
record-restated-text = { $value }، وكان { $previous } في النسخة { $version } ({ $difference }، { $share }).
record-restated-plain = { $value }، وكان { $previous } في النسخة { $version }.
record-see-history = انظر التاريخ

record-definition = ما الذي يَعُدّه
record-counted = يُعَدّ
record-not-counted = لا يُعَدّ
record-method = كيف يُعَدّ
record-rule = القاعدة بالكلمات وكما ضُبطت
record-rule-former = قاعدة هذه النسخة كما كانت مضبوطة
record-rule-waits = لم يُحتسب أي سجل بهذه القاعدة بعد: ليس هنا إلا ما أبلغ عنه آخرون.

record-said = ما أُبلغ عنه
record-said-caption = قيم نشرها آخرون
record-said-when = متى
record-said-value = القيمة
record-said-by = المصدر
record-said-definition = { $source }، التعريف { $definition }
record-said-label = المُبلَّغ عنه: { $values }
record-said-at = { $value } في { $date }
record-said-none = لم ينشر أحد قيمة لهذا الرقم.
record-said-grade = لا سجلات هنا وراء القيم المُبلَّغ عنها (الدرجة { $grade })، ولا تُخلط بالقيم المحسوبة.
record-said-fell = أُبلغ عنه { $before } ({ $then }) ثم { $after } ({ $later }). والرقم الذي يَعُدّ منذ البداية لا ينقص إلا بتصحيح. ولم يُنشر أي سبب.
record-said-vanished = { $source } ({ $date }): قيم لأرقام أخرى من هذا الإجراء ولا قيمة لهذا الرقم. ولم يُنشر أي سبب.

record-chain = من السجل إلى الرقم
record-stage = المرحلة
record-remaining = الباقي
record-left-out = المستبعد
record-why = لماذا
stage-received = صفوف مستلمة
stage-verified = صفوف تم التحقق منها
stage-once-per-partner = { $figure }، مرة لكل شريك
stage-once-in-programme = { $figure }، مرة في البرنامج
stage-amounts = صفوف تحمل عددًا، حلّ محلها العدد
record-amounts = صفوف: { $rows }، تمثل { $amount }
record-signed-consortium-lead = قائد الائتلاف ({ $date })
record-signed-verifier = مدقق من منظمة أخرى ({ $date })
record-signed-other = شخص له حق التوقيع ({ $date })
record-signed = وقّعها { $signatures }. ولم يُدخل أيٌّ منهما السجلات وراء رقم متغيّر ولم يراجعها.
record-and = { " و" }

grade-a = أ
grade-b = ب
grade-c = ج
grade-d = د
grade-a-name = مثبت
grade-b-name = مُراجَع
grade-c-name = مُبلَّغ
grade-d-name = مُقدَّر
grade-a-means = مصدر موقّع اطّلع على عينة منه مدقق مستقل
grade-b-means = قارن شخص ثانٍ كل سجل بمصدره
grade-c-means = قاله طرف ما دون مقارنة سجلات
grade-d-means = محسوب بنموذج أو مقرَّب
record-estimate = هذا الرقم تقدير.

record-breakdown = التوزيع
record-by-first = حسب { $dimension }، عند أول عدّ
record-by-quarter = حسب ربع السنة، عند أول عدّ
record-by-each = حسب { $dimension }، حيثما عُدّ
record-each-note = ما عُدّ في سطرين يظهر فيهما معًا، فلا تُجمع السطور.
record-each-several = يظهر { $n } مما عُدّ في سطرين أو أكثر من هذه السطور.
record-beside = إلى جانب الرقم: { $dimension }
record-beside-note = ليست هذه وحدات الرقم، ولا يساوي مجموعها الرقم.
cell-head-count = عدّ بالرؤوس دون أسماء
record-breakdown-none = لا يُعرض أي جدول لهذا الرقم.

record-never-add = لا يُجمع هذا مع
record-overlap = قد يكون بعضهم في الاثنين، والجمع يعدّهم مرتين.
record-overlap-tag = تداخل
record-old-version = النسخة { $version } من هذا الرقم.
record-replace = كل نسخة تحل محل سابقتها.
record-old-version-tag = نسخة أقدم

record-history = التاريخ
record-history-caption = كل قيمة محسوبة صدرت
record-history-label = القيمة المحسوبة لكل نسخة: { $values }
record-history-version = النسخة
record-history-value = القيمة
record-history-why = متى صدرت ولماذا
record-v = ن{ $version }
record-removed = أزال التصحيح { $n }
record-restated-tag = مُصحَّح
record-data-up-to = بيانات حتى { $date }.
record-first = أول نشر.
record-replaced-by = حلت محلها النسخة { $version }.
record-same-value = القيمة نفسها؛ تغيّر جدول أو التعريف أو الحالة.
record-as-known = كما نعرف اليوم: { $known } ({ $difference }).
record-as-known-since = كما نعرف منذ تصحيح النسخة { $version }: { $known } ({ $difference }).
record-correction = تصحيح:

record-cite = التنزيل والاستشهاد
record-cite-lead = للاستشهاد بهذا الرقم
record-citation = { $site } «{ $name }: { $value }»، { $computed }، النسخة { $version }، { $date }.
record-citation-reported = { $site } «{ $name }: { $value }»، كما أُبلغ عنه: { $source }.
record-site-demonstration = Hatua. { $note }.
record-site = Hatua.
record-keep = سجلات تجريبية: أبقِ كلمة «تجريبي».
record-permanent = لا يتغير محتوى العنوان ذي النسخة؛ وهذا العنوان يقود دائمًا إلى الأحدث:
record-permanent-newest = يقود هذا العنوان دائمًا إلى الأحدث:

## Log of changes
changelog = التغييرات
changelog-description = كل إصدار من كل إجراء: أي الأرقام تغيّر وبكم ولماذا.
changelog-lead = لا يتغير رقم في صمت. كل إصدار هنا مع ما غيّره، الأحدث أولًا، وكل تصحيح مع سببه.
changelog-real = أسماء الأرقام.
changelog-none = لم يصدر شيء بعد.
changelog-figure = الرقم
changelog-before = قبل
changelog-now = الآن
changelog-difference = الفرق
changelog-caption = أرقام لها نسخة جديدة
changelog-first = أول قيمة
changelog-unchanged = أرقام لم تتغير: { $n }.
changelog-no-figures = لم يتغير أي رقم.
changelog-removed = أرقام أُزيلت

## Open data
data-origin-computed = محسوب من السجلات
data-origin-reported = أبلغ عنه آخرون
data-status-published = عدد، بما في ذلك الصفر
data-status-nil = لا شيء للإبلاغ عنه، كما صُرّح
data-mark-restated = مصحَّح: هذا الإصدار يصحح قيمة سابقة
data-mark-provisional = مؤقت: يُنتظر مزيد من السجلات
data-column-action-id = الإجراء.
data-column-indicator-code = المؤشر، برمزه في قائمة الصندوق.
data-column-origin = من أنتج العدد.
data-column-definition-version = نسخة التعريف؛ فارغة إن لم يذكر المصدر نسخة.
data-column-period-start = أول يوم من الوقائع؛ فارغ إن لم يذكره المصدر.
data-column-period-end = آخر يوم من الوقائع؛ شهر أو سنة إن لم يكن المصدر أدق.
data-column-dimension = فارغ للرقم نفسه، وإلا فهو مفتاح جزء منه ورمزه. أجزاء المفتاح الذي ينتهي بـ «_each» لا تُجمع.
data-column-value = العدد؛ فارغ إن لم يكن للحالة عدد. في المصنفات تقوم علامة مقامه.
data-column-value-status = نوع القيمة. الفراغ ليس صفرًا أبدًا.
data-column-unit = ما يُعدّ.
data-column-published-at = متى صدر أو قيل.
data-column-release = الإصدار الذي أصدره؛ فارغ للعدد المبلَّغ عنه.
data-column-source = من قاله وأين؛ في العرض التجريبي «demonstration records».
data-column-permalink = أين يمكن الرجوع إليه على الدوام.
data-column-label = اسم الرمز، باللغة المذكورة في آخر اسم العمود.
sheet-cover = الغلاف
sheet-figures = الأرقام
sheet-figures-about = كل الأرقام، المحسوبة والمبلَّغ عنها، دون تفصيل.
sheet-by-about = الأرقام مفصلة حسب { $key }.
sheet-notes = ملاحظات
sheet-notes-about = اختصارات الجداول.
sheet-dictionary = القاموس
sheet-dictionary-about = معنى كل عمود، وكل رمز مع اسمه.
sheet-demonstration = تجريبي { $name }
data-title = البيانات المفتوحة
data-intro = كل رقم في ملفات، بالأعداد نفسها التي في الصفحات. العنوان الذي فيه «latest» لا يتغير ويحمل الإصدار الحالي دائمًا؛ والعنوان الذي فيه نسخة أو إصدار يبقى كما صدر.
data-files = الملف
data-holds = المحتوى
data-all = كل الأرقام، المحسوبة والمبلَّغ عنها
data-release = كل أرقام { $release }
data-dictionary = معنى كل عمود وكل رمز
data-by-figure = رقمًا رقمًا
data-latest = الإصدار الحالي
data-reported = ما أبلغ عنه آخرون
data-more = كل الملفات ومعنى أعمدتها

# كلمات الحزمة التي يأخذها المدقق.
bundle-language = العربية
bundle-title = الأدلة وراء { $release }: { $action }
bundle-lead = وقائع حتى { $to }؛ صدرت في { $on }. حُسبت الأرقام من أول { $size } قيد في السجل { $origin }؛ ويضم هذا الملف { $entries } قيد، ومعها الإصدار نفسه.
bundle-handed-over = يُسلَّم هذا الملف إلى المدقق وليس للنشر: كل سطر فيه قيد واحد. لا يحتوي على اسم شخص ولا رقم هاتفه ولا عنوانه.
bundle-figures = الأرقام بحسب كل شريك
bundle-figures-note = المُبلَّغ: ما تقوله صفوف الشريك كما وصلت، مهما آل إليه أمرها. المُثبَت: الجزء الذي قارن شخص ثانٍ صفوفه بمصدرها. محفوظ: ما وصلت وثيقته المصدرية إلى هنا أيضًا من ذلك الجزء. في الرقم: ما يضيفه الشريك، كل وحدة مرة واحدة؛ ومجموع الشركاء هو الرقم.
bundle-partner = الشريك
bundle-reported = المُبلَّغ
bundle-supported = المُثبَت
bundle-difference = الفرق
bundle-paper = محفوظ
bundle-added = في الرقم
bundle-issued = الصادر: { $value }.
bundle-said = قال { $by } { $value } ({ $when })؛ ويختلف عنه الرقم الصادر بمقدار { $difference }.
bundle-checked-by = { $by } ({ $count ->
    [zero] { $count } صف
    [one] صف واحد
    [two] صفان
    [few] { $count } صفوف
    [many] { $count } صفًا
   *[other] { $count } صف
 })
bundle-checkers = تحقق منه { $by }.
bundle-found = وُجد ولم يُحسب: { $found }.
bundle-found-nothing = لم يُستبعد شيء.
bundle-sample = العينة
bundle-sample-note = لكل رقم وكل شريك سُحب حتى ثلاثة صفوف متحقَّق منها بجذر شجرة السجل، وهو ما لا يستطيع أحد اختياره. انظر في ورق كل صف ودوّن ما تجده: في sample.csv مكان لذلك. وبجانب كل صف من قارنه بمصدره. ولا يسجل هذا السجل أن شخصًا آخر أعاد فحص هذه العينة.
bundle-record = القيد
bundle-document = الوثيقة المصدرية
bundle-on-file = محفوظة
bundle-row = الصف
bundle-checked = تحقق منه
bundle-yes = نعم
bundle-no = لا
bundle-inside = ما في هذا الملف
bundle-in-figures = الجداول أعلاه، للبرامج
bundle-in-sample = الصفوف المسحوبة، مع أعمدة فارغة لما تراه
bundle-in-release = الإصدار كما صدر، بتوقيعيه
bundle-in-recount = كل قيد وكل قرار في ملف بسيط، وتعليمات SQL يعيد بها برنامج آخر حساب الأرقام
bundle-in-package = حزمة البرنامج بالقواعد التي حسبت
bundle-in-ledger = كل القيود حتى الإصدار، ورأسها الموقّع، والمفتاح العام للسجل، وإثبات قيد الإصدار
bundle-in-seal = بصمات كل الأجزاء، والتوقيع عليها
bundle-check = افحص هذا الملف
bundle-check-how = شغّل hatua release verify مع هذا الملف على أي جهاز: لا يحتاج إلى شبكة ولا قاعدة بيانات ولا مفتاح سوى المفتاح العام. سمِّ بالخيار --key المفتاح العام الذي كان عندك من قبل.
bundle-check-proves = يُثبت ذلك أن كل بايت كما خُتم، وأن القيود هي السجل الموقّع، وأن الأرقام إذا أعيد حسابها هي التي صدرت.
bundle-check-open = ولا يُثبت أن قيدًا صحيح، ولا أن شيئًا لم يُغفل قبل إرساله. لا يُظهر ذلك إلا الورق والناس.

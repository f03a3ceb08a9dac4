# The comments in en-US.ftl explain the messages and their variables.

## The widget

widget = خطوة بخطوة
continue = متابعة
back = رجوع
restart = البدء من جديد
retry = حاول مرة أخرى
stuck = لا أستطيع المتابعة
article = المقالة كاملة
article-show = عرض المقالة كاملة
article-hide = إخفاء المقالة
step-of = الخطوة { $step } من { $total }
known = أخذنا هذه الإجابة من حسابك. يمكنك تغييرها.
choose = اختر إجابة
problem = هناك مشكلة
mistake = خطأ:
working = لحظة واحدة…
answer-all = كلها بالترتيب
heading-read = الخطوة التالية
heading-ask = أيّ هذه يناسبك؟
practice = تدريب: لا يحدث شيء لحساب حقيقي.
notice-article = دليل الخطوات غير متاح هنا. تجد المقالة كاملة أدناه.
notice-failed = لم ينجح ذلك، ولم يتغيّر شيء. حاول مرة أخرى أو اقرأ المقالة كاملة.
notice-load = تعذّر تحميل كل ما يلزم هنا. لم تُفقد إجاباتك. حاول مرة أخرى.
notice-memory = لا يسمح لنا متصفحك بحفظ أي شيء هنا. ستفقد إجاباتك عند إغلاق الصفحة.

## The widget: later steps

notice-elsewhere = كنت هنا في نافذة أخرى أيضًا. نعرض لك ما وصلت إليه هناك.
notice-forgotten = حُذف كل ما كان محفوظًا هنا في نافذة أخرى. تبدأ من جديد.
notice-journal = تعذّرت قراءة بعض ما فعلته سابقًا. تحقّق من إجاباتك.
notice-newer = ما حُفظ هنا يعود إلى إصدار أحدث من هذا الدليل. لم تُفقد إجاباتك. أعد تحميل الصفحة للمتابعة.
notice-moved = تغيّر الدليل منذ زيارتك الأخيرة. ستتابع من آخر خطوة ما زالت صالحة.
notice-unknown = لم يصلنا رد بعد، ونحن نسأل مرة أخرى. لن يُنفَّذ أي شيء مرتين.
notice-wiped = حفاظًا على أمانك، أزلنا الأرقام والرموز التي كتبتها عندما غادرت الصفحة. اكتبها من جديد.
notice-lost = شيء غيّرته سابقًا لم يعد موجودًا في الحساب. تحقّق من الوضع الحالي، وأعد التغيير إذا احتجت إليه.
known-answers =
    { $count ->
        [zero] لا توجد إجابات من حسابك
        [one] إجابة واحدة من حسابك
        [two] إجابتان من حسابك
        [few] { $count } إجابات من حسابك
        [many] { $count } إجابة من حسابك
       *[other] { $count } إجابة من حسابك
    }
known-against = أجبت «{ $said }»، لكن الحساب يقول «{ $known }»، وعلى هذا نعتمد. إذا كان ذلك خطأ، فيمكنك تغييره هنا.
fact-notices = رُفض الدفع باستخدام { $methods } في { $days }.
fact-managers = يستطيع { $who } القيام بذلك.
fact-owed = لم يُدفع { $amount } بعد.
fact-charged = كان المبلغ { $amount }.
fact-charged-for =
    { $more ->
        [0] كان المبلغ { $amount } مقابل { $items }.
       *[other] كان المبلغ { $amount } مقابل { $items } و{ $more } غيرها.
    }
fact-owed-same = لم يُدفع هذا المبلغ بعد.
fact-each = ما يخص كل إشعار
decline-insufficient-funds = لم يكن هناك رصيد كافٍ متاح.
decline-expired = انتهت صلاحية البطاقة.
decline-incorrect-details = بعض البيانات لا تطابق ما لدى البنك.
decline-authentication-required = أراد البنك أن تؤكد عملية الدفع.
decline-bank-declined = لم يذكر البنك السبب.
decline-do-not-retry = لا يقبل البنك أي مدفوعات أخرى بها.
decline-other = حدث خلل في أثناء العملية.
send-on-words = مرحبًا! رُفض الدفع باستخدام { $method } ولا أستطيع تغيير طريقة الدفع هذه بنفسي. هل يمكنك فتح هذه الصفحة واتباع الدليل؟ { $page }
send-on-copy = نسخ النص
send-on-mail = إرسال بالبريد الإلكتروني
notice-may-end = قد يحذف متصفحك ما هو محفوظ هنا بعد بضعة أيام. للمتابعة لاحقًا، احفظه في ملف: اختر «{ stuck }».
article-says = كيف تفعل ذلك دون هذا الدليل
path-so-far = إجاباتك حتى الآن
known-fields = ملأنا ما نعرفه مسبقًا. يمكنك تغييره.
test-card-hint = تكفي هنا بطاقة اختبار.
test-card = املأ بطاقة اختبار
test-card-filled = مُلئت بيانات بطاقة الاختبار.
or = أو
before = الآن
after = بعد التغيير
today = اليوم
column-name = الاسم
column-facts = معلومات عنه
column-field = البيان
list-total = العدد الكلي: { $count }
list-all = عرض الكل ({ $count })
picked = المختار:
picture-uses =
    { $count ->
        [zero] رسم: لا يُدفع أي عنصر باستخدام { $method }.
        [one] رسم: يُدفع عنصر واحد باستخدام { $method }.
        [two] رسم: يُدفع عنصران باستخدام { $method }.
        [few] رسم: تُدفع { $count } عناصر باستخدام { $method }.
        [many] رسم: يُدفع { $count } عنصرًا باستخدام { $method }.
       *[other] رسم: يُدفع { $count } عنصر باستخدام { $method }.
    }
picture-moves =
    { $count ->
        [zero] رسم: لا يُنقل أي عنصر من { $old } إلى { $new }.
        [one] رسم: يُنقل عنصر واحد من { $old } إلى { $new }.
        [two] رسم: يُنقل عنصران من { $old } إلى { $new }.
        [few] رسم: تُنقل { $count } عناصر من { $old } إلى { $new }.
        [many] رسم: يُنقل { $count } عنصرًا من { $old } إلى { $new }.
       *[other] رسم: يُنقل { $count } عنصر من { $old } إلى { $new }.
    }
picture-rest = و{ $count } غيرها
picture-days = خط زمني: نعيد المحاولة من { $from } حتى { $until }. اليوم هو { $today }.
picture-days-over = خط زمني: نعيد المحاولة من { $from } حتى { $until }.
change = تغيير
confirm = تأكيد
undo = تراجع
undo-sure = هل تريد التراجع عن التغيير؟
undo-now = نعم، تراجع
undo-keep = لا، أبقِه
yes = نعم
no = لا
heading-by-hand = الخطوة التالية
heading-pick = أيّها تقصد؟
heading-fill = املأ البيانات
heading-review = تحقّق من إجاباتك
heading-outcome = هذا كل شيء
list-none = لا يوجد هنا ما يمكن اختياره.
search = البحث في القائمة
search-none = لا توجد نتائج. جرّب كلمة أخرى.
search-found =
    { $count ->
        [zero] لا توجد نتائج
        [one] نتيجة واحدة
        [two] نتيجتان
        [few] { $count } نتائج
        [many] { $count } نتيجة
       *[other] { $count } نتيجة
    }
item-off = لا يمكن اختياره
unusable =
    { $count ->
        [zero] لا يوجد ما لا يمكن اختياره
        [one] واحدة لا يمكن اختيارها
        [two] اثنتان لا يمكن اختيارهما
        [few] { $count } لا يمكن اختيارها
        [many] { $count } لا يمكن اختيارها
       *[other] { $count } لا يمكن اختيارها
    }
as-picture = في صورة
other-answers = إجاباتك الأخرى
item-unnamed = بلا اسم
item-expiry = صالحة حتى نهاية { $value }
item-holder = { $value }
item-price = { $value }
item-payer = يُدفع بواسطة { $value }
item-day = { $value }
item-subscriptions =
    { $value ->
        [zero] لا اشتراكات
        [one] اشتراك واحد
        [two] اشتراكان
        [few] { $value } اشتراكات
        [many] { $value } اشتراكًا
       *[other] { $value } اشتراك
    }
item-profiles =
    { $value ->
        [zero] لا ملفات تعريف فوترة
        [one] ملف تعريف فوترة واحد
        [two] ملفّا تعريف فوترة
        [few] { $value } ملفات تعريف فوترة
        [many] { $value } ملف تعريف فوترة
       *[other] { $value } ملف تعريف فوترة
    }
item-uses = { $value ->
        [0] لا يُدفع بها شيء
       *[other] يُدفع بها { $value }
    }
detail-uses =
    { $count ->
        [zero] لا يُدفع بها شيء الآن
        [one] عرض ما يُدفع بها
        [two] عرض الاثنين اللذين يُدفعان بها
        [few] عرض ما يُدفع بها وعددها { $count }
        [many] عرض ما يُدفع بها وعددها { $count }
       *[other] عرض ما يُدفع بها وعددها { $count }
    }
changes-replace-all =
    { $count ->
        [zero] لن يُنقل شيء
        [one] سيُنقل هذا العنصر
        [two] سيُنقل هذان العنصران
        [few] ستُنقل هذه العناصر وعددها { $count }
        [many] ستُنقل هذه العناصر وعددها { $count }
       *[other] ستُنقل هذه العناصر وعددها { $count }
    }
changes-replace-one = سيُنقل هذا العنصر
changes-update = سيتغيّر هذا
changes-add = سيُضاف هذا
changes-delete = سيُحذف هذا
changes-pay =
    { $count ->
        [zero] لن يُدفع شيء
        [one] سيُدفع هذا العنصر
        [two] سيُدفع هذان العنصران
        [few] ستُدفع هذه العناصر وعددها { $count }
        [many] ستُدفع هذه العناصر وعددها { $count }
       *[other] ستُدفع هذه العناصر وعددها { $count }
    }
changes-undo =
    { $count ->
        [zero] لن يعود شيء
        [one] سيعود هذا العنصر كما كان
        [two] سيعود هذان العنصران كما كانا
        [few] ستعود هذه العناصر وعددها { $count } كما كانت
        [many] ستعود هذه العناصر وعددها { $count } كما كانت
       *[other] ستعود هذه العناصر وعددها { $count } كما كانت
    }
answer-picked = تم الاختيار
answer-filled = تم الملء
review-yet = لم يتغيّر شيء بعد.
review-begun = أُضيفت طريقة الدفع. لم يتغيّر أي شيء آخر بعد.
warning-notices-elsewhere = الإشعارات تخص { $methods }. وما يتغيّر هنا هو { $method }.
warning-same-card = الأرقام الأربعة الأخيرة وتاريخ الانتهاء متطابقة في البطاقتين. إذا كانتا بطاقة واحدة، فلن يفيد الاستبدال.
review-undoable = يمكنك التراجع بعد ذلك.
review-final = لا يمكن التراجع عن هذا.
outcome-final = لا يمكن التراجع عن الدفع. وبعده لا يمكنك التراجع عن التغيير أيضًا.
form-undoable = لا يُدفع شيء بالطريقة الجديدة بعد. يمكنك إزالتها ما دام الأمر كذلك.
review-done = تم ذلك. هذا ما اخترته.
review-undone = تم ذلك ثم جرى التراجع عنه.
notice-guides = لا يمكننا الوصول إلى حسابك الآن. يستمر الدليل بدونه: نفّذ الخطوات حيث تدير حسابك.
account-of = حساب { $name }
account-away = لا يمكننا جلب حسابك الآن. يستمر الدليل بدونه.
account-old = لا يمكننا جلب حسابك الآن. ما تراه هنا بتاريخ { DATETIME($day, day: "numeric", month: "long") }.
account-signed-out = لم تسجّل الدخول، لذلك لا يمكننا جلب حسابك. سجّل الدخول وحاول مرة أخرى.
account-forbidden = ليس لديك حق الوصول إلى هذا الحساب. اسأل من يديره.
account-not-there = لا نجد الحساب. يستمر الدليل بدونه.
account-unreadable = لا يمكننا قراءة حسابك. يستمر الدليل بدونه.
notice-behind = تم التغيير، لكن حسابك لا يعرضه بعد. سنجلبه مرة أخرى.
notice-account-changed = تم تغيير حسابك في مكان آخر. شيء مما اخترته لم يعد موجودًا. اختر من جديد.
by-hand-again = لا نستقبل رقم البطاقة هنا. نفّذ ذلك حيث تدير حسابك ثم عد إلى هنا: سنجلب الحساب من جديد.
by-hand = نفّذ هذا حيث تدير حسابك، ثم عُد إلى هنا. لا يستطيع هذا الدليل رؤية الحساب.
by-hand-done = نفّذتُ هذا
by-hand-missing = لا أجده
by-hand-missed = لم تجد ما تتعلق به هذه الخطوة. أخبر فريق الدعم بذلك: فهو مذكور في الملخص.
answer-by-hand = نُفّذ في مكان آخر، ولم يُتحقق منه هنا
summary-missing = لم يجده القارئ
unverified = لا يستطيع هذا الدليل رؤية حسابك، فلم يُتحقق هنا من شيء ولم يُنفَّذ شيء. تأكّد في حسابك من أن كل شيء صحيح.
undone = عاد كل شيء كما كان قبل التغيير. إن أردت فعل شيء آخر، فابدأ من جديد.
undone-left = تم التراجع عن التغيير. إن أردت فعل شيء آخر، فابدأ من جديد.
left-add = أضفت { $method } في الطريق إلى هنا، وما زالت طريقة الدفع هذه في الحساب. يمكنك إبقاؤها أو إزالتها.
left-other = لا يزال شيء مما قمت به في الطريق إلى هنا ساريًا.
take-add = إزالة { $method } من الحساب
take-other = التراجع عن ذلك أيضًا
taken-add = أُزيلت طريقة الدفع من الحساب أيضًا: { $method }.
taken-other = تم التراجع أيضًا عما قمت به في الطريق إلى هنا.
helped = هل أفادك هذا؟
helped-thanks = شكرًا على إجابتك.
stuck-heading = اعرض هذا على فريق الدعم
stuck-try = جرّب هذا أولًا
stuck-back = ارجع خطوة وانظر هل تناسبك إجابة أخرى أكثر.
stuck-reload = أعد تحميل الصفحة. ما أجبت به باقٍ.
summary = ملخص لفريق الدعم
summary-hint = ما أجبت به وما تم تنفيذه. لا يتضمن أسماء ولا عناوين ولا أرقام بطاقات.
summary-copy = نسخ
summary-print = طباعة
summary-save = حفظ
summary-copied = نُسخ الملخص.
summary-selected = حُدّد النص. انسخه باستخدام لوحة المفاتيح.
summary-allows = ما يمكنك تغييره في الحساب
summary-allowed = يمكن اختيارها
summary-reference = المرجع: { $reference }
welcome = مرحبًا بعودتك. كانت زيارتك الأخيرة في { $day }.
wait = ننتظر الرد. قد يستغرق ذلك بعض الوقت، ويمكنك ترك الصفحة مفتوحة.
wait-cancel = إلغاء
wait-cancelled = نلغي ما لم يُنفَّذ بعد.

heading-action-needed = يريد البنك أن تؤكد
action-pressed = ضغطتَ على «{ $action }».
action-yet = لن يتغيّر شيء ولن يُدفع شيء قبل موافقة البنك.
action-asked = نسأل البنك…
action-goes = ستنتقل إلى { $host }. عُد إلى هنا بعد التأكيد.
action-go = الانتقال إلى البنك
action-done = لقد أكدت
action-practice = بنك التدريب
action-practice-hint = هنا كان البنك سيسألك. اختر ما يجيب به.
action-confirm = تأكيد
action-refuse = رفض
next-back = العودة إلى «{ $title }»
next-failed = تعذّر فتح الدليل الآخر. حاول مرة أخرى، أو اقرأ المقالة بدلاً منه.
next-article = اقرأ المقالة
notice-next = تعذّر فتح الدليل الذي كنت فيه. لقد عدت إلى الدليل الأول، ولم يُفقد شيء مما فعلته.
transfer = المتابعة على جهاز آخر
transfer-hint = احفظ ما أنجزته في ملف وافتحه هناك. يحتوي الملف على أسماء وعناوين، لكن بلا أرقام بطاقات.
transfer-save = حفظ الملف
transfer-open = فتح ملف
transfer-found = الملف من تاريخ { $day }.
transfer-replaces = سيحلّ ما في الملف محل ما أنجزته هنا.
transfer-take = المتابعة من الملف
transfer-leave = الإبقاء على ما هنا
transfer-refused = لا يمكن استخدام هذا الملف هنا. اختر ملفًا حُفظ من هذا الدليل.
forget = حذف ما هو محفوظ هنا
forget-hint = إجاباتك وما فعلته محفوظة في هذا المتصفح.
forget-ask = حذف كل شيء…
forget-sure = سيُحذف من هذا المتصفح كل ما أجبت عنه وفعلته في أدلة هذا الموقع. لا يمكن التراجع عن ذلك.
forget-now = نعم، احذف كل شيء
forget-keep = لا، أبقِه
forget-done = حُذف كل شيء من هذا المتصفح.
forget-failed = تعذّر حذف كل شيء. حاول مرة أخرى، أو احذف بيانات الموقع من إعدادات المتصفح.
done-replace-all = استُبدلت طريقة الدفع في { $day }
done-replace-one = تغيّرت طريقة دفع عنصر واحد في { $day }
done-add = أُضيفت طريقة الدفع في { $day }
done-update = صُحّحت البيانات في { $day }
done-delete = حُذفت طريقة الدفع في { $day }
done-pay = تم الدفع في { $day }
done-undo = تم التراجع في { $day }
done-undone = جرى التراجع عنه بعد ذلك
optional = (اختياري)
different = تغيّر ما يلي في الحساب في هذه الأثناء:
different-new = جديد: { $name }
different-gone = لم يعد موجودًا: { $name }
different-details = تغيّرت بيانات { $name }
different-paid = يُدفع { $name } الآن باستخدام { $after } بدلًا من { $before }
different-others =
    { $count ->
        [zero] ولا تغييرات أخرى
        [one] وتغيير واحد آخر
        [two] وتغييران آخران
        [few] و{ $count } تغييرات أخرى
        [many] و{ $count } تغييرًا آخر
       *[other] و{ $count } تغيير آخر
    }
retry-helps = يمكنك المحاولة مرة أخرى.
retry-useless = لن تفيد المحاولة مرة أخرى.

## Verdicts of typed values

verdict-provider-missing = لم تُملأ بيانات البطاقة بعد. اكتب الرقم وتاريخ الانتهاء ورمز الأمان.
verdict-provider-failed = لم تُقبل البطاقة. راجع ما كتبته وحاول مرة أخرى.
verdict-provider-late = لم نتلق ردًا بشأن البطاقة. لم يُضف شيء. حاول مرة أخرى.
verdict-card-number-empty = اكتب الرقم المدوّن على البطاقة.
verdict-card-number-short = تنقص بعض الأرقام. اكتب الرقم المدوّن على البطاقة كاملًا.
verdict-card-number-length = عدد الأرقام غير صحيح. قارنه بالبطاقة.
verdict-card-number-long = الأرقام أكثر من اللازم. الحد الأقصى لمثل هذه البطاقة هو { $most }.
verdict-card-number-unknown = لا نعرف بطاقة تبدأ هكذا. تحقّق من الأرقام الأولى.
verdict-card-number-checksum = أحد الأرقام خاطئ، أو تبادل رقمان مكانيهما. قارن بالبطاقة رقمًا رقمًا.
verdict-card-number-character = احذف «{ $character }». لا يتكوّن رقم البطاقة إلا من أرقام.

verdict-security-code-empty = اكتب رمز الأمان. تجده على ظهر البطاقة، وفي American Express على وجهها.
verdict-security-code-short = عدد أرقام رمز الأمان لهذه البطاقة هو { $digits }. ما زال بعضها ناقصًا.
verdict-security-code-long = عدد أرقام رمز الأمان لهذه البطاقة هو { $digits }. ما كتبته أكثر من ذلك.
verdict-security-code-character = احذف «{ $character }». لا يتكوّن رمز الأمان إلا من أرقام.

verdict-expiry-empty = اكتب الشهر والسنة اللذين تنتهي فيهما البطاقة، مثل 12/30.
verdict-expiry-incomplete = اكتب الشهر والسنة معًا، مثل 12/30.
verdict-expiry-month = الشهر رقم من 1 إلى 12. اكتبه أولًا، مثل 12/30.
verdict-expiry-past = مضى هذا التاريخ. تحقّق من البطاقة، أو استخدم بطاقة لم تنتهِ صلاحيتها.
verdict-expiry-far = لا تبقى أي بطاقة صالحة كل هذه المدة. آخر سنة ممكنة هي { $year }. تحقّق من البطاقة.
verdict-expiry-format = اكتب الشهر والسنة فقط، مثل 12/30.
verdict-expiry-character = احذف «{ $character }». اكتب الشهر والسنة بالأرقام، مثل 12/30.

verdict-cardholder-name-empty = اكتب الاسم كما هو على البطاقة.
verdict-cardholder-name-letters = اكتب الاسم الموجود على البطاقة بالحروف.
verdict-cardholder-name-number = يبدو هذا رقم بطاقة. هنا مكان الاسم الموجود على البطاقة.
verdict-cardholder-name-long = الاسم أطول من اللازم. الحد الأقصى لعدد الأحرف هو { $most }.
verdict-cardholder-name-character = في الاسم حرف لا يمكن عرضه. اكتبه من جديد.

verdict-iban-empty = اكتب رقم IBAN. تجده في حسابك المصرفي على الإنترنت أو في كشف الحساب.
verdict-iban-short = تنقص بعض الخانات. اكتب رقم IBAN كاملًا.
verdict-iban-country = يبدأ رقم IBAN بحرفين يدلان على البلد. «{ $country }» ليس بلدًا يستخدم IBAN.
verdict-iban-format = إحدى الخانات في غير مكانها. تحقّق من عدم وجود حرف مكان رقم أو العكس: O و0، وI و1.
verdict-iban-long = الخانات أكثر من اللازم. عددها في رقم IBAN لهذا البلد هو { $most }.
verdict-iban-checksum = إحدى الخانات خاطئة، أو تبادلت خانتان مكانيهما. قارن بكشف الحساب.
verdict-iban-national = رقم الحساب داخل رقم IBAN غير صحيح. قارن بكشف الحساب.
verdict-iban-character = احذف «{ $character }». لا يتكوّن رقم IBAN إلا من حروف وأرقام.

verdict-bic-empty = اكتب رمز BIC للبنك. ويسمى أيضًا رمز SWIFT.
verdict-bic-short = تنقص بعض الخانات. رمز BIC من 8 خانات أو 11 خانة.
verdict-bic-country = الخانتان الخامسة والسادسة هما البلد. «{ $country }» ليس بلدًا.
verdict-bic-format = الخانات الست الأولى حروف. تحقّق من عدم وجود رقم فيها.
verdict-bic-long = الخانات أكثر من اللازم. رمز BIC من 8 خانات أو 11 خانة.
verdict-bic-character = احذف «{ $character }». لا يتكوّن رمز BIC إلا من حروف وأرقام.

verdict-us-routing-empty = اكتب رقم التوجيه للبنك (routing number). تجده في أسفل يسار الشيك.
verdict-us-routing-short = تنقص بعض الأرقام. عدد أرقام رقم التوجيه هو { $digits }.
verdict-us-routing-long = الأرقام أكثر من اللازم. عدد أرقام رقم التوجيه هو { $digits }.
verdict-us-routing-prefix = لا يوجد بنك يبدأ رقم توجيهه هكذا. تحقّق من أول رقمين.
verdict-us-routing-checksum = أحد الأرقام خاطئ، أو تبادل رقمان مكانيهما. قارن رقمًا رقمًا.
verdict-us-routing-character = احذف «{ $character }». لا يتكوّن رقم التوجيه إلا من أرقام.

verdict-uk-account-empty = اكتب رمز الفرع (sort code) ورقم الحساب.
verdict-uk-account-short = تنقص بعض الأرقام. عدد أرقام رمز الفرع ورقم الحساب معًا هو { $digits }.
verdict-uk-account-long = الأرقام أكثر من اللازم. عدد أرقام رمز الفرع ورقم الحساب معًا هو { $digits }.
verdict-uk-account-checksum = رمز الفرع ورقم الحساب لا يتوافقان. تحقّق من عدم وجود رقم خاطئ.
verdict-uk-account-character = احذف «{ $character }». لا تُكتب هنا إلا أرقام.
verdict-uk-sort-code-empty = اكتب رمز الفرع للبنك (sort code)، وهو ستة أرقام.
verdict-uk-sort-code-short = تنقص بعض الأرقام. عدد أرقام رمز الفرع هو { $digits }.
verdict-uk-sort-code-long = الأرقام أكثر من اللازم. عدد أرقام رمز الفرع هو { $digits }.
verdict-uk-sort-code-character = احذف «{ $character }». لا يتكوّن رمز الفرع إلا من أرقام.
verdict-uk-account-number-empty = اكتب رقم الحساب.
verdict-uk-account-number-short = تنقص بعض الأرقام. عدد أرقام رقم الحساب هو { $digits }.
verdict-uk-account-number-long = الأرقام أكثر من اللازم. عدد أرقام رقم الحساب هو { $digits }.
verdict-uk-account-number-character = احذف «{ $character }». لا يتكوّن رقم الحساب إلا من أرقام.

verdict-au-bsb-empty = اكتب رقم BSB للبنك، وهو ستة أرقام.
verdict-au-bsb-short = تنقص بعض الأرقام. عدد أرقام BSB هو { $digits }.
verdict-au-bsb-long = الأرقام أكثر من اللازم. عدد أرقام BSB هو { $digits }.
verdict-au-bsb-character = احذف «{ $character }». لا يتكوّن رقم BSB إلا من أرقام.

verdict-ca-transit-empty = اكتب رقم الفرع (transit number) ورقم المؤسسة (institution number)، مثل 12345-678.
verdict-ca-transit-short = تنقص بعض الأرقام. اكتب خمسة أرقام للفرع وثلاثة للبنك، مثل 12345-678.
verdict-ca-transit-long = الأرقام أكثر من اللازم. اكتب خمسة أرقام للفرع وثلاثة للبنك، مثل 12345-678.
verdict-ca-transit-character = احذف «{ $character }». لا تُكتب هنا إلا أرقام.
verdict-ca-transit-unknown = لا يوجد فرع رقمه 00000 ولا بنك رقمه 000. تحقّق من الأرقام، مثل 12345-678.

verdict-account-number-empty = اكتب رقم الحساب.
verdict-account-number-short = تنقص بعض الأرقام. الحد الأدنى لعدد أرقام رقم الحساب هو { $digits }.
verdict-account-number-long = الأرقام أكثر من اللازم. الحد الأقصى لعدد أرقام رقم الحساب هو { $digits }.
verdict-account-number-character = احذف «{ $character }». لا يتكوّن رقم الحساب إلا من أرقام.

verdict-postal-code-empty = اكتب الرمز البريدي، مثل { $example }.
verdict-postal-code-short = الرمز البريدي غير مكتمل. شكله مثل { $example }.
verdict-postal-code-character = لا مكان لـ «{ $character }» هنا في الرمز البريدي. شكله مثل { $example }.
verdict-postal-code-format = ترتيب الخانات خاطئ. شكل الرمز البريدي هنا مثل { $example }.
verdict-postal-code-long = الرمز البريدي أطول من اللازم. شكله مثل { $example }.
verdict-postal-code-unknown = لا يوجد في هذا البلد رمز بريدي كهذا. تحقّق من عدم وجود خانة خاطئة. شكل الرمز البريدي هنا مثل { $example }.

verdict-address-line1-empty = اكتب الشارع ورقم المبنى أو صندوق البريد.
verdict-address-line2-empty = اكتب السطر الثاني من العنوان.
verdict-address-sublocality-empty = اكتب الحي أو المنطقة.
verdict-address-city-empty = اكتب المدينة أو البلدة.
verdict-address-region-empty = اختر الولاية أو المقاطعة أو المنطقة.
verdict-address-sorting-code-empty = اكتب رمز الفرز.
verdict-address-region-unknown = هذه ليست منطقة في البلد. اختر واحدة من القائمة.
verdict-address-character = في النص حرف لا يمكن عرضه. اكتبه من جديد.
verdict-address-long = النص أطول من اللازم. الحد الأقصى لعدد الأحرف هو { $most }.
verdict-address-number = يبدو هذا رقم بطاقة. هنا مكان العنوان.
verdict-address-unused = لا يُستخدم هذا الحقل في البلد. اتركه فارغًا.
verdict-address-country = لا نعرف البلد «{ $country }». اختر واحدًا من القائمة.

## Reasons why something can't be chosen or done

reason-other =
    { $retry ->
        [false] لم ينجح ذلك، ولم يتغيّر شيء. لن تفيد المحاولة مرة أخرى.
       *[other] لم ينجح ذلك، ولم يتغيّر شيء. حاول مرة أخرى.
    }
reason-already-undone = جرى التراجع عن هذا من قبل. لا داعي لأن تفعل شيئًا.
reason-attached-since =
    { $count ->
        [one] يُدفع { $items } الآن باستخدام { $method }. انقله أولًا إلى طريقة دفع أخرى.
        [two] يُدفع عنصران الآن باستخدام { $method }، وهما { $items }. انقلهما أولًا إلى طريقة دفع أخرى.
        [few] تُدفع { $count } عناصر الآن باستخدام { $method }، ومنها { $items }. انقلها أولًا إلى طريقة دفع أخرى.
        [many] يُدفع { $count } عنصرًا الآن باستخدام { $method }، ومنها { $items }. انقلها أولًا إلى طريقة دفع أخرى.
       *[other] يُدفع { $count } عنصر الآن باستخدام { $method }، ومنها { $items }. انقلها أولًا إلى طريقة دفع أخرى.
    }
reason-bank-account-closed = لا يمكن إضافة حسابات مصرفية جديدة في { $country }. استخدم بطاقة ائتمان أو بطاقة خصم.
reason-bank-account-on-profile =
    { $count ->
        [one] لا يمكن دفع ملف تعريف الفوترة { $profiles } من حساب مصرفي. اختر بطاقة ائتمان أو بطاقة خصم.
        [two] لا يمكن دفع ملفّي تعريف الفوترة { $profiles } من حساب مصرفي. اختر بطاقة ائتمان أو بطاقة خصم.
       *[other] لا يمكن دفع ملفات تعريف فوترة مثل { $profiles } من حساب مصرفي. اختر بطاقة ائتمان أو بطاقة خصم.
    }
reason-not-for-profiles =
    { $count ->
        [one] لا يمكن دفع ملف تعريف الفوترة { $profiles } باستخدام { $method }. اختر طريقة دفع أخرى.
        [two] لا يمكن دفع ملفّي تعريف الفوترة { $profiles } باستخدام { $method }. اختر طريقة دفع أخرى.
       *[other] لا يمكن دفع ملفات تعريف فوترة مثل { $profiles } باستخدام { $method }. اختر طريقة دفع أخرى.
    }
reason-not-for-subscriptions =
    { $count ->
        [one] لا يمكن دفع الاشتراك { $items } باستخدام { $method }. اختر طريقة دفع أخرى.
        [two] لا يمكن دفع الاشتراكين { $items } باستخدام { $method }. اختر طريقة دفع أخرى.
       *[other] لا يمكن دفع اشتراكات مثل { $items } باستخدام { $method }. اختر طريقة دفع أخرى.
    }
reason-bank-accounts-gone = لم يعد ممكنًا نقل المدفوعات إلى حساب مصرفي. اختر بطاقة ائتمان أو بطاقة خصم.
reason-card-prepaid = لا يمكن استخدام البطاقات المدفوعة مسبقًا أو الافتراضية. استخدم بطاقة ائتمان أو بطاقة خصم عادية.
reason-conflict = غيّر شخص آخر الحساب في الوقت نفسه. لم يُنفَّذ ما طلبته. راجعه وحاول مرة أخرى.
reason-cancelled = لقد ألغيت العملية. لم يتغيّر شيء.
reason-authentication-failed = لم يحصل البنك على تأكيد. لم يتغيّر شيء ولم يُدفع شيء. يمكنك المحاولة مرة أخرى.
reason-payment-declined = رفض البنك الدفع باستخدام { $method }. لم يُدفع شيء.
reason-payment-insufficient-funds = لا يوجد مال كافٍ في { $method }. لم يُدفع شيء.
reason-day-differs = تاريخ جهازك بعيد عن تاريخنا. اضبط التاريخ الصحيح وحاول مرة أخرى.
reason-changed-since =
    { $count ->
        [one] نُقل { $items } مرة أخرى بعد ذلك. تراجع عن هذا النقل أولًا، أو انقل الباقي واحدًا واحدًا.
        [two] نُقل عنصران مرة أخرى بعد ذلك، وهما { $items }. تراجع عن نقلهما أولًا، أو انقل الباقي واحدًا واحدًا.
        [few] نُقلت { $count } عناصر مرة أخرى بعد ذلك، ومنها { $items }. تراجع عن نقلها أولًا، أو انقل الباقي واحدًا واحدًا.
        [many] نُقل { $count } عنصرًا مرة أخرى بعد ذلك، ومنها { $items }. تراجع عن نقلها أولًا، أو انقل الباقي واحدًا واحدًا.
       *[other] نُقل { $count } عنصر مرة أخرى بعد ذلك، ومنها { $items }. تراجع عن نقلها أولًا، أو انقل الباقي واحدًا واحدًا.
    }
reason-declined = رفض البنك { $method }. اختر طريقة دفع أخرى، أو صحّح بياناتها أولًا.
reason-expired = انتهت صلاحية { $method }. اختر طريقة دفع أخرى، أو صحّح تاريخ انتهاء الصلاحية أولًا.
reason-form-invalid =
    { $field ->
        [kind] اختر نوع طريقة الدفع.
        [number] أدخل رقم البطاقة مرة أخرى.
        [iban] أدخل رقم الحساب مرة أخرى.
        [account-number] أدخل رقم الحساب مرة أخرى.
        [uk-account-number] أدخل رقم الحساب مرة أخرى.
        [expiry] صحّح تاريخ انتهاء الصلاحية.
        [name] صحّح الاسم.
       *[other] صحّح عنوان الفوترة.
    }
reason-id-taken = يبدو أن هذا قد تم من قبل. أعد تحميل الصفحة وتحقّق من وجود طريقة الدفع.
reason-in-use =
    { $count ->
        [one] ما زال عنصر واحد يُدفع باستخدام { $method }. استبدل طريقة الدفع أولًا، ثم يمكنك حذفها.
        [two] ما زال عنصران يُدفعان باستخدام { $method }. استبدل طريقة الدفع أولًا، ثم يمكنك حذفها.
        [few] ما زالت { $count } عناصر تُدفع باستخدام { $method }. استبدل طريقة الدفع أولًا، ثم يمكنك حذفها.
        [many] ما زال { $count } عنصرًا يُدفع باستخدام { $method }. استبدل طريقة الدفع أولًا، ثم يمكنك حذفها.
       *[other] ما زال { $count } عنصر يُدفع باستخدام { $method }. استبدل طريقة الدفع أولًا، ثم يمكنك حذفها.
    }
reason-may-not-add = لا يمكنك إضافة طرق دفع. اطلب المساعدة من { $who }.
reason-may-not-add-role = لا يستطيع إضافة طرق الدفع إلا مسؤول، أو مالك ملف تعريف فوترة أو مساهم فيه. اطلب المساعدة من أحدهم.
reason-method-changed-since = جرى تغيير { $method } بعد ذلك. تراجع عن هذا التغيير أولًا.
reason-method-gone = حُذفت طريقة الدفع { $method }، فلا يمكن إعادة شيء إليها. اختر طريقة دفع أخرى بدلًا منها.
reason-no-account = لم يُحمَّل الحساب بعد. انتظر لحظة ثم حاول مرة أخرى.
reason-not-editable = لا يمكن تغيير الرقم أو النوع أو البلد. أضف طريقة دفع جديدة بدلًا من ذلك.
reason-not-manager = لا يمكنك تغيير { $method }. اطلب المساعدة من { $who }، أو اختر طريقة أخرى.
reason-not-manager-item = لا يمكنك نقل { $item }. اطلب المساعدة من { $who }.
reason-not-manager-role =
    { $role ->
        [profile-owner] لا يستطيع تغيير { $method } إلا مالك ملف تعريف الفوترة أو مساهم فيه. اطلب المساعدة من أحدهما، أو اختر طريقة أخرى.
       *[administrator] لا يستطيع تغيير { $method } إلا المسؤول الذي أضافها. اطلب المساعدة منه، أو اختر طريقة أخرى.
    }
reason-not-undoable = لا يمكن التراجع عن التراجع. أجرِ التغيير من جديد بدلًا من ذلك.
reason-not-yours = لا يستطيع التراجع عن التغيير إلا من أجراه. اسأل { $who }.
reason-nothing-attached = لا يُدفع شيء باستخدام { $method }، فلا يوجد ما يُنقل. اختر الطريقة التي تتحدث عنها الإشعارات.
reason-nothing-changed = بيانات { $method } هي نفسها كما كانت. صحّح الخطأ ثم حاول مرة أخرى.
reason-nothing-owed = لا يوجد ما يُدفع. كل شيء مدفوع.
reason-on-profile = يُدفع { $item } من خلال ملف تعريف الفوترة { $profile }. انقل الملف بدلًا منه.
reason-operation-unknown = لا يمكن فعل هذا هنا. أعد تحميل الصفحة وحاول مرة أخرى.
reason-other-country = طريقة الدفع من { $country }، لكن مؤسستك مسجّلة في { $tenant }. استخدم طريقة دفع من { $tenant }.
reason-owed-unknown = لا نعرف ما لم يُدفع بعد. انظر في حسابك.
reason-paid-since = جرى الدفع بعد هذا التغيير، فلا يمكن التراجع عنه. أجرِ تغييرًا جديدًا بدلًا من ذلك.
reason-replace-per-profile = تُدفع ملفات تعريف فوترة باستخدام { $method }، وهذه لا تُنقل إلا واحدًا واحدًا. اختر ملفًا واحدًا بدلًا من كل شيء.
reason-same-method = الدفع يتم اليوم باستخدام { $method }. اختر طريقة دفع أخرى.
reason-sole-method = لا توجد في الحساب طريقة دفع غير { $method }. أضف طريقة جديدة قبل حذفها.
reason-unknown-change = لا نجد التغيير المطلوب التراجع عنه. أعد تحميل الصفحة وراجع الحساب.
reason-unknown-item = لم يعد الاشتراك أو ملف تعريف الفوترة موجودًا. ارجع واختر من جديد.
reason-unknown-method = لم تعد طريقة الدفع موجودة. ارجع واختر طريقة أخرى.

verdict-bank-account-closed = لا يمكن إضافة حسابات مصرفية جديدة في { $country }. اختر بطاقة ائتمان أو بطاقة خصم.
verdict-choice-unknown = اختر أحد الخيارات.
verdict-country-other = يجب أن تكون طريقة الدفع من { $country }، حيث سُجّلت مؤسستك.
verdict-details-unchanged = البيانات هي نفسها كما كانت. صحّح الخطأ أو ارجع.
verdict-already-there = { $method } موجودة في الحساب من قبل، بتاريخ الانتهاء نفسه. إذا كانت البطاقة نفسها، فارجع واخترها. وإذا أردت إضافتها رغم ذلك، فاضغط مرة أخرى.
verdict-field-unknown = هذا الحقل ليس من هذا النموذج. أعد تحميل الصفحة.

## Names

method-card = { $brand } •••• { $last4 }
method-card-until = { $brand } •••• { $last4 } (حتى { $until })
method-bank = حساب مصرفي •••• { $last4 }

brand-visa = Visa
brand-mastercard = Mastercard
brand-american-express = American Express
brand-discover = Discover
brand-diners-club = Diners Club
brand-jcb = JCB
brand-unionpay = UnionPay
brand-maestro = Maestro
brand-mir = Mir
brand-rupay = RuPay
brand-elo = Elo
brand-hipercard = Hipercard
brand-hiper = Hiper
brand-naranja = Naranja
brand-uzcard = Uzcard
brand-humo = HUMO
brand-napas = Napas
brand-gpn = GPN
brand-borica = BORICA
brand-national = بطاقة وطنية
brand-verve = Verve
brand-troy = Troy
brand-dankort = Dankort
brand-uatp = UATP

kind-credit-card = بطاقة ائتمان
kind-debit-card = بطاقة خصم
kind-bank-account = حساب مصرفي
kind-other = طريقة دفع
kind-profile = ملف تعريف فوترة
kind-subscription = اشتراك

status-active = نشط
status-declined = رفضه البنك
status-expired = منتهي الصلاحية
status-disabled = معطّل
status-deleted = محذوف

field-kind = نوع طريقة الدفع
field-provider = البطاقة
    .hint = تكتب بيانات البطاقة مباشرة لدى الجهة التي تستلم الدفع، فلا نرى الرقم
field-number = رقم البطاقة
field-expiry = تاريخ انتهاء الصلاحية
    .hint = الشهر والسنة كما على البطاقة
field-code = رمز الأمان
    .hint =
        { $brand ->
            [none] ثلاثة أرقام على ظهر البطاقة، أو أربعة على وجه بطاقة American Express
            [american-express] أربعة أرقام على وجه البطاقة
           *[other] ثلاثة أرقام على ظهر البطاقة
        }
field-name = الاسم
    .hint = كما هو على البطاقة أو الحساب
field-iban = رقم الحساب (IBAN)
    .hint = يبدأ بحرفين يدلان على البلد
field-us-routing = رقم التوجيه (routing number)
    .hint = تسعة أرقام في أسفل يسار الشيك
field-uk-sort-code = رمز الفرع (sort code)
    .hint = ستة أرقام، مثل 12-34-56
field-uk-account-number = رقم الحساب
field-au-bsb = رقم BSB
    .hint = ستة أرقام، مثل 123-456
field-ca-transit = رقم الفرع والمؤسسة
    .hint = الفرع والبنك، مثل 12345-678
field-account-number = رقم الحساب
field-country = البلد
    .fixed = البلد الذي سُجّلت فيه مؤسستك. يجب أن تكون طريقة الدفع منه.
field-line1 = عنوان الشارع
field-line2 = السطر الثاني من العنوان
field-sublocality = الحي
field-sublocality-suburb = الضاحية
field-sublocality-district = المنطقة
field-sublocality-neighborhood = الحي السكني
field-sublocality-townland = التاونلاند
field-sublocality-village-township = القرية أو البلدة
field-city = المدينة
field-region = المنطقة أو الولاية
field-region-area = المنطقة
field-region-county = المقاطعة
field-region-department = المحافظة
field-region-district = الناحية
field-region-do-si = الإقليم أو المدينة
field-region-emirate = الإمارة
field-region-island = الجزيرة
field-region-oblast = الأوبلاست
field-region-parish = الأبرشية
field-region-prefecture = المحافظة
field-region-province = الإقليم
field-region-state = الولاية
field-postal-code = الرمز البريدي
field-postal-code-zip = رمز ZIP
field-postal-code-pin = رمز PIN البريدي
field-postal-code-eircode = رمز Eircode
field-postal-code-postcode = الرمز البريدي
field-sorting-code = رمز الفرز
field-brand = نوع البطاقة
field-last4 = آخر أربعة رموز
field-issuer-country = بلد الحساب

## Names of the practice account

practice-operations = العمليات والمستودع
practice-shops = المتاجر
practice-office-standard = حزمة المكتب القياسية
practice-storage-2-tb = التخزين السحابي 2 تيرابايت
practice-till-plus = نظام نقاط البيع بلس
practice-online-shop = المتجر الإلكتروني
practice-business-email = البريد الإلكتروني للأعمال
practice-telephony-basic = الهاتف الأساسي
practice-accounting-plus = المحاسبة بلس
practice-drawing = برنامج الرسم
practice-customers = سجل العملاء
practice-office = حزمة المكتب
practice-storage = التخزين السحابي
practice-telephony = الهاتف
practice-meeting = غرفة الاجتماعات
practice-archive = الأرشيف
practice-timesheets = سجل ساعات العمل
practice-stock = المخزون
practice-email-plus = البريد الإلكتروني بلس
practice-security = الأمان
practice-company = سكودفيك للأعمال الخشبية

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AppButton</name>
    <message>
        <source>Not available now</source>
        <translation>غير متاح الآن</translation>
    </message>
    <message>
        <source>Not available now: %1</source>
        <translation>غير متاح الآن: %1</translation>
    </message>
</context>
<context>
    <name>AppCheckBox</name>
    <message>
        <source>Not available now</source>
        <translation>غير متاح الآن</translation>
    </message>
</context>
<context>
    <name>AppComboBox</name>
    <message>
        <source>Not available now</source>
        <translation>غير متاح الآن</translation>
    </message>
</context>
<context>
    <name>AppSlider</name>
    <message>
        <source>Not available now</source>
        <translation>غير متاح الآن</translation>
    </message>
    <message>
        <source>Not available now: %1</source>
        <translation>غير متاح الآن: %1</translation>
    </message>
</context>
<context>
    <name>AppSwitch</name>
    <message>
        <source>%1, on</source>
        <translation>%1، مفعّل</translation>
    </message>
    <message>
        <source>%1, off</source>
        <translation>%1، متوقف</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>غير متاح الآن</translation>
    </message>
    <message>
        <source>Not available now: %1</source>
        <translation>غير متاح الآن: %1</translation>
    </message>
</context>
<context>
    <name>AppTextField</name>
    <message>
        <source>Not available now</source>
        <translation>غير متاح الآن</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <source>At least ten characters</source>
        <translation>عشرة أحرف على الأقل</translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation>غير متطابقين</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>الاستعادة من نسخة</translation>
    </message>
    <message>
        <source>Back up this machine</source>
        <translation>إنشاء نسخة من هذا الجهاز</translation>
    </message>
    <message>
        <source>Only one computer may go on with a backup: two with the same identity would promise the same space twice. A ledger from an older backup learns the missing vouchers when customers come back.</source>
        <translation>يجوز لحاسوب واحد فقط أن يتابع بنسخة: اثنان بالهوية نفسها يعدان بالمساحة نفسها مرتين. الدفتر الأقدم يعرف القسائم الناقصة عندما يعود العملاء.</translation>
    </message>
    <message>
        <source>Nobody can open the file without its password, and nobody can give it back to you.</source>
        <translation>لا يفتح أحد الملف بدون كلمة مروره، ولا يعيدها إليك أحد.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>نفسها مرة أخرى</translation>
    </message>
    <message>
        <source>The backup is ready. It is put in place when Surplus starts again.</source>
        <translation>النسخة جاهزة. توضع في مكانها عندما يبدأ Surplus من جديد.</translation>
    </message>
    <message>
        <source>The file is written. Keep it where it outlives this computer.</source>
        <translation>كُتب الملف. احفظه حيث يبقى بعد هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة…</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>اختيار الملف…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>حفظ باسم…</translation>
    </message>
    <message>
        <source>Quit Surplus</source>
        <translation>إنهاء Surplus</translation>
    </message>
    <message>
        <source>Backup (*.surplus-backup)</source>
        <translation>نسخة (*.surplus-backup)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>The backup needs its password</source>
        <translation>النسخة الاحتياطية تحتاج كلمة مرورها</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
</context>
<context>
    <name>BalanceCard</name>
    <message>
        <source>Earned in all</source>
        <translation>إجمالي الأرباح</translation>
    </message>
    <message>
        <source>Earned since %1</source>
        <translation>الأرباح منذ %1</translation>
    </message>
    <message>
        <source>Received ahead</source>
        <translation>مستلَم مقدمًا</translation>
    </message>
    <message>
        <source>Paid out beyond what is earned. It becomes earned as its customers use it.</source>
        <translation>مدفوع فوق ما كُسب. يصبح مكسوبًا كلما استخدمه عملاؤه.</translation>
    </message>
</context>
<context>
    <name>BreakdownCard</name>
    <message>
        <source>Resource</source>
        <translation>المورد</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>الجهاز</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>الفترة</translation>
    </message>
    <message>
        <source>Breakdown</source>
        <translation>التفصيل</translation>
    </message>
    <message>
        <source>Break down by</source>
        <translation>التفصيل حسب</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>التوفر</translation>
    </message>
    <message>
        <source>Share of earnings</source>
        <translation>الحصة من الأرباح</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>التغيّر</translation>
    </message>
    <message>
        <source>Earned, %1</source>
        <translation>الأرباح، %1</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>حتى الآن</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>المجموع</translation>
    </message>
    <message>
        <source>As it stands now. Of each customer&apos;s money, the oldest counts as settled first; pending money is not set aside on the chain and may never be paid.</source>
        <translation>كما هو الآن. من مال كل عميل يُعدّ الأقدم مسوّى أولًا؛ والمعلّق غير محجوز على السلسلة وقد لا يُدفع أبدًا.</translation>
    </message>
</context>
<context>
    <name>ChainDialog</name>
    <message>
        <source>Taken over with the engine&apos;s next start.</source>
        <translation>يسري عند بدء المحرك في المرة القادمة.</translation>
    </message>
    <message>
        <source>Taken over.</source>
        <translation>تم التطبيق.</translation>
    </message>
    <message>
        <source>Now: %1. Whoever runs the network you share on names its factory and token. A chain can be changed as long as nothing was leased or earned; its endpoint at any time.</source>
        <translation>الآن: %1. من يدير الشبكة التي تشارك فيها يحدد مصنعها ورمزها. يمكن تغيير السلسلة ما دام لم يُؤجَّر أو يُكسب شيء، ونقطة الوصول في أي وقت.</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>السلسلة</translation>
    </message>
    <message>
        <source>Chequebook factory</source>
        <translation>مصنع دفاتر الشيكات</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>Endpoint (https://…)</source>
        <translation>نقطة الوصول (https://…)</translation>
    </message>
    <message>
        <source>Confirmations</source>
        <translation>التأكيدات</translation>
    </message>
    <message>
        <source>Use this chain</source>
        <translation>استخدام هذه السلسلة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Restart engine</source>
        <translation>إعادة تشغيل المحرك</translation>
    </message>
    <message>
        <source>Something was leased or earned without a chain</source>
        <translation>أُجّر شيء أو كُسب دون سلسلة</translation>
    </message>
    <message>
        <source>Now: %1. What customers promised is promised on this chain and by this factory, so both stay as they are; the endpoint and the confirmations can be changed.</source>
        <translation>الآن: %1. ما وعد به العملاء يخص هذه السلسلة وهذا المصنع، فيبقيان كما هما؛ ويمكن تغيير نقطة الوصول والتأكيدات.</translation>
    </message>
    <message>
        <source>Now: none. A chain is chosen before the first lease: promises made since are bound to this computer&apos;s trial network, and no chain pays them. To earn on a chain, set it up in a new profile before you share.</source>
        <translation>الآن: لا توجد. تُختار السلسلة قبل أول عقد: ما وُعد به منذئذ مرتبط بالشبكة التجريبية لهذا الحاسوب، ولا تدفعه أي سلسلة. للكسب على سلسلة، أعدّها في ملف شخصي جديد قبل أن تشارك.</translation>
    </message>
    <message>
        <source>Now: none, so what customers promise stays pending. Choose the chain before the first lease: after that it can&apos;t be changed. Whoever runs the network you share on names its factory and token.</source>
        <translation>الآن: لا توجد، فيبقى ما يعد به العملاء معلّقًا. اختر السلسلة قبل أول عقد: بعده لا يمكن تغييرها. من يدير الشبكة التي تشارك فيها يحدد مصنعها ورمزها.</translation>
    </message>
</context>
<context>
    <name>ChartToolTip</name>
    <message>
        <source>Earned</source>
        <translation>الأرباح</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>التوفر</translation>
    </message>
</context>
<context>
    <name>CopyField</name>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>نسخ %1</translation>
    </message>
</context>
<context>
    <name>CustomersCard</name>
    <message>
        <source>Who is served</source>
        <translation>من تتم خدمته</translation>
    </message>
    <message>
        <source>Customers without money set aside</source>
        <translation>عملاء لم يحجزوا مالًا</translation>
    </message>
    <message>
        <source>What they promise is pending and may never be paid. How much that may be is limited.</source>
        <translation>ما يعدون به معلّق وقد لا يُدفع أبدًا. ومقداره محدود.</translation>
    </message>
    <message>
        <source>Provider address, for customers</source>
        <translation>عنوان المزوّد، للعملاء</translation>
    </message>
    <message>
        <source>Provider address</source>
        <translation>عنوان المزوّد</translation>
    </message>
</context>
<context>
    <name>EarningsCard</name>
    <message>
        <source>Earned in the last 30 days</source>
        <translation>أرباح آخر 30 يومًا</translation>
    </message>
    <message>
        <source>Demo: no real money</source>
        <translation>عرض تجريبي: بلا مال حقيقي</translation>
    </message>
    <message>
        <source>Today so far</source>
        <translation>اليوم حتى الآن</translation>
    </message>
</context>
<context>
    <name>EarningsChart</name>
    <message>
        <source>Uptime</source>
        <translation>التوفر</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>لا بيانات</translation>
    </message>
</context>
<context>
    <name>EarningsFigures</name>
    <message>
        <source>Earned in 24 hours</source>
        <translation>أرباح 24 ساعة</translation>
    </message>
    <message>
        <source>Earned in 7 days</source>
        <translation>أرباح 7 أيام</translation>
    </message>
    <message>
        <source>Earned in 30 days</source>
        <translation>أرباح 30 يومًا</translation>
    </message>
    <message>
        <source>Earned in a year</source>
        <translation>أرباح سنة</translation>
    </message>
    <message>
        <source>Earned in all</source>
        <translation>إجمالي الأرباح</translation>
    </message>
    <message>
        <source>Earned in this range</source>
        <translation>أرباح هذا المدى</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 of it without a date</source>
        <translation>منها %1 بلا تاريخ</translation>
    </message>
    <message>
        <source>%1 against the period before</source>
        <translation>%1 مقارنة بالفترة السابقة</translation>
    </message>
    <message>
        <source>Demo: no real money</source>
        <translation>عرض تجريبي: بلا مال حقيقي</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>الأفضل</translation>
    </message>
    <message>
        <source>Today so far</source>
        <translation>اليوم حتى الآن</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s)</source>
        <translation>
            <numerusform>لا أجهزة</numerusform>
            <numerusform>جهاز واحد</numerusform>
            <numerusform>جهازان</numerusform>
            <numerusform>%n أجهزة</numerusform>
            <numerusform>%n جهازًا</numerusform>
            <numerusform>%n جهاز</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>هذا الحاسوب</translation>
    </message>
</context>
<context>
    <name>EarningsPage</name>
    <message>
        <source>Earnings</source>
        <translation>الأرباح</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>المدى</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 س</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 أ</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 ي</translation>
    </message>
    <message>
        <source>1 y</source>
        <translation>سنة</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>جدول (*.csv)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>صورة (*.png)</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>حفظ الجدول</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>حفظ الرسم</translation>
    </message>
    <message>
        <source>%1, earned</source>
        <translation>%1، أرباح</translation>
    </message>
    <message>
        <source>The history was made anew</source>
        <translation>أُنشئ السجل من جديد</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>حسنًا</translation>
    </message>
    <message>
        <source>Nothing was saved</source>
        <translation>لم يُحفظ شيء</translation>
    </message>
    <message>
        <source>The history can&apos;t be read</source>
        <translation>تعذّرت قراءة السجل</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Uptime %1</source>
        <translation>التوفر %1</translation>
    </message>
    <message>
        <source>Turn the wheel to zoom, drag to move, click a bar to open it.</source>
        <translation>أدر العجلة للتكبير، واسحب للتحريك، وانقر عمودًا لفتحه.</translation>
    </message>
    <message>
        <source>This machine&apos;s history was restored from a backup. %1 %2 recovered from vouchers has no date; it is in the total.</source>
        <translation>استُعيد سجل هذا الجهاز من نسخة. %1 %2 من القسائم بلا تاريخ وهي ضمن المجموع.</translation>
    </message>
    <message>
        <source>This month may come to about %1 %2</source>
        <translation>قد يبلغ هذا الشهر نحو %1 %2</translation>
    </message>
</context>
<context>
    <name>EmptyEarnings</name>
    <message>
        <source>Nothing is shared yet</source>
        <translation>لا تتم مشاركة شيء بعد</translation>
    </message>
    <message>
        <source>No earnings yet</source>
        <translation>لا أرباح بعد</translation>
    </message>
    <message>
        <source>Surplus asks for a folder, a limit and where your earnings should go. Nothing is shared before that.</source>
        <translation>يسأل Surplus عن مجلد وحدّ ووجهة أرباحك. قبل ذلك لا تتم مشاركة شيء.</translation>
    </message>
    <message>
        <source>Customers aren&apos;t found on their own yet: they come by the address below. Give it to whoever wants to store files with you.</source>
        <translation>لا يأتي العملاء تلقائيًا بعد: يأتون عبر العنوان أدناه. أعطه لمن يريد تخزين ملفات عندك.</translation>
    </message>
    <message>
        <source>Set up sharing…</source>
        <translation>إعداد المشاركة…</translation>
    </message>
    <message>
        <source>Provider address</source>
        <translation>عنوان المزوّد</translation>
    </message>
    <message>
        <source>To try it yourself, store a file from a terminal:</source>
        <translation>للتجربة بنفسك، خزّن ملفًا من طرفية:</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>الأمر</translation>
    </message>
    <message>
        <source>What you earn is shown here, from the first customer on.</source>
        <translation>يظهر هنا ما تكسبه ابتداءً من أول عميل.</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Delete my data?</source>
        <translation>حذف بياناتي؟</translation>
    </message>
    <message>
        <source>This machine&apos;s identity, its ledger with all vouchers, the history and the settings are deleted, and so is what customers store here. What isn&apos;t settled yet can&apos;t be settled afterwards.</source>
        <translation>تُحذف هوية هذا الجهاز ودفتره بكل قسائمه والسجل والإعدادات، وكذلك ما يخزّنه العملاء هنا. ما لم تتم تسويته لا يمكن تسويته بعد ذلك.</translation>
    </message>
    <message numerus="yes">
        <source>%n lease(s) still run: their customers lose what they stored.</source>
        <translation>
            <numerusform>لا عقود جارية.</numerusform>
            <numerusform>عقد واحد ما زال جاريًا: يفقد عميله ما خزّنه.</numerusform>
            <numerusform>عقدان ما زالا جاريين: يفقد عملاؤهما ما خزّنوه.</numerusform>
            <numerusform>%n عقود ما زالت جارية: يفقد عملاؤها ما خزّنوه.</numerusform>
            <numerusform>%n عقدًا ما زالت جارية: يفقد عملاؤها ما خزّنوه.</numerusform>
            <numerusform>%n عقد ما زالت جارية: يفقد عملاؤها ما خزّنوه.</numerusform>
        </translation>
    </message>
    <message>
        <source>The payout key stays in your keychain. Delete it there once nothing is owed to it.</source>
        <translation>يبقى مفتاح الدفع في حافظة مفاتيحك. احذفه هناك عندما لا يعود مستحقًا له شيء.</translation>
    </message>
    <message>
        <source>I want all of this deleted</source>
        <translation>أريد حذف كل هذا</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>الاحتفاظ بكل شيء</translation>
    </message>
    <message>
        <source>Delete and quit</source>
        <translation>حذف وإنهاء</translation>
    </message>
    <message>
        <source>Tick the box first</source>
        <translation>ضع العلامة أولًا</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Chart as PNG…</source>
        <translation>الرسم بصيغة PNG…</translation>
    </message>
    <message>
        <source>Table as CSV…</source>
        <translation>الجدول بصيغة CSV…</translation>
    </message>
</context>
<context>
    <name>FolderChooser</name>
    <message>
        <source>Folder for what customers store</source>
        <translation>مجلد ما يخزّنه العملاء</translation>
    </message>
</context>
<context>
    <name>FolderFix</name>
    <message>
        <source>The files are gone…</source>
        <translation>الملفات فُقدت…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>اختيار مجلد…</translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>Not available now</source>
        <translation>غير متاح الآن</translation>
    </message>
</context>
<context>
    <name>GiveUpDialog</name>
    <message>
        <source>Are the stored files gone for good?</source>
        <translation>هل فُقدت الملفات المخزّنة نهائيًا؟</translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <translation>متابعة الانتظار</translation>
    </message>
    <message>
        <source>Give the leases up</source>
        <translation>التخلي عن العقود</translation>
    </message>
    <message>
        <source>%1 can&apos;t be found. If its disk can be connected again, do that instead: then everything goes on.</source>
        <translation>تعذّر العثور على %1. إن أمكن وصل قرصه مجددًا فافعل ذلك بدلًا من هذا: عندها يستمر كل شيء.</translation>
    </message>
    <message numerus="yes">
        <source>If the files are gone, %n lease(s) end now. Their customers are told that what they stored is lost, and pay nothing more for keeping it. What you have earned stays yours, and you can choose a new folder. It can&apos;t be undone.</source>
        <translation>
            <numerusform>إن فُقدت الملفات فلا عقود تنتهي. ما كسبته يبقى لك، ويمكنك اختيار مجلد جديد. لا يمكن التراجع.</numerusform>
            <numerusform>إن فُقدت الملفات ينتهي الآن عقد واحد. يُبلَّغ عميله بأن ما خزّنه فُقد، ولا يدفع شيئًا بعدُ لحفظه. ما كسبته يبقى لك، ويمكنك اختيار مجلد جديد. لا يمكن التراجع.</numerusform>
            <numerusform>إن فُقدت الملفات ينتهي الآن عقدان. يُبلَّغ العملاء بأن ما خزّنوه فُقد، ولا يدفعون شيئًا بعدُ لحفظه. ما كسبته يبقى لك، ويمكنك اختيار مجلد جديد. لا يمكن التراجع.</numerusform>
            <numerusform>إن فُقدت الملفات تنتهي الآن %n عقود. يُبلَّغ العملاء بأن ما خزّنوه فُقد، ولا يدفعون شيئًا بعدُ لحفظه. ما كسبته يبقى لك، ويمكنك اختيار مجلد جديد. لا يمكن التراجع.</numerusform>
            <numerusform>إن فُقدت الملفات ينتهي الآن %n عقدًا. يُبلَّغ العملاء بأن ما خزّنوه فُقد، ولا يدفعون شيئًا بعدُ لحفظه. ما كسبته يبقى لك، ويمكنك اختيار مجلد جديد. لا يمكن التراجع.</numerusform>
            <numerusform>إن فُقدت الملفات ينتهي الآن %n عقد. يُبلَّغ العملاء بأن ما خزّنوه فُقد، ولا يدفعون شيئًا بعدُ لحفظه. ما كسبته يبقى لك، ويمكنك اختيار مجلد جديد. لا يمكن التراجع.</numerusform>
        </translation>
    </message>
    <message>
        <source>That didn&apos;t work</source>
        <translation>لم ينجح ذلك</translation>
    </message>
</context>
<context>
    <name>HealthView</name>
    <message>
        <source>%1, needs attention</source>
        <translation>%1، يحتاج إلى انتباه</translation>
    </message>
    <message>
        <source>%1, fine</source>
        <translation>%1، سليم</translation>
    </message>
    <message>
        <source>%1, not checked</source>
        <translation>%1، لم يُفحص</translation>
    </message>
</context>
<context>
    <name>IrreversibleButton</name>
    <message>
        <source>In a moment: this can&apos;t be taken back</source>
        <translation>بعد لحظة: لا يمكن التراجع عن هذا</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>البحث في السجل</translation>
    </message>
    <message>
        <source>Pause or resume this computer</source>
        <translation>إيقاف هذا الحاسوب مؤقتًا أو استئنافه</translation>
    </message>
    <message>
        <source>Previous or next range of the chart</source>
        <translation>المدى السابق أو التالي للرسم</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>تحقق مرة أخرى</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Close or clear</source>
        <translation>إغلاق أو مسح</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>هذه القائمة</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>KeystoreDialog</name>
    <message>
        <source>At least ten characters</source>
        <translation>عشرة أحرف على الأقل</translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation>غير متطابقين</translation>
    </message>
    <message>
        <source>Export the key</source>
        <translation>تصدير المفتاح</translation>
    </message>
    <message>
        <source>A keystore file (version 3) that every Ethereum wallet and surplusctl read. Whoever has the file and its password has your earnings; without the password nobody can open it, and nobody can give it back to you.</source>
        <translation>ملف keystore (الإصدار 3) تقرؤه كل محافظ إيثريوم وsurplusctl. من يملك الملف وكلمة مروره يملك أرباحك؛ وبدون كلمة المرور لا يفتحه أحد ولا يعيدها إليك أحد.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>نفسها مرة أخرى</translation>
    </message>
    <message>
        <source>The file is written. Keep it where it outlives this computer.</source>
        <translation>كُتب الملف. احفظه حيث يبقى بعد هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>جارٍ الكتابة…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>حفظ باسم…</translation>
    </message>
    <message>
        <source>Keystore file</source>
        <translation>ملف keystore</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Keystore (*.json)</source>
        <translation>Keystore (*.json)</translation>
    </message>
</context>
<context>
    <name>LimitsCard</name>
    <message>
        <source>How much may be owed</source>
        <translation>كم يمكن أن يكون مستحقًا</translation>
    </message>
    <message>
        <source>Beyond these amounts, serving waits until something is set aside or settled.</source>
        <translation>فوق هذه المبالغ تنتظر الخدمة حتى يُحجز شيء أو تتم تسويته.</translation>
    </message>
    <message>
        <source>Earned and not settled, of one customer</source>
        <translation>مكتسب وغير مسوّى، من عميل واحد</translation>
    </message>
    <message>
        <source>Earned and not settled, of all</source>
        <translation>مكتسب وغير مسوّى، من الجميع</translation>
    </message>
    <message>
        <source>With no money set aside, of one customer</source>
        <translation>بلا مال محجوز، من عميل واحد</translation>
    </message>
    <message>
        <source>With no money set aside, of all</source>
        <translation>بلا مال محجوز، من الجميع</translation>
    </message>
</context>
<context>
    <name>LoadingCard</name>
    <message>
        <source>This is taking longer than usual.</source>
        <translation>يستغرق هذا وقتًا أطول من المعتاد.</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>جارٍ التحميل</translation>
    </message>
    <message>
        <source>See log</source>
        <translation>عرض السجل</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Search the log</source>
        <translation>البحث في السجل</translation>
    </message>
    <message>
        <source>Search the engine&apos;s log</source>
        <translation>البحث في سجل المحرك</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>معلومات</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>تحذيرات</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>أخطاء</translation>
    </message>
    <message>
        <source>No lines yet.</source>
        <translation>لا أسطر بعد.</translation>
    </message>
    <message>
        <source>The engine isn&apos;t running, so its log can&apos;t be read here.</source>
        <translation>المحرك لا يعمل، لذلك لا يمكن قراءة سجله هنا.</translation>
    </message>
    <message>
        <source>Newest lines</source>
        <translation>أحدث الأسطر</translation>
    </message>
</context>
<context>
    <name>MachinesPage</name>
    <message>
        <source>Machines</source>
        <translation>الأجهزة</translation>
    </message>
    <message>
        <source>Today so far</source>
        <translation>اليوم حتى الآن</translation>
    </message>
    <message>
        <source>Earned in 30 days</source>
        <translation>أرباح 30 يومًا</translation>
    </message>
    <message>
        <source>Uptime, 90 days</source>
        <translation>التوفر، 90 يومًا</translation>
    </message>
    <message>
        <source>Leases</source>
        <translation>العقود</translation>
    </message>
    <message>
        <source>Sharing now</source>
        <translation>تتم مشاركته الآن</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>التخزين</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Recent events</source>
        <translation>أحدث الوقائع</translation>
    </message>
    <message>
        <source>Nothing has happened yet. What this computer does is listed here from its first start on.</source>
        <translation>لم يحدث شيء بعد. ما يفعله هذا الحاسوب يُسرد هنا منذ أول تشغيل.</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>فتح السجل</translation>
    </message>
    <message>
        <source>System</source>
        <translation>النظام</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>المحرك</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>الجهاز</translation>
    </message>
    <message>
        <source>Address for customers</source>
        <translation>العنوان للعملاء</translation>
    </message>
    <message>
        <source>Restart engine</source>
        <translation>إعادة تشغيل المحرك</translation>
    </message>
    <message>
        <source>Open Earnings</source>
        <translation>فتح الأرباح</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Surplus, demo</source>
        <translation>Surplus، عرض تجريبي</translation>
    </message>
    <message>
        <source>Surplus</source>
        <translation>Surplus</translation>
    </message>
</context>
<context>
    <name>MoneyCard</name>
    <message>
        <source>By customer</source>
        <translation>حسب العميل</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>معلّق</translation>
    </message>
    <message>
        <source>Secured</source>
        <translation>مضمون</translation>
    </message>
    <message>
        <source>Bounced</source>
        <translation>مرتجع</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>مسوّى</translation>
    </message>
    <message>
        <source>Earned, %1</source>
        <translation>الأرباح، %1</translation>
    </message>
    <message>
        <source>The largest %1 of %2. surplusctl vouchers lists all.</source>
        <translation>أكبر %1 من %2. surplusctl vouchers يسرد الكل.</translation>
    </message>
</context>
<context>
    <name>NeedsCard</name>
    <message>
        <source>Needs a look</source>
        <translation>يحتاج إلى نظرة</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>تحقق مرة أخرى</translation>
    </message>
    <message>
        <source>The engine is older than this program</source>
        <translation>المحرك أقدم من هذا البرنامج</translation>
    </message>
    <message>
        <source>It goes on working. Restart it to use version %1.</source>
        <translation>يواصل العمل. أعد تشغيله لاستخدام الإصدار %1.</translation>
    </message>
    <message>
        <source>Restart engine</source>
        <translation>إعادة تشغيل المحرك</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>لا شيء يحتاجك</translation>
    </message>
    <message>
        <source>Ready to settle</source>
        <translation>جاهز للتسوية</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>معلّق</translation>
    </message>
    <message>
        <source>Settle…</source>
        <translation>تسوية…</translation>
    </message>
    <message>
        <source>Not set aside on the chain yet; it may never be paid.</source>
        <translation>غير محجوز على السلسلة بعد؛ وقد لا يُدفع أبدًا.</translation>
    </message>
    <message>
        <source>See it in Support</source>
        <translation>عرضه في الدعم</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Not available now</source>
        <translation>غير متاح الآن</translation>
    </message>
    <message>
        <source>%1 %2 still applies.</source>
        <translation>%1 ما زال %2 ساريًا.</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>Uptime, 90 days</source>
        <translation>التوفر، 90 يومًا</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
</context>
<context>
    <name>PauseMenu</name>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Paused by a rule: %1. The rules are on the Sharing page.</source>
        <translation>متوقف مؤقتًا بقاعدة: %1. القواعد في صفحة المشاركة.</translation>
    </message>
    <message>
        <source>Nothing is being shared now.</source>
        <translation>لا تتم مشاركة شيء الآن.</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>لمدة ساعة</translation>
    </message>
    <message>
        <source>For 3 hours</source>
        <translation>لمدة 3 ساعات</translation>
    </message>
    <message>
        <source>For 6 hours</source>
        <translation>لمدة 6 ساعات</translation>
    </message>
    <message>
        <source>For 12 hours</source>
        <translation>لمدة 12 ساعة</translation>
    </message>
    <message>
        <source>Until tomorrow, 08:00</source>
        <translation>حتى الغد، 08:00</translation>
    </message>
    <message>
        <source>Until I resume</source>
        <translation>حتى أستأنف</translation>
    </message>
</context>
<context>
    <name>PayoutCard</name>
    <message>
        <source>Payout address</source>
        <translation>عنوان الدفع</translation>
    </message>
    <message>
        <source>Chosen when you start sharing.</source>
        <translation>يُختار عندما تبدأ المشاركة.</translation>
    </message>
    <message>
        <source>Where settlements are paid. Share it freely.</source>
        <translation>إليه تُدفع التسويات. يمكنك إعطاؤه لمن تشاء.</translation>
    </message>
    <message>
        <source>The address as a QR code</source>
        <translation>العنوان كرمز QR</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Explorer</source>
        <translation>المستكشف</translation>
    </message>
    <message>
        <source>Backed up</source>
        <translation>له نسخة احتياطية</translation>
    </message>
    <message>
        <source>Not backed up yet</source>
        <translation>بلا نسخة احتياطية بعد</translation>
    </message>
    <message>
        <source>Write down the words…</source>
        <translation>كتابة الكلمات…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>It holds %1 %2, and %3 for fees.</source>
        <translation>فيه %1 %2، و%3 للرسوم.</translation>
    </message>
    <message>
        <source>What it holds isn&apos;t known right now.</source>
        <translation>ما فيه غير معروف الآن.</translation>
    </message>
    <message>
        <source>The chain can&apos;t be reached right now.</source>
        <translation>تعذّر الوصول إلى السلسلة الآن.</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>إرسال…</translation>
    </message>
    <message>
        <source>Before: %1. What was promised to it is still paid to it, and settled under Settle.</source>
        <translation>سابقًا: %1. ما وُعد به يُدفع إليه ويُسوّى ضمن التسوية.</translation>
    </message>
    <message>
        <source>Its key isn&apos;t on this computer: bring it to settle here, or settle from the wallet that holds it.</source>
        <translation>مفتاحه ليس على هذا الحاسوب: أحضره للتسوية هنا، أو سوِّ من المحفظة التي تحمله.</translation>
    </message>
    <message>
        <source>Bring its key…</source>
        <translation>إحضار مفتاحه…</translation>
    </message>
</context>
<context>
    <name>PayoutChoice</name>
    <message>
        <source>The keystore file needs its password.</source>
        <translation>ملف keystore يحتاج إلى كلمة مروره.</translation>
    </message>
    <message>
        <source>Enter recovery words or a private key, or choose a keystore file.</source>
        <translation>أدخل كلمات الاسترداد أو مفتاحًا خاصًا، أو اختر ملف keystore.</translation>
    </message>
    <message>
        <source>Where earnings go</source>
        <translation>وجهة الأرباح</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>مفتاح جديد</translation>
    </message>
    <message>
        <source>Bring a key</source>
        <translation>إحضار مفتاح</translation>
    </message>
    <message>
        <source>Address only</source>
        <translation>عنوان فقط</translation>
    </message>
    <message>
        <source>The key is kept in this computer&apos;s keychain, and nowhere else. Write its recovery words down, in the Wallet: without them a lost computer is lost earnings.</source>
        <translation>المفتاح محفوظ في حافظة مفاتيح هذا الحاسوب وليس في مكان آخر. اكتب كلمات استرداده من المحفظة: بدونها ضياع الحاسوب ضياع للأرباح.</translation>
    </message>
    <message>
        <source>24 words instead of twelve</source>
        <translation>24 كلمة بدل اثنتي عشرة</translation>
    </message>
    <message>
        <source>Its recovery words (12 to 24, English or Spanish), its private key, or a keystore file of any Ethereum wallet. It goes into this computer&apos;s keychain, and nowhere else.</source>
        <translation>كلمات استرداده (12 إلى 24، بالإنجليزية أو الإسبانية) أو مفتاحه الخاص أو ملف keystore لأي محفظة إيثريوم. يدخل حافظة مفاتيح هذا الحاسوب فقط.</translation>
    </message>
    <message>
        <source>Recovery words or private key</source>
        <translation>كلمات الاسترداد أو المفتاح الخاص</translation>
    </message>
    <message>
        <source>Keystore file…</source>
        <translation>ملف keystore…</translation>
    </message>
    <message>
        <source>Without a file</source>
        <translation>بدون ملف</translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation>كلمة مرور الملف</translation>
    </message>
    <message>
        <source>Its key stays where it is. Settlements are paid to it, and sent by whoever has gas money: another wallet, or surplusctl.</source>
        <translation>يبقى مفتاحه مكانه. تُدفع التسويات إليه ويرسلها من لديه مال للرسوم: محفظة أخرى أو surplusctl.</translation>
    </message>
    <message>
        <source>Payout address</source>
        <translation>عنوان الدفع</translation>
    </message>
    <message>
        <source>Keystore file</source>
        <translation>ملف keystore</translation>
    </message>
</context>
<context>
    <name>PayoutDialog</name>
    <message>
        <source>Change address</source>
        <translation>تغيير العنوان</translation>
    </message>
    <message>
        <source>That didn&apos;t work</source>
        <translation>لم ينجح ذلك</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Changing…</source>
        <translation>جارٍ التغيير…</translation>
    </message>
    <message>
        <source>From then on new earnings go to the new address. What customers have promised to the present one is still paid to that: its key stays in the keychain, and you keep its backup. The present one:</source>
        <translation>بعدها تذهب الأرباح الجديدة إلى العنوان الجديد. ما وعد به العملاء العنوان الحالي يُدفع إليه: يبقى مفتاحه في الحافظة وتحتفظ بنسختك. العنوان الحالي:</translation>
    </message>
    <message>
        <source>Bring the key of this address</source>
        <translation>إحضار مفتاح هذا العنوان</translation>
    </message>
    <message>
        <source>Bring the key</source>
        <translation>إحضار المفتاح</translation>
    </message>
    <message>
        <source>Earnings go to %1. With its key in this computer&apos;s keychain you can settle and send from here; no other key is taken.</source>
        <translation>الأرباح تذهب إلى %1. بوجود مفتاحه في حافظة مفاتيح هذا الحاسوب يمكنك التسوية والإرسال من هنا؛ ولا يُقبل مفتاح آخر.</translation>
    </message>
</context>
<context>
    <name>PricesCard</name>
    <message>
        <source>Prices</source>
        <translation>الأسعار</translation>
    </message>
    <message>
        <source>For new leases. Leases that run keep theirs.</source>
        <translation>للعقود الجديدة. العقود الجارية تحتفظ بأسعارها.</translation>
    </message>
    <message>
        <source>Keeping 1 GB for a day</source>
        <translation>حفظ 1 GB ليوم</translation>
    </message>
    <message>
        <source>Retrieving 1 GB</source>
        <translation>استرجاع 1 GB</translation>
    </message>
</context>
<context>
    <name>QuitDialog</name>
    <message>
        <source>Keep sharing in the background?</source>
        <translation>مواصلة المشاركة في الخلفية؟</translation>
    </message>
    <message>
        <source>The engine can go on without this window. Open Surplus again to see it or to stop it.</source>
        <translation>يمكن للمحرك أن يستمر بدون هذه النافذة. افتح Surplus مرة أخرى لرؤيته أو إيقافه.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Stop sharing</source>
        <translation>إيقاف المشاركة</translation>
    </message>
    <message>
        <source>Keep sharing</source>
        <translation>مواصلة المشاركة</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>Earnings</source>
        <translation>الأرباح</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>الأجهزة</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>المشاركة</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>المحفظة</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>الدعم</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Demo on this computer</source>
        <translation>عرض تجريبي على هذا الحاسوب</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>هذا الحاسوب</translation>
    </message>
    <message>
        <source>Resume sharing</source>
        <translation>استئناف المشاركة</translation>
    </message>
    <message>
        <source>Pause sharing</source>
        <translation>إيقاف المشاركة مؤقتًا</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>يحتاج إلى نظرة</translation>
    </message>
</context>
<context>
    <name>RatesDialog</name>
    <message>
        <source>Rates</source>
        <translation>الأسعار</translation>
    </message>
    <message>
        <source>Rates are yours to set; nothing is looked up. What they give is marked as an estimate everywhere.</source>
        <translation>أسعار الصرف تحددها أنت ولا يُبحث عن شيء. ما ينتج عنها مُعلَّم كتقدير في كل مكان.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>For one %1</source>
        <translation>مقابل %1 واحد</translation>
    </message>
    <message>
        <source>%1 for one %2</source>
        <translation>%1 مقابل %2 واحد</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Such as %1; empty means none.</source>
        <translation>مثل %1؛ والفراغ يعني لا شيء.</translation>
    </message>
    <message>
        <source>To compare the network&apos;s fee with an amount.</source>
        <translation>لمقارنة رسوم الشبكة بالمبلغ.</translation>
    </message>
</context>
<context>
    <name>RulesCard</name>
    <message>
        <source>Pause sharing</source>
        <translation>إيقاف المشاركة مؤقتًا</translation>
    </message>
    <message>
        <source>On battery</source>
        <translation>على البطارية</translation>
    </message>
    <message>
        <source>Resumes when plugged in</source>
        <translation>يستأنف عند التوصيل بالكهرباء</translation>
    </message>
    <message>
        <source>When I&apos;m using the computer</source>
        <translation>عندما أستخدم الحاسوب</translation>
    </message>
    <message numerus="yes">
        <source>Pauses storage. Resumes after %n min idle</source>
        <translation>
            <numerusform>يوقف التخزين. يستأنف فورًا</numerusform>
            <numerusform>يوقف التخزين. يستأنف بعد دقيقة خمول</numerusform>
            <numerusform>يوقف التخزين. يستأنف بعد دقيقتي خمول</numerusform>
            <numerusform>يوقف التخزين. يستأنف بعد %n دقائق خمول</numerusform>
            <numerusform>يوقف التخزين. يستأنف بعد %n دقيقة خمول</numerusform>
            <numerusform>يوقف التخزين. يستأنف بعد %n دقيقة خمول</numerusform>
        </translation>
    </message>
    <message>
        <source>Minutes without a key or the mouse</source>
        <translation>دقائق بلا مفتاح أو فأرة</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n د</numerusform>
            <numerusform>%n د</numerusform>
            <numerusform>%n د</numerusform>
            <numerusform>%n د</numerusform>
            <numerusform>%n د</numerusform>
            <numerusform>%n د</numerusform>
        </translation>
    </message>
    <message>
        <source>On a metered network</source>
        <translation>على شبكة محدودة البيانات</translation>
    </message>
    <message>
        <source>Such as a phone hotspot</source>
        <translation>مثل نقطة اتصال الهاتف</translation>
    </message>
    <message>
        <source>When it runs hot</source>
        <translation>عند ارتفاع الحرارة</translation>
    </message>
    <message>
        <source>Above %1 °C, until it cools</source>
        <translation>فوق %1 °م حتى يبرد</translation>
    </message>
    <message>
        <source>Above %1 °C, until it cools. %2 °C now</source>
        <translation>فوق %1 °م حتى يبرد. الآن %2 °م</translation>
    </message>
    <message>
        <source>Temperature to pause above</source>
        <translation>درجة الحرارة التي يتوقف فوقها</translation>
    </message>
    <message>
        <source>%1 °C</source>
        <translation>%1 °م</translation>
    </message>
    <message>
        <source>While a program runs</source>
        <translation>أثناء تشغيل برنامج</translation>
    </message>
    <message>
        <source>Names as a process list shows them, with commas</source>
        <translation>الأسماء كما في قائمة العمليات، بفواصل</translation>
    </message>
    <message>
        <source>Programs that pause sharing</source>
        <translation>البرامج التي توقف المشاركة</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
</context>
<context>
    <name>ScheduleCard</name>
    <message>
        <source>Weekly schedule</source>
        <translation>الجدول الأسبوعي</translation>
    </message>
    <message>
        <source>Hours to share in</source>
        <translation>ساعات المشاركة</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>مشاركة</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>دائمًا</translation>
    </message>
    <message>
        <source>Nights and weekends</source>
        <translation>الليالي وعطلة نهاية الأسبوع</translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message>
        <source>Send %1</source>
        <translation>إرسال %1</translation>
    </message>
    <message>
        <source>A payment on %1. It can&apos;t be undone: tokens sent to a wrong address are gone.</source>
        <translation>دفعة على %1. لا يمكن التراجع: ما يُرسل إلى عنوان خاطئ يضيع.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Address to send to</source>
        <translation>عنوان الإرسال</translation>
    </message>
    <message>
        <source>Amount, %1</source>
        <translation>المبلغ، %1</translation>
    </message>
    <message>
        <source>Amount to send</source>
        <translation>المبلغ المرسل</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Your address holds %1 %2, and %3 for fees.</source>
        <translation>في عنوانك %1 %2، و%3 للرسوم.</translation>
    </message>
    <message>
        <source>You send</source>
        <translation>ترسل</translation>
    </message>
    <message>
        <source>Network fee, at most</source>
        <translation>رسوم الشبكة، على الأكثر</translation>
    </message>
    <message>
        <source>Looking up the fee…</source>
        <translation>جارٍ معرفة الرسوم…</translation>
    </message>
    <message>
        <source>Your address holds %1, too little for the fee. Send it some %2 first.</source>
        <translation>في عنوانك %1، وهو قليل للرسوم. أرسل إليه بعض %2 أولًا.</translation>
    </message>
    <message>
        <source>Compare the address with where you have it from. Your computer&apos;s keychain may ask for your password next.</source>
        <translation>قارن العنوان بمصدره. قد تطلب حافظة المفاتيح كلمة مرورك بعد ذلك.</translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation>بانتظار حافظة المفاتيح</translation>
    </message>
    <message>
        <source>Sent. Waiting for confirmation; you can close this.</source>
        <translation>أُرسل. بانتظار التأكيد؛ يمكنك إغلاق هذا.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>An address and an amount are needed.</source>
        <translation>يلزم عنوان ومبلغ.</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>مراجعة…</translation>
    </message>
    <message>
        <source>There is too little for the fee.</source>
        <translation>المتوفر لا يكفي للرسوم.</translation>
    </message>
    <message>
        <source>Send %1 %2</source>
        <translation>إرسال %1 %2</translation>
    </message>
    <message>
        <source>%1 %2 sent and confirmed</source>
        <translation>أُرسل %1 %2 وتأكد</translation>
    </message>
    <message>
        <source>Network fee</source>
        <translation>رسوم الشبكة</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Quit Surplus…</source>
        <translation>إنهاء Surplus…</translation>
    </message>
    <message>
        <source>That didn&apos;t work</source>
        <translation>لم ينجح ذلك</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>السمة</translation>
    </message>
    <message>
        <source>System</source>
        <translation>النظام</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Quit and open Surplus again to see it</source>
        <translation>أنهِ Surplus وافتحه من جديد لرؤيتها</translation>
    </message>
    <message>
        <source>Applies with the next start</source>
        <translation>تسري عند التشغيل القادم</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>تقليل الحركة</translation>
    </message>
    <message>
        <source>Turns off all animation</source>
        <translation>يوقف كل الحركات</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>المال</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>المنازل العشرية</translation>
    </message>
    <message>
        <source>Of amounts on the screen; files hold them exactly</source>
        <translation>للمبالغ على الشاشة؛ الملفات تحفظها بدقة</translation>
    </message>
    <message>
        <source>Start and end</source>
        <translation>البدء والإنهاء</translation>
    </message>
    <message>
        <source>Start Surplus when I log in</source>
        <translation>تشغيل Surplus عند تسجيل الدخول</translation>
    </message>
    <message>
        <source>Opens in the tray</source>
        <translation>يفتح في شريط النظام</translation>
    </message>
    <message>
        <source>Opens minimised</source>
        <translation>يفتح مصغّرًا</translation>
    </message>
    <message>
        <source>When I quit Surplus</source>
        <translation>عند إنهاء Surplus</translation>
    </message>
    <message>
        <source>Closing the window leaves it in the tray</source>
        <translation>إغلاق النافذة يبقيه في شريط النظام</translation>
    </message>
    <message>
        <source>Closing the window minimises it</source>
        <translation>إغلاق النافذة يصغّرها</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>اسألني</translation>
    </message>
    <message>
        <source>Keep sharing</source>
        <translation>مواصلة المشاركة</translation>
    </message>
    <message>
        <source>Stop sharing</source>
        <translation>إيقاف المشاركة</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>الإشعارات</translation>
    </message>
    <message>
        <source>Something needs attention</source>
        <translation>شيء يحتاج إلى انتباه</translation>
    </message>
    <message>
        <source>Once for each problem that lasts five minutes</source>
        <translation>مرة لكل مشكلة تدوم خمس دقائق</translation>
    </message>
    <message>
        <source>Settlements</source>
        <translation>التسويات</translation>
    </message>
    <message>
        <source>When one has arrived in your wallet</source>
        <translation>عندما تصل واحدة إلى محفظتك</translation>
    </message>
    <message>
        <source>History on this computer</source>
        <translation>السجل على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Keep details</source>
        <translation>الاحتفاظ بالتفاصيل</translation>
    </message>
    <message>
        <source>Quarter hours; earnings by day are kept for good</source>
        <translation>أرباع الساعات؛ أرباح كل يوم تبقى دائمًا</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>أقل من سنة</numerusform>
            <numerusform>سنة واحدة</numerusform>
            <numerusform>سنتان</numerusform>
            <numerusform>%n سنوات</numerusform>
            <numerusform>%n سنة</numerusform>
            <numerusform>%n سنة</numerusform>
        </translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>النسخ الاحتياطي</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>إنشاء نسخة</translation>
    </message>
    <message>
        <source>Identity, ledger and settings of this machine, in one file under a password. The payout key has its recovery words</source>
        <translation>هوية هذا الجهاز ودفتره وإعداداته في ملف واحد بكلمة مرور. أما مفتاح الدفع فله كلمات استرداده</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>إنشاء نسخة…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>الاستعادة</translation>
    </message>
    <message>
        <source>With the next start. What is here now is kept in a folder</source>
        <translation>عند التشغيل القادم. ما هو هنا الآن يُحفظ في مجلد</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>استعادة…</translation>
    </message>
    <message>
        <source>Delete my data</source>
        <translation>حذف بياناتي</translation>
    </message>
    <message>
        <source>From this computer, and ends Surplus</source>
        <translation>من هذا الحاسوب، ثم ينتهي Surplus</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>حذف…</translation>
    </message>
    <message>
        <source>Where everything is</source>
        <translation>مكان كل شيء</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>فتح المجلد</translation>
    </message>
    <message>
        <source>Open the folder of settings and history</source>
        <translation>فتح مجلد الإعدادات والسجل</translation>
    </message>
    <message>
        <source>Engine: identity, ledger and log</source>
        <translation>المحرك: الهوية والدفتر والسجل</translation>
    </message>
    <message>
        <source>Open the engine&apos;s folder</source>
        <translation>فتح مجلد المحرك</translation>
    </message>
    <message>
        <source>What customers store</source>
        <translation>ما يخزّنه العملاء</translation>
    </message>
    <message>
        <source>Open the folder of what customers store</source>
        <translation>فتح مجلد ما يخزّنه العملاء</translation>
    </message>
    <message>
        <source>Changes apply at once. Surplus %1</source>
        <translation>تسري التغييرات فورًا. Surplus %1</translation>
    </message>
    <message>
        <source>Rates for estimates</source>
        <translation>أسعار للتقدير</translation>
    </message>
    <message>
        <source>Set rates…</source>
        <translation>تحديد الأسعار…</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>السلسلة</translation>
    </message>
    <message>
        <source>None yet: what is earned stays a promise</source>
        <translation>لا شيء بعد: يبقى ما تكسبه وعدًا</translation>
    </message>
    <message>
        <source>Chain…</source>
        <translation>السلسلة…</translation>
    </message>
    <message>
        <source>Weekly summary</source>
        <translation>ملخص أسبوعي</translation>
    </message>
    <message>
        <source>Mondays at 09:00</source>
        <translation>كل إثنين الساعة 09:00</translation>
    </message>
    <message>
        <source>Profile: settings and history</source>
        <translation>الملف الشخصي: الإعدادات والسجل</translation>
    </message>
    <message>
        <source>%1
Another profile has settings, keys and an engine of its own: surplus --profile FOLDER</source>
        <translation>%1
لكل ملف شخصي آخر إعداداته ومفاتيحه ومحرّكه: ⁦surplus --profile FOLDER⁩</translation>
    </message>
</context>
<context>
    <name>SettleCard</name>
    <message>
        <source>Settle</source>
        <translation>التسوية</translation>
    </message>
    <message>
        <source>Collects everything that is covered into one payment to your address.</source>
        <translation>تجمع كل ما هو مغطى في دفعة واحدة إلى عنوانك.</translation>
    </message>
    <message>
        <source>Earnings are promises until a chain pays them. No chain is set up yet: what customers promise stays pending.</source>
        <translation>الأرباح وعود حتى تدفعها سلسلة. لم تُعدّ سلسلة بعد: ما يعد به العملاء يبقى معلّقًا.</translation>
    </message>
    <message>
        <source>Whom it pays</source>
        <translation>لمن تدفع</translation>
    </message>
    <message>
        <source>You receive</source>
        <translation>تستلم</translation>
    </message>
    <message>
        <source>The former address receives</source>
        <translation>يستلم العنوان السابق</translation>
    </message>
    <message>
        <source>Network fee, at most</source>
        <translation>رسوم الشبكة، على الأكثر</translation>
    </message>
    <message>
        <source>Your address holds %1, too little for the fee. Send it some %2, or let somebody else settle for a fee in tokens.</source>
        <translation>في عنوانك %1، وهو قليل للرسوم. أرسل إليه بعض %2، أو دع غيرك يسوّي مقابل رسوم بالرموز.</translation>
    </message>
    <message>
        <source>Settle by itself when the fee is at most</source>
        <translation>التسوية تلقائيًا عندما لا تتجاوز الرسوم</translation>
    </message>
    <message>
        <source>Fee at most, in percent of the amount</source>
        <translation>الرسوم على الأكثر، نسبة من المبلغ</translation>
    </message>
    <message>
        <source>% of the amount</source>
        <translation>% من المبلغ</translation>
    </message>
    <message>
        <source>Set up a chain…</source>
        <translation>إعداد سلسلة…</translation>
    </message>
    <message>
        <source>Looking at the chain…</source>
        <translation>جارٍ النظر في السلسلة…</translation>
    </message>
    <message>
        <source>There is nothing to settle</source>
        <translation>لا شيء للتسوية</translation>
    </message>
    <message>
        <source>Review and settle…</source>
        <translation>مراجعة وتسوية…</translation>
    </message>
    <message>
        <source>Earnings are promises until a chain pays them. None was set up before the first lease, so what customers promised stays pending.</source>
        <translation>الأرباح وعود حتى تدفعها سلسلة. لم تُعدّ سلسلة قبل أول عقد، فيبقى ما وعد به العملاء معلّقًا.</translation>
    </message>
    <message>
        <source>Why there is no chain…</source>
        <translation>لماذا لا توجد سلسلة…</translation>
    </message>
</context>
<context>
    <name>SettleDialog</name>
    <message>
        <source>Settle your earnings</source>
        <translation>تسوية أرباحك</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Save the permission</source>
        <translation>حفظ الإذن</translation>
    </message>
    <message>
        <source>Permission (*.json)</source>
        <translation>إذن (*.json)</translation>
    </message>
    <message>
        <source>%1 %2 is in your wallet</source>
        <translation>وصل %1 %2 إلى محفظتك</translation>
    </message>
    <message>
        <source>One payment on %1. It can&apos;t be undone.</source>
        <translation>دفعة واحدة على %1. لا يمكن التراجع.</translation>
    </message>
    <message>
        <source>You receive</source>
        <translation>تستلم</translation>
    </message>
    <message>
        <source>Network fee, at most</source>
        <translation>رسوم الشبكة، على الأكثر</translation>
    </message>
    <message>
        <source>Paid to</source>
        <translation>مدفوع إلى</translation>
    </message>
    <message>
        <source>Your computer&apos;s keychain may ask for your password next. Surplus never sees it.</source>
        <translation>قد تطلب حافظة المفاتيح كلمة مرورك بعد ذلك. لا يراها Surplus أبدًا.</translation>
    </message>
    <message>
        <source>Your address holds %1, too little for the fee. Send it some %2, or sign a permission: whoever gets the file may settle for you within 7 days and keep at most the fee that you allow. The rest goes to your address and nowhere else.</source>
        <translation>في عنوانك %1، وهو قليل للرسوم. أرسل إليه بعض %2، أو وقّع إذنًا: من يحصل على الملف يسوّي عنك خلال 7 أيام ويحتفظ على الأكثر بالرسوم التي تسمح بها. والباقي يذهب إلى عنوانك وحده.</translation>
    </message>
    <message>
        <source>Fee in %1, at most</source>
        <translation>الرسوم بـ %1، على الأكثر</translation>
    </message>
    <message>
        <source>Fee for whoever settles, at most</source>
        <translation>رسوم من يسوّي، على الأكثر</translation>
    </message>
    <message>
        <source>Saved to %1. Give it to somebody who settles for others; it stands in your list until it is used or 7 days are over.</source>
        <translation>حُفظ في %1. أعطه لمن يسوّي للآخرين؛ يبقى في قائمتك حتى يُستخدم أو تمضي 7 أيام.</translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation>بانتظار حافظة المفاتيح</translation>
    </message>
    <message>
        <source>Sent. Waiting for confirmation; you can close this.</source>
        <translation>أُرسل. بانتظار التأكيد؛ يمكنك إغلاق هذا.</translation>
    </message>
    <message>
        <source>Fee at most %1</source>
        <translation>الرسوم على الأكثر %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>The fee isn&apos;t known right now.</source>
        <translation>الرسوم غير معروفة الآن.</translation>
    </message>
    <message>
        <source>Settle %1 %2</source>
        <translation>تسوية %1 %2</translation>
    </message>
    <message>
        <source>Only the key of the address that is paid can allow this.</source>
        <translation>مفتاح العنوان المدفوع إليه وحده يسمح بهذا.</translation>
    </message>
    <message>
        <source>Sign and save…</source>
        <translation>توقيع وحفظ…</translation>
    </message>
    <message>
        <source>You received</source>
        <translation>استلمت</translation>
    </message>
    <message>
        <source>One payment on %1.</source>
        <translation>دفعة واحدة على %1.</translation>
    </message>
    <message>
        <source>Network fee</source>
        <translation>رسوم الشبكة</translation>
    </message>
</context>
<context>
    <name>SettlementsCard</name>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>حفظ الجدول</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>جدول (*.csv)</translation>
    </message>
    <message>
        <source>Settlements and payments</source>
        <translation>التسويات والدفعات</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>عرض أقل</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>عرض كل %1</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>تصدير CSV</translation>
    </message>
    <message>
        <source>None yet. Each one will stand here with its transaction.</source>
        <translation>لا شيء بعد. كل واحدة ستظهر هنا مع معاملتها.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Amount, %1</source>
        <translation>المبلغ، %1</translation>
    </message>
    <message>
        <source>Fee, %1</source>
        <translation>الرسوم، %1</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>المعاملة</translation>
    </message>
    <message>
        <source>Click to copy %1</source>
        <translation>انقر لنسخ %1</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>What to share</source>
        <translation>ماذا تشارك</translation>
    </message>
    <message>
        <source>Get paid</source>
        <translation>الحصول على المال</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>جاهز</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>الخطوة %1 من %2: %3</translation>
    </message>
    <message>
        <source>That didn&apos;t work</source>
        <translation>لم ينجح ذلك</translation>
    </message>
    <message>
        <source>Skip for now</source>
        <translation>تخطٍّ الآن</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Go on later</source>
        <translation>المتابعة لاحقًا</translation>
    </message>
    <message>
        <source>Choose a folder first</source>
        <translation>اختر مجلدًا أولًا</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>جارٍ البدء…</translation>
    </message>
    <message>
        <source>Start sharing</source>
        <translation>بدء المشاركة</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة…</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>The engine isn&apos;t running yet.</source>
        <translation>المحرك لا يعمل بعد.</translation>
    </message>
</context>
<context>
    <name>SetupPayout</name>
    <message>
        <source>Where do your earnings go?</source>
        <translation>إلى أين تذهب أرباحك؟</translation>
    </message>
    <message>
        <source>They are paid to this address.</source>
        <translation>تُدفع إلى هذا العنوان.</translation>
    </message>
    <message>
        <source>To a key of your own, which nobody else has, or to an address that you have already.</source>
        <translation>إلى مفتاح خاص بك لا يملكه سواك، أو إلى عنوان لديك.</translation>
    </message>
    <message>
        <source>Backed up</source>
        <translation>له نسخة احتياطية</translation>
    </message>
    <message>
        <source>Write down its recovery words. Without them a lost computer is lost earnings. It can be done later, in the Wallet.</source>
        <translation>اكتب كلمات استرداده. بدونها ضياع الحاسوب ضياع للأرباح. يمكن فعل ذلك لاحقًا من المحفظة.</translation>
    </message>
    <message>
        <source>Write them down…</source>
        <translation>كتابتها…</translation>
    </message>
</context>
<context>
    <name>SetupReady</name>
    <message>
        <source>On battery</source>
        <translation>على البطارية</translation>
    </message>
    <message>
        <source>Metered network</source>
        <translation>شبكة محدودة البيانات</translation>
    </message>
    <message>
        <source>Only when you say so</source>
        <translation>فقط عندما تطلب ذلك</translation>
    </message>
    <message>
        <source>You&apos;re ready</source>
        <translation>كل شيء جاهز</translation>
    </message>
    <message>
        <source>Surplus shares in the background; its icon is in the tray.</source>
        <translation>يشارك Surplus في الخلفية؛ أيقونته في شريط النظام.</translation>
    </message>
    <message>
        <source>Surplus shares in the background. Closing its window minimises it.</source>
        <translation>يشارك Surplus في الخلفية. إغلاق نافذته يصغّرها.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>الملخص</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>التخزين</translation>
    </message>
    <message>
        <source>Up to %1 in %2</source>
        <translation>حتى %1 في %2</translation>
    </message>
    <message>
        <source>Paid to</source>
        <translation>مدفوع إلى</translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation>التوقفات</translation>
    </message>
    <message>
        <source>And</source>
        <translation>وأيضًا</translation>
    </message>
    <message>
        <source>Start Surplus when I log in</source>
        <translation>تشغيل Surplus عند تسجيل الدخول</translation>
    </message>
    <message>
        <source>It stays out of your way</source>
        <translation>لا يزعجك</translation>
    </message>
    <message>
        <source>Tell me when something needs attention</source>
        <translation>أخبرني عندما يحتاج شيء إلى انتباه</translation>
    </message>
    <message>
        <source>At most one notification per problem</source>
        <translation>إشعار واحد على الأكثر لكل مشكلة</translation>
    </message>
    <message>
        <source>Serve customers who have set no money aside</source>
        <translation>خدمة العملاء الذين لم يحجزوا مالًا</translation>
    </message>
    <message>
        <source>Up to a small amount each. What they promise may never be paid</source>
        <translation>حتى مبلغ صغير لكل منهم. ما يعدون به قد لا يُدفع أبدًا</translation>
    </message>
    <message>
        <source>What happens now: customers find room here when you give them your address, from the Overview. Earnings appear as they store and fetch.</source>
        <translation>ماذا بعد: يأتي العملاء عندما تعطيهم عنوانك من النظرة العامة. تظهر الأرباح عندما يخزّنون ويسترجعون.</translation>
    </message>
</context>
<context>
    <name>SetupShare</name>
    <message>
        <source>What would you like to share?</source>
        <translation>ماذا تود أن تشارك؟</translation>
    </message>
    <message>
        <source>Pick what this computer can spare. You can change or stop it later.</source>
        <translation>اختر ما يفيض عن حاجة هذا الحاسوب. يمكنك تغييره أو إيقافه لاحقًا.</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>التخزين</translation>
    </message>
    <message>
        <source>Keeps encrypted pieces of other people&apos;s files</source>
        <translation>يحفظ أجزاء مشفّرة من ملفات الآخرين</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>%1 من %2 متاحة</translation>
    </message>
    <message>
        <source>Storage limit</source>
        <translation>حد التخزين</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>اختيار المجلد</translation>
    </message>
    <message>
        <source>0 to %1 %2 a day for what is kept</source>
        <translation>من 0 إلى ⁦%1 %2⁩ يوميًا لما يُحفظ</translation>
    </message>
    <message>
        <source>From no customer to a full folder, at your price; what customers fetch is paid on top. Not a promise.</source>
        <translation>من بلا عملاء إلى مجلد ممتلئ، بسعرك؛ وما يسترجعه العملاء يُدفع فوق ذلك. ليس وعدًا.</translation>
    </message>
    <message>
        <source>Disk: at most %1, and 1 GB always stays free.</source>
        <translation>القرص: %1 على الأكثر، ويبقى 1 GB خاليًا دائمًا.</translation>
    </message>
    <message>
        <source>Traffic: what customers store and fetch. A speed limit and a monthly cap are on the Sharing page.</source>
        <translation>البيانات: ما يخزّنه العملاء ويسترجعونه. حد السرعة والحد الشهري في صفحة المشاركة.</translation>
    </message>
    <message>
        <source>Power: next to nothing while the computer is on anyway. A computer left on for it alone uses more than it may earn.</source>
        <translation>الطاقة: تكاد لا تُذكر ما دام الحاسوب يعمل على أي حال. تشغيله لهذا وحده يستهلك أكثر مما قد يكسب.</translation>
    </message>
    <message>
        <source>Pauses by itself on battery and on metered networks.</source>
        <translation>يتوقف تلقائيًا على البطارية وعلى الشبكات المحدودة.</translation>
    </message>
    <message>
        <source>What others store here is encrypted before it arrives. Nothing is shared before the last step.</source>
        <translation>ما يخزّنه الآخرون هنا مشفّر قبل وصوله. لا تتم مشاركة شيء قبل الخطوة الأخيرة.</translation>
    </message>
    <message>
        <source>Folder for what customers store</source>
        <translation>مجلد ما يخزّنه العملاء</translation>
    </message>
</context>
<context>
    <name>SharingPage</name>
    <message>
        <source>Sharing</source>
        <translation>المشاركة</translation>
    </message>
    <message>
        <source>That didn&apos;t work</source>
        <translation>لم ينجح ذلك</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>حسنًا</translation>
    </message>
    <message>
        <source>Sharing is paused</source>
        <translation>المشاركة متوقفة مؤقتًا</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
    <message>
        <source>The engine isn&apos;t running</source>
        <translation>المحرك لا يعمل</translation>
    </message>
    <message>
        <source>What it shares can be changed once it runs again.</source>
        <translation>يمكن تغيير ما يشاركه عندما يعمل من جديد.</translation>
    </message>
    <message>
        <source>Nothing is shared yet</source>
        <translation>لا تتم مشاركة شيء بعد</translation>
    </message>
    <message>
        <source>Choose a folder, a limit and where your earnings go.</source>
        <translation>اختر مجلدًا وحدًّا ووجهة أرباحك.</translation>
    </message>
    <message>
        <source>Set up sharing…</source>
        <translation>إعداد المشاركة…</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>التخزين</translation>
    </message>
    <message>
        <source>Keeps encrypted pieces of other people&apos;s files</source>
        <translation>يحفظ أجزاء مشفّرة من ملفات الآخرين</translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>Storage limit</source>
        <translation>حد التخزين</translation>
    </message>
    <message>
        <source>Changes apply at once.</source>
        <translation>تسري التغييرات فورًا.</translation>
    </message>
    <message>
        <source>It holds what customers store. It can be changed once no lease is left.</source>
        <translation>فيه ما يخزّنه العملاء. يمكن تغييره حين لا يبقى أي عقد.</translation>
    </message>
    <message>
        <source>The engine isn&apos;t running yet.</source>
        <translation>المحرك لا يعمل بعد.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>تغيير...</translation>
    </message>
    <message>
        <source>Change the folder of what customers store</source>
        <translation>تغيير مجلد ما يخزّنه العملاء</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Open the folder of what customers store</source>
        <translation>فتح مجلد ما يخزّنه العملاء</translation>
    </message>
    <message>
        <source>Changes apply at once. Files already stored stay until their lease ends.</source>
        <translation>تسري التغييرات فورًا. الملفات المخزّنة تبقى حتى ينتهي عقدها.</translation>
    </message>
    <message>
        <source>No storage folder is chosen yet</source>
        <translation>لم يُختر مجلد تخزين بعد</translation>
    </message>
    <message>
        <source>No payout address is chosen yet</source>
        <translation>لم يُختر عنوان دفع بعد</translation>
    </message>
</context>
<context>
    <name>StatusCard</name>
    <message>
        <source>The engine stopped</source>
        <translation>توقف المحرك</translation>
    </message>
    <message>
        <source>Sharing is on hold. Nothing you&apos;ve earned is lost.</source>
        <translation>المشاركة معلّقة. لا يضيع شيء مما كسبته.</translation>
    </message>
    <message>
        <source>Set up sharing…</source>
        <translation>إعداد المشاركة…</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>بدء</translation>
    </message>
    <message>
        <source>See the rules</source>
        <translation>عرض القواعد</translation>
    </message>
    <message>
        <source>See log</source>
        <translation>عرض السجل</translation>
    </message>
    <message>
        <source>Restart engine</source>
        <translation>إعادة تشغيل المحرك</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>إعادة التشغيل الآن</translation>
    </message>
    <message>
        <source>Stop trying</source>
        <translation>إيقاف المحاولة</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>تحقق مرة أخرى</translation>
    </message>
</context>
<context>
    <name>StopStoringDialog</name>
    <message>
        <source>Stop storing files?</source>
        <translation>التوقف عن تخزين الملفات؟</translation>
    </message>
    <message>
        <source>Keep sharing</source>
        <translation>مواصلة المشاركة</translation>
    </message>
    <message>
        <source>Stop storing</source>
        <translation>إيقاف التخزين</translation>
    </message>
    <message>
        <source>%1 stays on this computer until its leases end, but customers can&apos;t fetch it while storage is off.</source>
        <translation>يبقى %1 على هذا الحاسوب حتى تنتهي عقوده، لكن العملاء لا يسترجعونه ما دام التخزين متوقفًا.</translation>
    </message>
</context>
<context>
    <name>StorageTile</name>
    <message>
        <source>Storage</source>
        <translation>التخزين</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>%1 retrieved</source>
        <translation>استُرجع %1</translation>
    </message>
    <message>
        <source>%1 stored</source>
        <comment>a unit such as GB</comment>
        <translation>%1 مخزّنة</translation>
    </message>
    <message numerus="yes">
        <source>of %1 offered, in %n lease(s)</source>
        <translation>
            <numerusform>من %1 معروضة، بلا عقود</numerusform>
            <numerusform>من %1 معروضة، في عقد واحد</numerusform>
            <numerusform>من %1 معروضة، في عقدين</numerusform>
            <numerusform>من %1 معروضة، في %n عقود</numerusform>
            <numerusform>من %1 معروضة، في %n عقدًا</numerusform>
            <numerusform>من %1 معروضة، في %n عقد</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StorageTrouble</name>
    <message>
        <source>That didn&apos;t work</source>
        <translation>لم ينجح ذلك</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>حسنًا</translation>
    </message>
</context>
<context>
    <name>SupportPage</name>
    <message>
        <source>Support</source>
        <translation>الدعم</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>جارٍ التحقق…</translation>
    </message>
    <message>
        <source>Run checks again</source>
        <translation>إعادة التحقق</translation>
    </message>
    <message>
        <source>Copy log</source>
        <translation>نسخ السجل</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>السلامة</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Surplus %1</source>
        <translation>Surplus %1</translation>
    </message>
    <message>
        <source>Engine %1</source>
        <translation>المحرك %1</translation>
    </message>
    <message>
        <source>machine %1…%2</source>
        <translation>الجهاز %1…%2</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>نسخ التفاصيل</translation>
    </message>
    <message>
        <source>Surplus %1, engine %2, machine %3</source>
        <translation>Surplus %1، المحرك %2، الجهاز %3</translation>
    </message>
</context>
<context>
    <name>TrafficCard</name>
    <message>
        <source>Traffic and disk</source>
        <translation>البيانات والقرص</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>الرفع</translation>
    </message>
    <message>
        <source>What customers fetch</source>
        <translation>ما يسترجعه العملاء</translation>
    </message>
    <message>
        <source>Mbit/s</source>
        <translation>Mbit/s</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>بلا حد</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>التنزيل</translation>
    </message>
    <message>
        <source>What customers store</source>
        <translation>ما يخزّنه العملاء</translation>
    </message>
    <message>
        <source>Data in a month</source>
        <translation>البيانات في الشهر</translation>
    </message>
    <message>
        <source>%1. Sharing pauses when it is used up</source>
        <translation>%1. تتوقف المشاركة مؤقتًا عند نفادها</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>بلا سقف</translation>
    </message>
    <message>
        <source>The month begins on day</source>
        <translation>يبدأ الشهر في اليوم</translation>
    </message>
    <message>
        <source>As on your provider&apos;s bill</source>
        <translation>كما في فاتورة مزوّدك</translation>
    </message>
    <message>
        <source>Keep free on the disk</source>
        <translation>إبقاؤه خاليًا على القرص</translation>
    </message>
    <message>
        <source>Nothing new is stored beyond it</source>
        <translation>لا يُخزَّن جديد بعده</translation>
    </message>
</context>
<context>
    <name>TypedAddress</name>
    <message>
        <source>An address is missing.</source>
        <translation>ينقص عنوان.</translation>
    </message>
    <message>
        <source>An address begins with 0x.</source>
        <translation>يبدأ العنوان بـ 0x.</translation>
    </message>
    <message>
        <source>Character %1 is none of 0 to 9 and a to f. A letter O is no zero, a letter l no one.</source>
        <translation>الحرف %1 ليس من 0 إلى 9 ولا من a إلى f. الحرف O ليس صفرًا، والحرف l ليس واحدًا.</translation>
    </message>
    <message>
        <source>After 0x come 40 characters; these are %1.</source>
        <translation>بعد 0x يأتي 40 حرفًا؛ وعددها هنا %1.</translation>
    </message>
    <message>
        <source>One of its characters is mistyped: its checksum doesn&apos;t fit.</source>
        <translation>أحد أحرفه خاطئ: مجموع التحقق غير مطابق.</translation>
    </message>
    <message>
        <source>That is nobody&apos;s address: what is sent there is gone.</source>
        <translation>هذا العنوان ليس لأحد: ما يُرسل إليه يضيع.</translation>
    </message>
</context>
<context>
    <name>TypedNumber</name>
    <message>
        <source>A number is missing.</source>
        <translation>ينقص رقم.</translation>
    </message>
    <message>
        <source>It can&apos;t be less than zero.</source>
        <translation>لا يمكن أن يكون أقل من صفر.</translation>
    </message>
    <message>
        <source>“%1” does not belong in a number.</source>
        <translation>«%1» لا مكان له في رقم.</translation>
    </message>
    <message>
        <source>A digit is missing before “%1”.</source>
        <translation>تنقص خانة قبل «%1».</translation>
    </message>
    <message>
        <source>A digit is missing after “%1”.</source>
        <translation>تنقص خانة بعد «%1».</translation>
    </message>
    <message>
        <source>That is too large.</source>
        <translation>هذا كبير جدًا.</translation>
    </message>
    <message>
        <source>“%1” could mean %2 or %3: type one of these.</source>
        <translation>«%1» قد يعني %2 أو %3: اكتب أحدهما.</translation>
    </message>
    <message>
        <source>“%1” can be there only once.</source>
        <translation>لا يجوز «%1» إلا مرة واحدة.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t stand there. The decimal sign is “%2”.</source>
        <translation>لا يجوز «%1» هناك. العلامة العشرية هي «%2».</translation>
    </message>
    <message>
        <source>It has more than nine decimals.</source>
        <translation>فيه أكثر من تسع منازل عشرية.</translation>
    </message>
    <message>
        <source>It has to be from %1 to %2.</source>
        <translation>يجب أن يكون من %1 إلى %2.</translation>
    </message>
    <message>
        <source>It has to be a whole number.</source>
        <translation>يجب أن يكون رقمًا صحيحًا.</translation>
    </message>
</context>
<context>
    <name>WalletPage</name>
    <message>
        <source>Wallet</source>
        <translation>المحفظة</translation>
    </message>
    <message>
        <source>Recovery words</source>
        <translation>كلمات الاسترداد</translation>
    </message>
    <message>
        <source>Change address…</source>
        <translation>تغيير العنوان…</translation>
    </message>
    <message>
        <source>Chain…</source>
        <translation>السلسلة…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>تحقق مرة أخرى</translation>
    </message>
    <message>
        <source>%1 can&apos;t be reached</source>
        <translation>تعذّر الوصول إلى %1</translation>
    </message>
    <message>
        <source>Sharing goes on within the limits, with what the chain said last. %1</source>
        <translation>تستمر المشاركة ضمن الحدود، بآخر ما قالته السلسلة. %1</translation>
    </message>
</context>
<context>
    <name>WeekGrid</name>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1: share</source>
        <comment>an hour of a day</comment>
        <translation>%1: مشاركة</translation>
    </message>
    <message>
        <source>%1: pause</source>
        <comment>an hour of a day</comment>
        <translation>%1: توقف</translation>
    </message>
</context>
<context>
    <name>WordsDialog</name>
    <message>
        <source>Recovery words</source>
        <translation>كلمات الاسترداد</translation>
    </message>
    <message>
        <source>Now from your paper: three of them.</source>
        <translation>والآن من ورقتك: ثلاث منها.</translation>
    </message>
    <message>
        <source>Whoever has these words has your earnings; without them and without this computer nobody has. Write them down by hand, in this order, and keep the paper where nobody looks.</source>
        <translation>من يملك هذه الكلمات يملك أرباحك؛ وبدونها وبدون هذا الحاسوب لا يملكها أحد. اكتبها بيدك بهذا الترتيب واحفظ الورقة حيث لا ينظر أحد.</translation>
    </message>
    <message>
        <source>Word %1</source>
        <translation>الكلمة %1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>لاحقًا</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Show the words</source>
        <translation>إظهار الكلمات</translation>
    </message>
    <message>
        <source>I&apos;ve written them down</source>
        <translation>كتبتها</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation>بانتظار حافظة المفاتيح</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة…</translation>
    </message>
    <message>
        <source>All three words are needed</source>
        <translation>تلزم الكلمات الثلاث</translation>
    </message>
    <message>
        <source>Word %1: %2</source>
        <translation>الكلمة %1: %2</translation>
    </message>
</context>
<context>
    <name>surplus::AutoSettleModel</name>
    <message>
        <source>The share must be a number from 0.01 to 50.</source>
        <translation>يجب أن تكون النسبة رقمًا من 0.01 إلى 50.</translation>
    </message>
    <message>
        <source>Looks every ten minutes while Surplus is open.</source>
        <translation>ينظر كل عشر دقائق ما دام Surplus مفتوحًا.</translation>
    </message>
    <message>
        <source>%1: nothing to settle.</source>
        <translation>%1: لا شيء للتسوية.</translation>
    </message>
    <message>
        <source>%1: the fee would be more than what is settled. Waiting.</source>
        <translation>%1: ستكون الرسوم أكثر مما يُسوّى. انتظار.</translation>
    </message>
    <message>
        <source>%1: the fee would be up to %2 of the amount. Waiting.</source>
        <translation>%1: ستكون الرسوم حتى %2 من المبلغ. انتظار.</translation>
    </message>
    <message>
        <source>%1: your address holds too little %2 for the fee.</source>
        <translation>%1: في عنوانك قليل من %2 للرسوم.</translation>
    </message>
    <message>
        <source>%1: the keychain isn&apos;t open. Waiting.</source>
        <translation>%1: حافظة المفاتيح غير مفتوحة. انتظار.</translation>
    </message>
    <message>
        <source>%1: settled, for a fee of at most %2 of the amount.</source>
        <translation>%1: تمت التسوية، برسوم لا تتجاوز %2 من المبلغ.</translation>
    </message>
    <message>
        <source>%1: %2 Trying again.</source>
        <translation>%1: %2 ستُعاد المحاولة.</translation>
    </message>
    <message>
        <source>Waits for a rate: in the Settings, say what one %1 is worth, so that fee and amount can be compared.</source>
        <translation>بانتظار سعر: حدّد في الإعدادات قيمة %1 الواحد لتمكن مقارنة الرسوم بالمبلغ.</translation>
    </message>
</context>
<context>
    <name>surplus::ChartImage</name>
    <message>
        <source>The picture can&apos;t be written to %1. Choose another folder, or free some space.</source>
        <translation>تعذّرت كتابة الصورة إلى %1. اختر مجلدًا آخر أو أفسح مكانًا.</translation>
    </message>
</context>
<context>
    <name>surplus::Checks</name>
    <message>
        <source>The engine keeps stopping. %1</source>
        <translation>المحرك يتوقف مرارًا. %1</translation>
    </message>
    <message>
        <source>The engine stopped and is started again by itself. %1</source>
        <translation>توقف المحرك ويُعاد تشغيله تلقائيًا. %1</translation>
    </message>
    <message>
        <source>The engine isn&apos;t running, so nothing is shared.</source>
        <translation>المحرك لا يعمل، لذلك لا تتم مشاركة شيء.</translation>
    </message>
    <message>
        <source>The engine is starting or stopping. Check again in a moment.</source>
        <translation>المحرك يبدأ أو يتوقف. تحقق مرة أخرى بعد لحظة.</translation>
    </message>
    <message>
        <source>Running.</source>
        <translation>يعمل.</translation>
    </message>
    <message>
        <source>Running. No unexpected stops in 30 days.</source>
        <translation>يعمل. لا توقف غير متوقع خلال 30 يومًا.</translation>
    </message>
    <message numerus="yes">
        <source>Running. %n unexpected stop(s) in 30 days.</source>
        <translation>
            <numerusform>يعمل. لا توقف غير متوقع خلال 30 يومًا.</numerusform>
            <numerusform>يعمل. توقف واحد غير متوقع خلال 30 يومًا.</numerusform>
            <numerusform>يعمل. توقفان غير متوقعين خلال 30 يومًا.</numerusform>
            <numerusform>يعمل. %n توقفات غير متوقعة خلال 30 يومًا.</numerusform>
            <numerusform>يعمل. %n توقفًا غير متوقع خلال 30 يومًا.</numerusform>
            <numerusform>يعمل. %n توقف غير متوقع خلال 30 يومًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>Couldn&apos;t check. The engine isn&apos;t running.</source>
        <translation>تعذّر التحقق. المحرك لا يعمل.</translation>
    </message>
    <message>
        <source>The engine runs %1, this program is %2. It goes on working; a restart brings it up to date.</source>
        <translation>إصدار المحرك %1 وهذا البرنامج %2. يواصل العمل، وإعادة التشغيل تحدّثه.</translation>
    </message>
    <message>
        <source>Engine %1 and this program %2 fit together.</source>
        <translation>المحرك %1 وهذا البرنامج %2 متوافقان.</translation>
    </message>
    <message>
        <source>No folder was chosen yet.</source>
        <translation>لم يُختر مجلد بعد.</translation>
    </message>
    <message>
        <source>The storage folder %1 isn&apos;t there. If it is on another disk, connect it.</source>
        <translation>مجلد التخزين %1 غير موجود. إن كان على قرص آخر فصِله.</translation>
    </message>
    <message>
        <source>%1 free, and %2 is to stay free: nothing new is stored. Make room, or lower what stays free.</source>
        <translation>المتاح %1 ويجب أن يبقى %2: لا يُخزَّن جديد. أفسح مكانًا أو قلّل ما يبقى خاليًا.</translation>
    </message>
    <message>
        <source>%1 is in use, above the limit of %2: nothing new is stored until it falls below.</source>
        <translation>المستخدم %1 فوق الحد %2: لا يُخزَّن جديد حتى ينخفض.</translation>
    </message>
    <message>
        <source>The disk of the engine&apos;s data, %1, is full: what customers promise can&apos;t be written down, so they are served no further than their credit. Free some space; then it goes on by itself.</source>
        <translation>القرص الذي يضم بيانات المحرك، %1، ممتلئ: لا يمكن تدوين ما يعد به العملاء، لذا لا تُقدَّم لهم الخدمة إلا في حدود ائتمانهم. أفرغ بعض المساحة، ثم يستمر العمل تلقائيًا.</translation>
    </message>
    <message>
        <source>Only %1 are free on the disk of the engine&apos;s data, %2. Once it is full, what customers promise can&apos;t be written down. Free some space.</source>
        <translation>لم يبق سوى %1 على القرص الذي يضم بيانات المحرك، %2. إذا امتلأ فلن يمكن تدوين ما يعد به العملاء. أفرغ بعض المساحة.</translation>
    </message>
    <message>
        <source>The engine can&apos;t use its data in %1. See whether that disk is well, then start the engine again. It said: %2</source>
        <translation>لا يستطيع المحرك استخدام بياناته في %1. تحقق من سلامة ذلك القرص، ثم أعد تشغيل المحرك. رسالته: %2</translation>
    </message>
    <message>
        <source>What a customer stores can&apos;t be written to %1. Free some space on that disk, or see whether it is well.</source>
        <translation>لا يمكن كتابة ما يخزنه العميل في %1. أفرغ بعض المساحة على ذلك القرص، أو تحقق من سلامته.</translation>
    </message>
    <message>
        <source>%1 free. %2 of the %3 offered for storage is unused.</source>
        <translation>المتاح %1. من %3 المعروضة %2 غير مستخدمة.</translation>
    </message>
    <message>
        <source>Couldn&apos;t check: the engine didn&apos;t answer.</source>
        <translation>تعذّر التحقق: لم يُجب المحرك.</translation>
    </message>
    <message>
        <source>Nothing is stored for customers now.</source>
        <translation>لا شيء مخزّن للعملاء الآن.</translation>
    </message>
    <message numerus="yes">
        <source>%n stored file(s), %1, are there and whole in size. Customers&apos; own audits look at their content.</source>
        <translation>
            <numerusform>لا ملفات مخزّنة، %1.</numerusform>
            <numerusform>ملف مخزّن واحد، %1، موجود وكامل الحجم. محتواه يفحصه العملاء بأنفسهم.</numerusform>
            <numerusform>ملفان مخزّنان، %1، موجودان وكاملا الحجم. محتواهما يفحصه العملاء بأنفسهم.</numerusform>
            <numerusform>%n ملفات مخزّنة، %1، موجودة وكاملة الحجم. محتواها يفحصه العملاء بأنفسهم.</numerusform>
            <numerusform>%n ملفًا مخزّنًا، %1، موجودة وكاملة الحجم. محتواها يفحصه العملاء بأنفسهم.</numerusform>
            <numerusform>%n ملف مخزّن، %1، موجودة وكاملة الحجم. محتواها يفحصه العملاء بأنفسهم.</numerusform>
        </translation>
    </message>
    <message>
        <source>Couldn&apos;t check: this system doesn&apos;t say.</source>
        <translation>تعذّر التحقق: هذا النظام لا يفصح.</translation>
    </message>
    <message>
        <source>The clock isn&apos;t kept right over the network. Vouchers and leases go by it: switch automatic time on in the system&apos;s settings.</source>
        <translation>الساعة لا تُضبط عبر الشبكة. القسائم والعقود تعتمد عليها: فعّل الوقت التلقائي في إعدادات النظام.</translation>
    </message>
    <message>
        <source>Right to within %1 s.</source>
        <translation>مضبوطة في حدود %1 ث.</translation>
    </message>
    <message>
        <source>No payout address was chosen yet.</source>
        <translation>لم يُختر عنوان دفع بعد.</translation>
    </message>
    <message>
        <source>It answered last %1.</source>
        <translation>آخر إجابة: %1.</translation>
    </message>
    <message>
        <source>It has not answered since the engine started.</source>
        <translation>لم تُجب منذ بدء المحرك.</translation>
    </message>
    <message>
        <source>The chain can&apos;t be read: %1 %2 Vouchers go on being taken.</source>
        <translation>تعذّرت قراءة السلسلة: %1 %2 يستمر قبول القسائم.</translation>
    </message>
    <message>
        <source>Nothing was earned yet.</source>
        <translation>لا أرباح بعد.</translation>
    </message>
    <message>
        <source>%1 %2 earned. No chain is set up, so nothing of it is set aside yet.</source>
        <translation>كُسب %1 %2. لم تُعدّ سلسلة، لذلك لم يُحجز منها شيء بعد.</translation>
    </message>
    <message>
        <source>All that was earned is settled.</source>
        <translation>كل ما كُسب تمت تسويته.</translation>
    </message>
    <message>
        <source>Customers have set aside %1 % of what isn&apos;t settled yet.</source>
        <translation>حجز العملاء %1 % مما لم تتم تسويته بعد.</translation>
    </message>
    <message>
        <source>The payout key is stored and readable.</source>
        <translation>مفتاح الدفع محفوظ ومقروء.</translation>
    </message>
    <message>
        <source>The payout key is kept elsewhere; this computer knows its address only.</source>
        <translation>مفتاح الدفع محفوظ في مكان آخر؛ هذا الحاسوب يعرف عنوانه فقط.</translation>
    </message>
    <message>
        <source>The payout key can&apos;t be read: %1 Earning goes on; settling waits.</source>
        <translation>تعذّرت قراءة مفتاح الدفع: %1 يستمر الكسب وتنتظر التسوية.</translation>
    </message>
    <message>
        <source>The disk of the storage folder %1 doesn&apos;t answer. If it is a network drive, see whether its server is there.</source>
        <translation>قرص مجلد التخزين %1 لا يجيب. إن كان قرص شبكة فانظر هل خادمه موجود.</translation>
    </message>
    <message numerus="yes">
        <source>%n stored file(s) missing, cut short or not readable, such as %1 in %2. Put them back there if you have them; else their customers won&apos;t pay for them.</source>
        <translation>
            <numerusform>لا ملفات مفقودة، مثل %1 في %2.</numerusform>
            <numerusform>ملف مخزّن واحد مفقود أو ناقص أو لا يمكن قراءته: %1 في %2. أعده إلى مكانه إن كان لديك؛ وإلا فلن يدفع عميله ثمنه.</numerusform>
            <numerusform>ملفان مخزّنان مفقودان أو ناقصان أو لا يمكن قراءتهما، مثل %1 في %2. أعدهما إلى مكانهما إن كانا لديك؛ وإلا فلن يدفع عملاؤهما ثمنهما.</numerusform>
            <numerusform>%n ملفات مخزّنة مفقودة أو ناقصة أو لا يمكن قراءتها، مثل %1 في %2. أعدها إلى مكانها إن كانت لديك؛ وإلا فلن يدفع عملاؤها ثمنها.</numerusform>
            <numerusform>%n ملفًا مخزّنًا مفقود أو ناقص أو لا يمكن قراءته، مثل %1 في %2. أعدها إلى مكانها إن كانت لديك؛ وإلا فلن يدفع عملاؤها ثمنها.</numerusform>
            <numerusform>%n ملف مخزّن مفقود أو ناقص أو لا يمكن قراءته، مثل %1 في %2. أعدها إلى مكانها إن كانت لديك؛ وإلا فلن يدفع عملاؤها ثمنها.</numerusform>
        </translation>
    </message>
    <message>
        <source>Couldn&apos;t check: the storage folder can&apos;t be read.</source>
        <translation>تعذّر التحقق: لا يمكن قراءة مجلد التخزين.</translation>
    </message>
    <message>
        <source>%1 stored for customers. No file was noticed missing or cut short; run the checks again to look at each.</source>
        <translation>%1 مخزّنة للعملاء. لم يُلاحظ ملف مفقود أو ناقص؛ أعد التحقق لفحص كل ملف.</translation>
    </message>
</context>
<context>
    <name>surplus::ChecksModel</name>
    <message>
        <source>Engine</source>
        <translation>المحرك</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>القرص</translation>
    </message>
    <message>
        <source>Stored files</source>
        <translation>الملفات المخزّنة</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>الساعة</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>المدفوعات</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>حافظة المفاتيح</translation>
    </message>
    <message>
        <source>Restart engine</source>
        <translation>إعادة تشغيل المحرك</translation>
    </message>
    <message>
        <source>Change limits</source>
        <translation>تغيير الحدود</translation>
    </message>
    <message>
        <source>Open Wallet</source>
        <translation>فتح المحفظة</translation>
    </message>
    <message>
        <source>Ask the keychain</source>
        <translation>سؤال الحافظة</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>جارٍ التحقق…</translation>
    </message>
    <message>
        <source>Nothing checked yet</source>
        <translation>لم يُفحص شيء بعد</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to fix</source>
        <translation>
            <numerusform>لا شيء للإصلاح</numerusform>
            <numerusform>أمر واحد للإصلاح</numerusform>
            <numerusform>أمران للإصلاح</numerusform>
            <numerusform>%n أمور للإصلاح</numerusform>
            <numerusform>%n أمرًا للإصلاح</numerusform>
            <numerusform>%n أمر للإصلاح</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to fix</source>
        <translation>لا شيء للإصلاح</translation>
    </message>
    <message numerus="yes">
        <source>%n fine</source>
        <translation>
            <numerusform>لا شيء سليم</numerusform>
            <numerusform>واحد سليم</numerusform>
            <numerusform>اثنان سليمان</numerusform>
            <numerusform>%n سليمة</numerusform>
            <numerusform>%n سليمًا</numerusform>
            <numerusform>%n سليم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not checked</source>
        <translation>
            <numerusform>لا شيء بلا فحص</numerusform>
            <numerusform>واحد لم يُفحص</numerusform>
            <numerusform>اثنان لم يُفحصا</numerusform>
            <numerusform>%n لم تُفحص</numerusform>
            <numerusform>%n لم تُفحص</numerusform>
            <numerusform>%n لم تُفحص</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked at %1</source>
        <translation>فُحص عند %1</translation>
    </message>
</context>
<context>
    <name>surplus::ConditionsModel</name>
    <message>
        <source>Off: sharing goes on day and night.</source>
        <translation>متوقف: تستمر المشاركة ليلًا ونهارًا.</translation>
    </message>
    <message>
        <source>Nothing is painted, so nothing is ever shared.</source>
        <translation>لا شيء ملوّن، لذلك لا تتم مشاركة شيء أبدًا.</translation>
    </message>
    <message>
        <source>Sharing day and night.</source>
        <translation>المشاركة ليلًا ونهارًا.</translation>
    </message>
    <message>
        <source>Sharing now. Pauses %1.</source>
        <translation>يشارك الآن. يتوقف %1.</translation>
    </message>
    <message>
        <source>Paused now. Shares again %1.</source>
        <translation>متوقف الآن. يشارك من جديد %1.</translation>
    </message>
    <message>
        <source>Not available here: this system doesn&apos;t say whether it runs on battery (UPower).</source>
        <translation>غير متاح هنا: هذا النظام لا يفصح إن كان على البطارية (UPower).</translation>
    </message>
    <message>
        <source>Not available here: this system doesn&apos;t say whether its network is metered (NetworkManager).</source>
        <translation>غير متاح هنا: هذا النظام لا يفصح إن كانت شبكته محدودة (NetworkManager).</translation>
    </message>
    <message>
        <source>Not available here: no temperature sensor was found.</source>
        <translation>غير متاح هنا: لم يُعثر على مستشعر حرارة.</translation>
    </message>
    <message>
        <source>Not available here: no desktop session says how long it has been unused.</source>
        <translation>غير متاح هنا: لا جلسة سطح مكتب تفصح منذ متى لم يُستخدم.</translation>
    </message>
    <message>
        <source>Not available here: the list of processes can&apos;t be read.</source>
        <translation>غير متاح هنا: تعذّرت قراءة قائمة العمليات.</translation>
    </message>
</context>
<context>
    <name>surplus::Desktop</name>
    <message>
        <source>Open Surplus</source>
        <translation>فتح Surplus</translation>
    </message>
    <message>
        <source>Pause this computer</source>
        <translation>إيقاف هذا الحاسوب مؤقتًا</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>لمدة ساعة</translation>
    </message>
    <message>
        <source>For 3 hours</source>
        <translation>لمدة 3 ساعات</translation>
    </message>
    <message>
        <source>For 6 hours</source>
        <translation>لمدة 6 ساعات</translation>
    </message>
    <message>
        <source>For 12 hours</source>
        <translation>لمدة 12 ساعة</translation>
    </message>
    <message>
        <source>Until tomorrow, 08:00</source>
        <translation>حتى الغد، 08:00</translation>
    </message>
    <message>
        <source>Until I resume</source>
        <translation>حتى أستأنف</translation>
    </message>
    <message>
        <source>Resume this computer</source>
        <translation>استئناف هذا الحاسوب</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>الإعدادات…</translation>
    </message>
    <message>
        <source>Quit…</source>
        <translation>إنهاء…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Today so far: %1 %2</source>
        <translation>اليوم حتى الآن: %1 %2</translation>
    </message>
    <message>
        <source>Surplus
%1
%2</source>
        <translation>Surplus
%1
%2</translation>
    </message>
    <message>
        <source>The engine keeps stopping</source>
        <translation>المحرك يتوقف مرارًا</translation>
    </message>
    <message>
        <source>Sharing is on hold. Nothing you&apos;ve earned is lost.</source>
        <translation>المشاركة معلّقة. لا يضيع شيء مما كسبته.</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>إعادة التشغيل الآن</translation>
    </message>
    <message>
        <source>Sharing needs attention</source>
        <translation>المشاركة تحتاج إلى انتباه</translation>
    </message>
    <message>
        <source>%1 %2 is in your wallet.</source>
        <translation>وصل %1 %2 إلى محفظتك.</translation>
    </message>
    <message>
        <source>%1 %2 earned last week</source>
        <translation>كُسب %1 %2 الأسبوع الماضي</translation>
    </message>
    <message>
        <source>Uptime %1.</source>
        <translation>مدة التشغيل %1.</translation>
    </message>
    <message>
        <source>%1, needs attention</source>
        <translation>%1، يحتاج إلى انتباه</translation>
    </message>
</context>
<context>
    <name>surplus::EarningsModel</name>
    <message>
        <source>%1 of the time unknown, left out</source>
        <translation>%1 من الوقت غير معروف وغير محسوب</translation>
    </message>
    <message>
        <source>%1, %2 – %3, %4</source>
        <translation>%1، %2 – %3، %4</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1, %2, %3 tokens</source>
        <translation>%1، %2، %3 رموز</translation>
    </message>
    <message numerus="yes">
        <source>. %n span(s) without data</source>
        <translation>
            <numerusform>. لا فترات بلا بيانات</numerusform>
            <numerusform>. فترة واحدة بلا بيانات</numerusform>
            <numerusform>. فترتان بلا بيانات</numerusform>
            <numerusform>. %n فترات بلا بيانات</numerusform>
            <numerusform>. %n فترة بلا بيانات</numerusform>
            <numerusform>. %n فترة بلا بيانات</numerusform>
        </translation>
    </message>
    <message>
        <source>All others</source>
        <translation>كل الآخرين</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>التخزين</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>الحوسبة</translation>
    </message>
    <message>
        <source>Sensors</source>
        <translation>المستشعرات</translation>
    </message>
    <message>
        <source>Connectivity</source>
        <translation>الاتصال</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>هذا الحاسوب</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>مسوّى</translation>
    </message>
    <message>
        <source>Secured</source>
        <translation>مضمون</translation>
    </message>
    <message>
        <source>Bounced</source>
        <translation>مرتجع</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>معلّق</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>%1, %2–%3</source>
        <translation>%1، %2–%3</translation>
    </message>
    <message>
        <source>Week of %1</source>
        <translation>أسبوع %1</translation>
    </message>
    <message>
        <source>Per quarter hour</source>
        <translation>كل ربع ساعة</translation>
    </message>
    <message>
        <source>Average per quarter hour</source>
        <translation>متوسط ربع الساعة</translation>
    </message>
    <message numerus="yes">
        <source>%n quarter hour(s)</source>
        <translation>
            <numerusform>لا أرباع ساعات</numerusform>
            <numerusform>ربع ساعة واحد</numerusform>
            <numerusform>ربعا ساعة</numerusform>
            <numerusform>%n أرباع ساعة</numerusform>
            <numerusform>%n ربع ساعة</numerusform>
            <numerusform>%n ربع ساعة</numerusform>
        </translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>كل ساعة</translation>
    </message>
    <message>
        <source>Average per full hour</source>
        <translation>متوسط الساعة الكاملة</translation>
    </message>
    <message numerus="yes">
        <source>%n full hour(s)</source>
        <translation>
            <numerusform>لا ساعات كاملة</numerusform>
            <numerusform>ساعة كاملة</numerusform>
            <numerusform>ساعتان كاملتان</numerusform>
            <numerusform>%n ساعات كاملة</numerusform>
            <numerusform>%n ساعة كاملة</numerusform>
            <numerusform>%n ساعة كاملة</numerusform>
        </translation>
    </message>
    <message>
        <source>Per day</source>
        <translation>كل يوم</translation>
    </message>
    <message>
        <source>Average per full day</source>
        <translation>متوسط اليوم الكامل</translation>
    </message>
    <message numerus="yes">
        <source>%n full day(s)</source>
        <translation>
            <numerusform>لا أيام كاملة</numerusform>
            <numerusform>يوم كامل</numerusform>
            <numerusform>يومان كاملان</numerusform>
            <numerusform>%n أيام كاملة</numerusform>
            <numerusform>%n يومًا كاملًا</numerusform>
            <numerusform>%n يوم كامل</numerusform>
        </translation>
    </message>
    <message>
        <source>Per week</source>
        <translation>كل أسبوع</translation>
    </message>
    <message>
        <source>Average per full week</source>
        <translation>متوسط الأسبوع الكامل</translation>
    </message>
    <message numerus="yes">
        <source>%n full week(s)</source>
        <translation>
            <numerusform>لا أسابيع كاملة</numerusform>
            <numerusform>أسبوع كامل</numerusform>
            <numerusform>أسبوعان كاملان</numerusform>
            <numerusform>%n أسابيع كاملة</numerusform>
            <numerusform>%n أسبوعًا كاملًا</numerusform>
            <numerusform>%n أسبوع كامل</numerusform>
        </translation>
    </message>
    <message>
        <source>Per month</source>
        <translation>كل شهر</translation>
    </message>
    <message>
        <source>Average per full month</source>
        <translation>متوسط الشهر الكامل</translation>
    </message>
    <message numerus="yes">
        <source>%n full month(s)</source>
        <translation>
            <numerusform>لا أشهر كاملة</numerusform>
            <numerusform>شهر كامل</numerusform>
            <numerusform>شهران كاملان</numerusform>
            <numerusform>%n أشهر كاملة</numerusform>
            <numerusform>%n شهرًا كاملًا</numerusform>
            <numerusform>%n شهر كامل</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused as planned</source>
        <translation>متوقف حسب الخطة</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>لا بيانات</translation>
    </message>
    <message numerus="yes">
        <source>%1 so far this month, and %2 a day for the rest: the average of the last %n recorded day(s). Four times out of five it comes to between %3 and %4. Not a promise.</source>
        <translation>
            <numerusform>%1 حتى الآن هذا الشهر، و%2 يوميًا للباقي. في أربع من خمس مرات يكون بين %3 و%4. ليس وعدًا.</numerusform>
            <numerusform>%1 حتى الآن هذا الشهر، و%2 يوميًا للباقي: متوسط آخر يوم مسجّل. في أربع من خمس مرات يكون بين %3 و%4. ليس وعدًا.</numerusform>
            <numerusform>%1 حتى الآن هذا الشهر، و%2 يوميًا للباقي: متوسط آخر يومين مسجّلين. في أربع من خمس مرات يكون بين %3 و%4. ليس وعدًا.</numerusform>
            <numerusform>%1 حتى الآن هذا الشهر، و%2 يوميًا للباقي: متوسط آخر %n أيام مسجّلة. في أربع من خمس مرات يكون بين %3 و%4. ليس وعدًا.</numerusform>
            <numerusform>%1 حتى الآن هذا الشهر، و%2 يوميًا للباقي: متوسط آخر %n يومًا مسجّلًا. في أربع من خمس مرات يكون بين %3 و%4. ليس وعدًا.</numerusform>
            <numerusform>%1 حتى الآن هذا الشهر، و%2 يوميًا للباقي: متوسط آخر %n يوم مسجّل. في أربع من خمس مرات يكون بين %3 و%4. ليس وعدًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>The table can&apos;t be written to %1: %2. Choose another folder.</source>
        <translation>تعذّرت كتابة الجدول إلى %1: %2. اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>The history is too busy to be written to a file. Try again in a moment.</source>
        <translation>السجل مشغول جدًا الآن. حاول بعد لحظة.</translation>
    </message>
</context>
<context>
    <name>surplus::Format</name>
    <message>
        <source>tomorrow, %1</source>
        <translation>غدًا، %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 س</translation>
    </message>
</context>
<context>
    <name>surplus::LogModel</name>
    <message>
        <source>%1 of %2 lines</source>
        <translation>%1 من %2 سطر</translation>
    </message>
</context>
<context>
    <name>surplus::MachineModel</name>
    <message>
        <source>The engine keeps stopping</source>
        <translation>المحرك يتوقف مرارًا</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>يحتاج إلى انتباه</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>Restarting</source>
        <translation>يعاد تشغيله</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>يبدأ</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>يتوقف</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>المشاركة</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>Not sharing</source>
        <translation>لا يشارك</translation>
    </message>
    <message>
        <source>Start when you like</source>
        <translation>ابدأ متى شئت</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>بعد %1</translation>
    </message>
    <message>
        <source>Usually under a minute</source>
        <translation>عادة أقل من دقيقة</translation>
    </message>
    <message>
        <source>The storage disk isn&apos;t there</source>
        <translation>قرص التخزين غير موجود</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>منذ %1</translation>
    </message>
    <message>
        <source>Not set up yet</source>
        <translation>لم يُعدّ بعد</translation>
    </message>
    <message>
        <source>Storage is switched off</source>
        <translation>التخزين متوقف</translation>
    </message>
    <message>
        <source>%1. All is well.</source>
        <translation>%1. كل شيء بخير.</translation>
    </message>
    <message>
        <source>Sharing is on hold. Nothing you&apos;ve earned is lost.</source>
        <translation>المشاركة معلّقة. لا يضيع شيء مما كسبته.</translation>
    </message>
    <message>
        <source>Updated %1 ago</source>
        <translation>حُدّث قبل %1</translation>
    </message>
    <message>
        <source>Restarting in %1</source>
        <translation>إعادة التشغيل بعد %1</translation>
    </message>
    <message>
        <source>Try %1 of %2</source>
        <translation>المحاولة %1 من %2</translation>
    </message>
    <message>
        <source>Longer than usual</source>
        <translation>أطول من المعتاد</translation>
    </message>
    <message>
        <source>This is taking longer than usual.</source>
        <translation>يستغرق هذا وقتًا أطول من المعتاد.</translation>
    </message>
    <message>
        <source>The disk of the storage folder %1 doesn&apos;t answer. If it is a network drive, see whether its server is there.</source>
        <translation>قرص مجلد التخزين %1 لا يجيب. إن كان قرص شبكة فانظر هل خادمه موجود.</translation>
    </message>
    <message>
        <source>The storage folder isn&apos;t there</source>
        <translation>مجلد التخزين غير موجود</translation>
    </message>
    <message>
        <source>%1 can&apos;t be found. If it is on another disk, connect it; until then nothing can be fetched, and keeping isn&apos;t paid.</source>
        <translation>تعذّر العثور على %1. إن كان على قرص آخر فصِله؛ حتى ذلك الحين لا يُسترجع شيء ولا يُدفع مقابل الحفظ.</translation>
    </message>
    <message>
        <source>Nothing can be fetched until it answers.</source>
        <translation>لا يُسترجع شيء حتى يستجيب.</translation>
    </message>
    <message>
        <source>No storage folder is chosen yet</source>
        <translation>لم يُختر مجلد تخزين بعد</translation>
    </message>
</context>
<context>
    <name>surplus::PauseWords</name>
    <message>
        <source>By you</source>
        <translation>بطلب منك</translation>
    </message>
    <message>
        <source>By schedule</source>
        <translation>حسب الجدول</translation>
    </message>
    <message>
        <source>On battery</source>
        <translation>على البطارية</translation>
    </message>
    <message>
        <source>Metered network</source>
        <translation>شبكة محدودة البيانات</translation>
    </message>
    <message>
        <source>Running hot</source>
        <translation>حرارة مرتفعة</translation>
    </message>
    <message>
        <source>Running hot, %1 °C</source>
        <translation>حرارة مرتفعة، %1 °م</translation>
    </message>
    <message>
        <source>You&apos;re using the computer</source>
        <translation>أنت تستخدم الحاسوب</translation>
    </message>
    <message>
        <source>While a program runs</source>
        <translation>أثناء تشغيل برنامج</translation>
    </message>
    <message>
        <source>While %1 runs</source>
        <translation>أثناء تشغيل %1</translation>
    </message>
    <message>
        <source>This month&apos;s data is used up</source>
        <translation>نفدت بيانات هذا الشهر</translation>
    </message>
    <message>
        <source>By a rule of a newer version</source>
        <translation>بقاعدة من إصدار أحدث</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1، حتى %2</translation>
    </message>
    <message>
        <source>By you, until you resume</source>
        <translation>بطلب منك، حتى تستأنف</translation>
    </message>
</context>
<context>
    <name>surplus::PayoutKeys</name>
    <message>
        <source>Your keychain is locked, so no key was made. Unlock it and try again, or use an address you have.</source>
        <translation>حافظة مفاتيحك مقفلة، لذلك لم يُنشأ مفتاح. افتحها وحاول مرة أخرى، أو استخدم عنوانًا لديك.</translation>
    </message>
    <message>
        <source>No keychain is running on this computer, so no key was made. Start GNOME Keyring, KWallet or another secret service and try again, or use an address you have.</source>
        <translation>لا حافظة مفاتيح تعمل على هذا الحاسوب، لذلك لم يُنشأ مفتاح. شغّل GNOME Keyring أو KWallet أو خدمة أخرى، أو استخدم عنوانًا لديك.</translation>
    </message>
    <message>
        <source>Your keychain does not let Surplus in, so no key was made. Allow it in the keychain&apos;s settings and try again, or use an address you have.</source>
        <translation>حافظة مفاتيحك لا تسمح لـ Surplus، لذلك لم يُنشأ مفتاح. اسمح به في إعداداتها، أو استخدم عنوانًا لديك.</translation>
    </message>
    <message>
        <source>Your computer&apos;s keychain can&apos;t be used: %1. No key was made. Try again, or use an address you have.</source>
        <translation>تعذّر استخدام حافظة مفاتيح هذا الحاسوب: %1. لم يُنشأ مفتاح. حاول مرة أخرى، أو استخدم عنوانًا لديك.</translation>
    </message>
    <message>
        <source>There is a payout address already. A second key would leave the first one&apos;s earnings behind.</source>
        <translation>يوجد عنوان دفع بالفعل. مفتاح ثانٍ سيترك أرباح الأول وراءه.</translation>
    </message>
    <message>
        <source>The key of the present address isn&apos;t backed up. What was promised to it is paid to it only: write its words down first. Nothing was changed.</source>
        <translation>مفتاح العنوان الحالي بلا نسخة احتياطية. ما وُعد به يُدفع إليه وحده: اكتب كلماته أولًا. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>A private key has 64 characters from 0 to 9 and a to f; recovery words are 12 to 24 words.</source>
        <translation>المفتاح الخاص 64 حرفًا من 0 إلى 9 ومن a إلى f؛ وكلمات الاسترداد 12 إلى 24 كلمة.</translation>
    </message>
    <message>
        <source>No key could be made. Try again.</source>
        <translation>تعذّر إنشاء مفتاح. حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The key of this address is not kept here. Use the wallet that holds it.</source>
        <translation>مفتاح هذا العنوان غير محفوظ هنا. استخدم المحفظة التي تحمله.</translation>
    </message>
    <message>
        <source>Your keychain gave no key. Unlock it and try again; nothing was changed.</source>
        <translation>لم تعطِ حافظة مفاتيحك مفتاحًا. افتحها وحاول مرة أخرى؛ لم يتغير شيء.</translation>
    </message>
    <message>
        <source>The keychain holds another key than this address needs. Nothing was signed.</source>
        <translation>في الحافظة مفتاح غير الذي يحتاجه هذا العنوان. لم يُوقَّع شيء.</translation>
    </message>
    <message>
        <source>This key came without recovery words. Keep the backup that you have of it.</source>
        <translation>جاء هذا المفتاح بلا كلمات استرداد. احتفظ بالنسخة التي لديك.</translation>
    </message>
    <message>
        <source>Earnings go to this address already. Nothing was changed.</source>
        <translation>الأرباح تذهب إلى هذا العنوان بالفعل. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>Character %1 of this private key is none of 0 to 9 and a to f. A letter O is no zero, a letter l no one: copy it again.</source>
        <translation>الحرف %1 من هذا المفتاح الخاص ليس من 0 إلى 9 ولا من a إلى f. الحرف O ليس صفرًا، والحرف l ليس واحدًا: انسخه من جديد.</translation>
    </message>
    <message>
        <source>A private key has 64 characters from 0 to 9 and a to f, and this one has %1. Copy the whole of it.</source>
        <translation>المفتاح الخاص 64 حرفًا من 0 إلى 9 ومن a إلى f، وفي هذا %1. انسخه كاملًا.</translation>
    </message>
    <message>
        <source>This is the key of another address, %1. Bring the key of the present one; to be paid to this one, use Change address. Nothing was changed.</source>
        <translation>هذا مفتاح عنوان آخر، %1. أحضر مفتاح العنوان الحالي؛ ولكي يُدفع إلى هذا استخدم تغيير العنوان. لم يتغير شيء.</translation>
    </message>
</context>
<context>
    <name>surplus::PayoutModel</name>
    <message>
        <source>Your keychain is locked</source>
        <translation>حافظة مفاتيحك مقفلة</translation>
    </message>
    <message>
        <source>No keychain is running</source>
        <translation>لا حافظة مفاتيح تعمل</translation>
    </message>
    <message>
        <source>Your keychain refuses access</source>
        <translation>حافظة مفاتيحك ترفض الوصول</translation>
    </message>
    <message>
        <source>Your payout key is gone from the keychain</source>
        <translation>مفتاح الدفع لم يعد في الحافظة</translation>
    </message>
    <message>
        <source>The keychain holds another key</source>
        <translation>في الحافظة مفتاح آخر</translation>
    </message>
    <message>
        <source>Your keychain can&apos;t be read</source>
        <translation>تعذّرت قراءة حافظة مفاتيحك</translation>
    </message>
    <message>
        <source>%1 What is earned for %2 still counts, and no other key is made.</source>
        <translation>%1 ما يُكسب لـ %2 يبقى محسوبًا، ولا يُنشأ مفتاح آخر.</translation>
    </message>
    <message>
        <source>Unlock it, most easily by logging in again, then check again.</source>
        <translation>افتحها، وأسهل طريقة تسجيل الدخول من جديد، ثم تحقق مرة أخرى.</translation>
    </message>
    <message>
        <source>Start your desktop&apos;s keychain (GNOME Keyring, KWallet or another secret service), then check again.</source>
        <translation>شغّل حافظة مفاتيح سطح مكتبك (GNOME Keyring أو KWallet أو خدمة أخرى)، ثم تحقق مرة أخرى.</translation>
    </message>
    <message>
        <source>Allow Surplus in your keychain&apos;s settings, then check again.</source>
        <translation>اسمح لـ Surplus في إعدادات حافظة مفاتيحك، ثم تحقق مرة أخرى.</translation>
    </message>
    <message>
        <source>It said: %1. Quit Surplus and start it again; if that does not help, restart the computer.</source>
        <translation>قالت: %1. أنهِ Surplus وشغّله من جديد؛ وإن لم ينفع فأعد تشغيل الحاسوب.</translation>
    </message>
    <message>
        <source>Paste the address that earnings should go to.</source>
        <translation>ألصق العنوان الذي تذهب إليه الأرباح.</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be read: %2. Choose another one.</source>
        <translation>تعذّرت قراءة الملف %1: %2. اختر ملفًا آخر.</translation>
    </message>
    <message>
        <source>The engine can&apos;t be reached, so it could not be told of a new address. Nothing was changed; try again when it runs.</source>
        <translation>تعذّر الوصول إلى المحرك، فلم يعرف العنوان الجديد. لم يتغير شيء؛ حاول عندما يعمل.</translation>
    </message>
    <message>
        <source>The address is on record here, but the engine did not take it and still names the earlier one: %1 Try again.</source>
        <translation>العنوان مسجّل هنا، لكن المحرك لم يأخذه وما زال يذكر السابق: %1 حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Bring its recovery words, private key or keystore file with “Bring its key…” in the Wallet, or put a backup of your keychain back. Without the key, what is paid to this address can&apos;t be used.</source>
        <translation>أحضر كلمات استرداده أو مفتاحه الخاص أو ملف keystore عبر «إحضار مفتاحه…» في المحفظة، أو أعد نسخة احتياطية من الحافظة. بدون المفتاح لا يمكن استخدام ما يُدفع إلى هذا العنوان.</translation>
    </message>
    <message>
        <source>It belongs to another address. Bring this one&apos;s recovery words, private key or keystore file with “Bring its key…” in the Wallet, or put a backup of your keychain back.</source>
        <translation>يخص عنوانًا آخر. أحضر كلمات هذا العنوان أو مفتاحه الخاص أو ملف keystore عبر «إحضار مفتاحه…» في المحفظة، أو أعد نسخة احتياطية من الحافظة.</translation>
    </message>
</context>
<context>
    <name>surplus::SendModel</name>
    <message>
        <source>The payment didn&apos;t go through. Your tokens are untouched; the network kept %1 %2.</source>
        <translation>لم تتم الدفعة. رموزك كما هي؛ احتفظت الشبكة بـ %1 %2.</translation>
    </message>
    <message>
        <source>Another transaction of this address came first, so this one never happened. Nothing was sent.</source>
        <translation>سبقت معاملة أخرى لهذا العنوان، فلم تحدث هذه. لم يُرسل شيء.</translation>
    </message>
</context>
<context>
    <name>surplus::SettingsModel</name>
    <message>
        <source>As the system</source>
        <translation>كما في النظام</translation>
    </message>
    <message>
        <source>The history is too busy. Try again in a moment.</source>
        <translation>السجل مشغول جدًا. حاول بعد لحظة.</translation>
    </message>
</context>
<context>
    <name>surplus::SharingModel</name>
    <message>
        <source>%1 in use</source>
        <translation>%1 مستخدمة</translation>
    </message>
    <message>
        <source>%1, %2 free on disk</source>
        <translation>%1، والمتاح على القرص %2</translation>
    </message>
    <message>
        <source>%1 is in use. Nothing new will be stored until it falls below the limit.</source>
        <translation>%1 مستخدمة. لن يُخزَّن جديد حتى تنخفض تحت الحد.</translation>
    </message>
    <message>
        <source>%1 of %2 used this month</source>
        <translation>استُخدم %1 من %2 هذا الشهر</translation>
    </message>
    <message>
        <source>%1 moved this month</source>
        <translation>نُقل %1 هذا الشهر</translation>
    </message>
    <message>
        <source>Give the whole path of the folder: it begins with /.</source>
        <translation>اكتب المسار الكامل للمجلد: يبدأ بالعلامة ⁦/⁩.</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>المسار %1 غير موجود.</translation>
    </message>
    <message>
        <source>%1 is a file, not a folder.</source>
        <translation>المسار %1 ملف وليس مجلدًا.</translation>
    </message>
    <message>
        <source>Nothing can be stored in %1.</source>
        <translation>لا يمكن تخزين شيء في %1.</translation>
    </message>
</context>
<context>
    <name>surplus::UptimeModel</name>
    <message>
        <source>Sharing</source>
        <translation>المشاركة</translation>
    </message>
    <message>
        <source>Not set up yet</source>
        <translation>لم يُعدّ بعد</translation>
    </message>
    <message>
        <source>Storage was off</source>
        <translation>كان التخزين متوقفًا</translation>
    </message>
    <message>
        <source>Paused as planned</source>
        <translation>متوقف حسب الخطة</translation>
    </message>
    <message>
        <source>Paused: %1</source>
        <translation>متوقف مؤقتًا: %1</translation>
    </message>
    <message>
        <source>The storage disk was not there</source>
        <translation>لم يكن قرص التخزين موجودًا</translation>
    </message>
    <message>
        <source>Stopped unexpectedly</source>
        <translation>توقف غير متوقع</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>لا بيانات</translation>
    </message>
    <message numerus="yes">
        <source>Uptime in %n days: %1</source>
        <translation>
            <numerusform>التوفر: %1</numerusform>
            <numerusform>التوفر في يوم: %1</numerusform>
            <numerusform>التوفر في يومين: %1</numerusform>
            <numerusform>التوفر في %n أيام: %1</numerusform>
            <numerusform>التوفر في %n يومًا: %1</numerusform>
            <numerusform>التوفر في %n يوم: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Surplus wasn&apos;t set up yet</source>
        <translation>لم يكن Surplus معدًّا بعد</translation>
    </message>
    <message>
        <source>%1 of the time unknown, left out</source>
        <translation>%1 من الوقت غير معروف وغير محسوب</translation>
    </message>
</context>
<context>
    <name>surplus::WalletModel</name>
    <message>
        <source>The payment didn&apos;t go through. Your earnings are untouched; the network kept %1 %2. Try again or wait for a lower fee.</source>
        <translation>لم تتم الدفعة. أرباحك كما هي؛ احتفظت الشبكة بـ %1 %2. حاول مرة أخرى أو انتظر رسومًا أقل.</translation>
    </message>
    <message>
        <source>Another transaction of this address came first, so this one never happened. Nothing was paid and nothing is lost. Try again.</source>
        <translation>سبقت معاملة أخرى لهذا العنوان، فلم تحدث هذه. لم يُدفع شيء ولم يضع شيء. حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>الحالي</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>معلّق</translation>
    </message>
    <message>
        <source>Not set aside on the chain yet; it may never be paid.</source>
        <translation>غير محجوز على السلسلة بعد؛ وقد لا يُدفع أبدًا.</translation>
    </message>
    <message>
        <source>Secured</source>
        <translation>مضمون</translation>
    </message>
    <message>
        <source>Set aside for you on the chain. Yours to settle whenever you like.</source>
        <translation>محجوز لك على السلسلة. لك أن تسوّيه متى شئت.</translation>
    </message>
    <message>
        <source>Bounced</source>
        <translation>مرتجع</translation>
    </message>
    <message>
        <source>Tried and not covered. Its customer is not served until it pays.</source>
        <translation>جُرّب ولم يكن مغطى. لا يُخدم عميله حتى يدفع.</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>مسوّى</translation>
    </message>
    <message numerus="yes">
        <source>Paid to your address, in %n settlement(s).</source>
        <translation>
            <numerusform>لم يُدفع شيء إلى عنوانك بعد.</numerusform>
            <numerusform>دُفع إلى عنوانك في تسوية واحدة.</numerusform>
            <numerusform>دُفع إلى عنوانك في تسويتين.</numerusform>
            <numerusform>دُفع إلى عنوانك في %n تسويات.</numerusform>
            <numerusform>دُفع إلى عنوانك في %n تسوية.</numerusform>
            <numerusform>دُفع إلى عنوانك في %n تسوية.</numerusform>
        </translation>
    </message>
    <message>
        <source>Paid to your address.</source>
        <translation>دُفع إلى عنوانك.</translation>
    </message>
    <message>
        <source>≈ %1%2 estimate</source>
        <translation>≈ %1%2 تقدير</translation>
    </message>
    <message>
        <source>&lt; %1%2 estimate</source>
        <translation>&lt; %1%2 تقدير</translation>
    </message>
    <message>
        <source>Present address</source>
        <translation>العنوان الحالي</translation>
    </message>
    <message>
        <source>Former, %1</source>
        <translation>السابق، %1</translation>
    </message>
    <message>
        <source>%1 %2 is covered, but settling it would cost more than it brings at the present fee. It can wait.</source>
        <translation>%1 %2 مغطاة، لكن تسويتها بالرسوم الحالية تكلّف أكثر مما تجلب. يمكنها الانتظار.</translation>
    </message>
    <message>
        <source>Nothing is covered and unsettled right now.</source>
        <translation>لا شيء مغطى وغير مسوّى الآن.</translation>
    </message>
    <message>
        <source>%1 %2 that is not covered isn&apos;t included</source>
        <translation>%1 %2 غير مغطاة ليست ضمنها</translation>
    </message>
    <message>
        <source>≈ %1 %2 estimate</source>
        <translation>≈ %1 %2 تقدير</translation>
    </message>
    <message>
        <source>The fee is high for this amount: up to %1. Waiting usually costs nothing.</source>
        <translation>الرسوم مرتفعة لهذا المبلغ: حتى %1. الانتظار لا يكلّف شيئًا عادة.</translation>
    </message>
    <message>
        <source>The fee is under %1 of the amount.</source>
        <translation>الرسوم أقل من %1 من المبلغ.</translation>
    </message>
    <message>
        <source>The fee is up to %1 of the amount.</source>
        <translation>الرسوم حتى %1 من المبلغ.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>أُرسل</translation>
    </message>
    <message>
        <source>Confirming, %1 of %2</source>
        <translation>قيد التأكيد، %1 من %2</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>مؤكد</translation>
    </message>
    <message>
        <source>Didn&apos;t go through</source>
        <translation>لم يتم</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>استُبدل</translation>
    </message>
    <message>
        <source>Others may settle it</source>
        <translation>يمكن لغيرك تسويته</translation>
    </message>
    <message>
        <source>Nobody settled it</source>
        <translation>لم يسوّه أحد</translation>
    </message>
    <message>
        <source>%1 %2 bounced</source>
        <translation>ارتجع %1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n voucher(s) left out: %1</source>
        <translation>
            <numerusform>لم تُترك قسائم: %1</numerusform>
            <numerusform>تُركت قسيمة واحدة: %1</numerusform>
            <numerusform>تُركت قسيمتان: %1</numerusform>
            <numerusform>تُركت %n قسائم: %1</numerusform>
            <numerusform>تُركت %n قسيمة: %1</numerusform>
            <numerusform>تُركت %n قسيمة: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>إلى %1</translation>
    </message>
    <message>
        <source>The table can&apos;t be written to %1: %2. Choose another folder.</source>
        <translation>تعذّرت كتابة الجدول إلى %1: %2. اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>1 %1 ≈ %2%3, as you said</source>
        <translation>1 %1 ≈ %2%3، كما حددت</translation>
    </message>
    <message>
        <source>None: amounts are shown in tokens only</source>
        <translation>لا شيء: تُعرض المبالغ بالرموز فقط</translation>
    </message>
    <message>
        <source>Set a rate in the Settings to see what share of the amount that is.</source>
        <translation>حدّد سعرًا في الإعدادات لترى نسبته من المبلغ.</translation>
    </message>
    <message>
        <source>A rate is above zero; empty means none.</source>
        <translation>السعر أكبر من صفر؛ والفراغ يعني لا شيء.</translation>
    </message>
    <message>
        <source>An endpoint is missing.</source>
        <translation>تنقص نقطة وصول.</translation>
    </message>
    <message>
        <source>Record damaged</source>
        <translation>السجل تالف</translation>
    </message>
    <message>
        <source>%1 %2 of it were settled in time</source>
        <translation>سُوّي منه %1 %2 في الوقت المناسب</translation>
    </message>
    <message>
        <source>%1 %2 of it is promised ahead: not earned yet, and kept against what comes</source>
        <translation>منها %1 %2 موعودة مقدمًا: لم تُكسب بعد، وتُحسب مما سيأتي</translation>
    </message>
    <message>
        <source>The fee has to be less than the %1 %2 that are settled.</source>
        <translation>يجب أن تكون الرسوم أقل من %1 %2 التي تُسوّى.</translation>
    </message>
</context>
<context>
    <name>surplus::WordsModel</name>
    <message>
        <source>This isn&apos;t word %1. Look at your paper, or go back to the words.</source>
        <translation>هذه ليست الكلمة %1. انظر إلى ورقتك أو ارجع إلى الكلمات.</translation>
    </message>
</context>
</TS>

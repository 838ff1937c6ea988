<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>EarningsFigures</name>
    <message numerus="yes">
        <source>%n machine(s)</source>
        <translation>
            <numerusform>%n machine</numerusform>
            <numerusform>%n machines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message numerus="yes">
        <source>%n lease(s) still run: their customers lose what they stored.</source>
        <translation>
            <numerusform>%n lease still runs: its customer loses what it stored.</numerusform>
            <numerusform>%n leases still run: their customers lose what they stored.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GiveUpDialog</name>
    <message numerus="yes">
        <source>If the files are gone, %n lease(s) end now. Their customers are told that what they stored is lost, and pay nothing more for keeping it. What you have earned stays yours, and you can choose a new folder. It can&apos;t be undone.</source>
        <translation>
            <numerusform>If the files are gone, %n lease ends now. Its customer is told that what it stored is lost, and pays nothing more for keeping it. What you have earned stays yours, and you can choose a new folder. It can&apos;t be undone.</numerusform>
            <numerusform>If the files are gone, %n leases end now. Their customers are told that what they stored is lost, and pay nothing more for keeping it. What you have earned stays yours, and you can choose a new folder. It can&apos;t be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesCard</name>
    <message numerus="yes">
        <source>Pauses storage. Resumes after %n min idle</source>
        <translation>
            <numerusform>Pauses storage. Resumes after %n min idle</numerusform>
            <numerusform>Pauses storage. Resumes after %n min idle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StorageTile</name>
    <message numerus="yes">
        <source>of %1 offered, in %n lease(s)</source>
        <translation>
            <numerusform>of %1 offered, in %n lease</numerusform>
            <numerusform>of %1 offered, in %n leases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>surplus::Checks</name>
    <message numerus="yes">
        <source>Running. %n unexpected stop(s) in 30 days.</source>
        <translation>
            <numerusform>Running. %n unexpected stop in 30 days.</numerusform>
            <numerusform>Running. %n unexpected stops in 30 days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stored file(s), %1, are there and whole in size. Customers&apos; own audits look at their content.</source>
        <translation>
            <numerusform>%n stored file, %1, is there and whole in size. Customers&apos; own audits look at its content.</numerusform>
            <numerusform>%n stored files, %1, are there and whole in size. Customers&apos; own audits look at their content.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stored file(s) missing, cut short or not readable, such as %1 in %2. Put them back there if you have them; else their customers won&apos;t pay for them.</source>
        <translation>
            <numerusform>%n stored file is missing, cut short or can&apos;t be read: %1 in %2. Put it back there if you have it; else its customer won&apos;t pay for it.</numerusform>
            <numerusform>%n stored files are missing, cut short or can&apos;t be read, such as %1 in %2. Put them back there if you have them; else their customers won&apos;t pay for them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>surplus::ChecksModel</name>
    <message numerus="yes">
        <source>%n thing(s) to fix</source>
        <translation>
            <numerusform>%n thing to fix</numerusform>
            <numerusform>%n things to fix</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fine</source>
        <translation>
            <numerusform>%n fine</numerusform>
            <numerusform>%n fine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not checked</source>
        <translation>
            <numerusform>%n not checked</numerusform>
            <numerusform>%n not checked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>surplus::EarningsModel</name>
    <message numerus="yes">
        <source>. %n span(s) without data</source>
        <translation>
            <numerusform>. %n span without data</numerusform>
            <numerusform>. %n spans without data</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quarter hour(s)</source>
        <translation>
            <numerusform>%n quarter hour</numerusform>
            <numerusform>%n quarter hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n full hour(s)</source>
        <translation>
            <numerusform>%n full hour</numerusform>
            <numerusform>%n full hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n full day(s)</source>
        <translation>
            <numerusform>%n full day</numerusform>
            <numerusform>%n full days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n full week(s)</source>
        <translation>
            <numerusform>%n full week</numerusform>
            <numerusform>%n full weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n full month(s)</source>
        <translation>
            <numerusform>%n full month</numerusform>
            <numerusform>%n full months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 so far this month, and %2 a day for the rest: the average of the last %n recorded day(s). Four times out of five it comes to between %3 and %4. Not a promise.</source>
        <translation>
            <numerusform>%1 so far this month, and %2 a day for the rest: what the last recorded day had. Four times out of five it comes to between %3 and %4. Not a promise.</numerusform>
            <numerusform>%1 so far this month, and %2 a day for the rest: the average of the last %n recorded days. Four times out of five it comes to between %3 and %4. Not a promise.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>surplus::UptimeModel</name>
    <message numerus="yes">
        <source>Uptime in %n days: %1</source>
        <translation>
            <numerusform>Uptime in %n days: %1</numerusform>
            <numerusform>Uptime in %n days: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>surplus::WalletModel</name>
    <message numerus="yes">
        <source>Paid to your address, in %n settlement(s).</source>
        <translation>
            <numerusform>Paid to your address, in %n settlement.</numerusform>
            <numerusform>Paid to your address, in %n settlements.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voucher(s) left out: %1</source>
        <translation>
            <numerusform>%n voucher left out: %1</numerusform>
            <numerusform>%n vouchers left out: %1</numerusform>
        </translation>
    </message>
</context>
</TS>

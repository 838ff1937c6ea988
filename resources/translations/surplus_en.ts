<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>surplus::EarningsModel</name>
    <message numerus="yes">
        <source>%n quarter hour(s)</source>
        <translation><numerusform>%n quarter hour</numerusform><numerusform>%n quarter hours</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n full hour(s)</source>
        <translation><numerusform>%n full hour</numerusform><numerusform>%n full hours</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n full day(s)</source>
        <translation><numerusform>%n full day</numerusform><numerusform>%n full days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n full week(s)</source>
        <translation><numerusform>%n full week</numerusform><numerusform>%n full weeks</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n full month(s)</source>
        <translation><numerusform>%n full month</numerusform><numerusform>%n full months</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>. %n span(s) without data</source>
        <translation><numerusform>. %n span without data</numerusform><numerusform>. %n spans without data</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1 so far this month, and %2 a day for the rest: the average of the last %n recorded day(s). Four times out of five it comes to between %3 and %4. Not a promise.</source>
        <translation><numerusform>%1 so far this month, and %2 a day for the rest: the average of the last %n recorded day. Four times out of five it comes to between %3 and %4. Not a promise.</numerusform><numerusform>%1 so far this month, and %2 a day for the rest: the average of the last %n recorded days. Four times out of five it comes to between %3 and %4. Not a promise.</numerusform></translation>
    </message>
</context>
<context>
    <name>EarningsFigures</name>
    <message numerus="yes">
        <source>%n machine(s)</source>
        <translation><numerusform>%n machine</numerusform><numerusform>%n machines</numerusform></translation>
    </message>
</context>
<context>
    <name>StorageTile</name>
    <message numerus="yes">
        <source>of %1 offered, in %n lease(s)</source>
        <translation><numerusform>of %1 offered, in %n lease</numerusform><numerusform>of %1 offered, in %n leases</numerusform></translation>
    </message>
</context>
<context>
    <name>surplus::UptimeModel</name>
    <message numerus="yes">
        <source>Uptime in %n days: %1</source>
        <translation><numerusform>Uptime in %n day: %1</numerusform><numerusform>Uptime in %n days: %1</numerusform></translation>
    </message>
</context>
<context>
    <name>surplus::WalletModel</name>
    <message numerus="yes">
        <source>Paid to your address, in %n settlement(s).</source>
        <translation><numerusform>Paid to your address, in %n settlement.</numerusform><numerusform>Paid to your address, in %n settlements.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n voucher(s) left out: %1</source>
        <translation><numerusform>%n voucher left out: %1</numerusform><numerusform>%n vouchers left out: %1</numerusform></translation>
    </message>
</context>
</TS>

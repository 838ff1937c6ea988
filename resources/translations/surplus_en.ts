<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>StorageTile</name>
    <message numerus="yes">
        <source>of %1 offered, in %n lease(s)</source>
        <translation><numerusform>of %1 offered, in %n lease</numerusform><numerusform>of %1 offered, in %n leases</numerusform></translation>
    </message>
</context>
<context>
    <name>EarningsPage</name>
    <message numerus="yes">
        <source>%n full period(s)</source>
        <translation><numerusform>%n full period</numerusform><numerusform>%n full periods</numerusform></translation>
    </message>
</context>
<context>
    <name>surplus::UptimeModel</name>
    <message numerus="yes">
        <source>Uptime in %n days: %1</source>
        <translation><numerusform>Uptime in %n day: %1</numerusform><numerusform>Uptime in %n days: %1</numerusform></translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AppButton</name>
    <message>
        <source>Not available now</source>
        <translation>Jetzt nicht verfügbar</translation>
    </message>
    <message>
        <source>Not available now: %1</source>
        <translation>Jetzt nicht verfügbar: %1</translation>
    </message>
</context>
<context>
    <name>AppCheckBox</name>
    <message>
        <source>Not available now</source>
        <translation>Jetzt nicht verfügbar</translation>
    </message>
</context>
<context>
    <name>AppComboBox</name>
    <message>
        <source>Not available now</source>
        <translation>Jetzt nicht verfügbar</translation>
    </message>
</context>
<context>
    <name>AppSlider</name>
    <message>
        <source>Not available now</source>
        <translation>Jetzt nicht verfügbar</translation>
    </message>
    <message>
        <source>Not available now: %1</source>
        <translation>Jetzt nicht verfügbar: %1</translation>
    </message>
</context>
<context>
    <name>AppSwitch</name>
    <message>
        <source>%1, on</source>
        <translation>%1, an</translation>
    </message>
    <message>
        <source>%1, off</source>
        <translation>%1, aus</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>Jetzt nicht verfügbar</translation>
    </message>
    <message>
        <source>Not available now: %1</source>
        <translation>Jetzt nicht verfügbar: %1</translation>
    </message>
</context>
<context>
    <name>AppTextField</name>
    <message>
        <source>Not available now</source>
        <translation>Jetzt nicht verfügbar</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <source>At least ten characters</source>
        <translation>Mindestens zehn Zeichen</translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation>Die beiden sind nicht gleich</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>Aus einer Sicherung zurückspielen</translation>
    </message>
    <message>
        <source>Back up this machine</source>
        <translation>Diesen Rechner sichern</translation>
    </message>
    <message>
        <source>Only one computer may go on with a backup: two with the same identity would promise the same space twice. A ledger from an older backup learns the missing vouchers when customers come back.</source>
        <translation>Nur ein Rechner darf mit einer Sicherung weitermachen: Zwei mit derselben Identität versprächen denselben Platz doppelt. Ein älteres Kontobuch erfährt fehlende Gutscheine, wenn die Kunden wiederkommen.</translation>
    </message>
    <message>
        <source>Nobody can open the file without its password, and nobody can give it back to you.</source>
        <translation>Ohne das Passwort kann niemand die Datei öffnen, und niemand kann es Ihnen wiedergeben.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dasselbe</translation>
    </message>
    <message>
        <source>The backup is ready. It is put in place when Surplus starts again.</source>
        <translation>Die Sicherung liegt bereit. Sie gilt, sobald Surplus wieder startet.</translation>
    </message>
    <message>
        <source>The file is written. Keep it where it outlives this computer.</source>
        <translation>Die Datei ist geschrieben. Bewahren Sie sie dort auf, wo sie diesen Rechner überlebt.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment…</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Quit Surplus</source>
        <translation>Surplus beenden</translation>
    </message>
    <message>
        <source>Backup (*.surplus-backup)</source>
        <translation>Sicherung (*.surplus-backup)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>The backup needs its password</source>
        <translation>Die Sicherung braucht ihr Passwort</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>BalanceCard</name>
    <message>
        <source>Earned in all</source>
        <translation>Insgesamt verdient</translation>
    </message>
    <message>
        <source>Earned since %1</source>
        <translation>Verdient seit %1</translation>
    </message>
    <message>
        <source>Received ahead</source>
        <translation>Im Voraus erhalten</translation>
    </message>
    <message>
        <source>Paid out beyond what is earned. It becomes earned as its customers use it.</source>
        <translation>Mehr ausgezahlt, als verdient ist. Es wird zu Verdienst, sobald die Kunden es nutzen.</translation>
    </message>
</context>
<context>
    <name>BreakdownCard</name>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Breakdown</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Break down by</source>
        <translation>Aufteilen nach</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Verfügbarkeit</translation>
    </message>
    <message>
        <source>Share of earnings</source>
        <translation>Anteil am Verdienst</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Earned, %1</source>
        <translation>Verdient, %1</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>bisher</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>As it stands now. Of each customer&apos;s money, the oldest counts as settled first; pending money is not set aside on the chain and may never be paid.</source>
        <translation>Wie es jetzt steht. Vom Geld jedes Kunden gilt das älteste zuerst als ausgezahlt; Ausstehendes ist auf der Kette nicht hinterlegt und wird vielleicht nie bezahlt.</translation>
    </message>
</context>
<context>
    <name>ChainDialog</name>
    <message>
        <source>Taken over with the engine&apos;s next start.</source>
        <translation>Gilt ab dem nächsten Start der Engine.</translation>
    </message>
    <message>
        <source>Taken over.</source>
        <translation>Übernommen.</translation>
    </message>
    <message>
        <source>Now: %1. Whoever runs the network you share on names its factory and token. A chain can be changed as long as nothing was leased or earned; its endpoint at any time.</source>
        <translation>Jetzt: %1. Wer das Netz betreibt, in dem Sie teilen, nennt Fabrik und Token. Die Kette lässt sich ändern, solange nichts gemietet oder verdient wurde, ihr Endpunkt jederzeit.</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Kette</translation>
    </message>
    <message>
        <source>Chequebook factory</source>
        <translation>Scheckbuch-Fabrik</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Endpoint (https://…)</source>
        <translation>Endpunkt (https://…)</translation>
    </message>
    <message>
        <source>Confirmations</source>
        <translation>Bestätigungen</translation>
    </message>
    <message>
        <source>Use this chain</source>
        <translation>Diese Kette verwenden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Restart engine</source>
        <translation>Engine neu starten</translation>
    </message>
    <message>
        <source>Something was leased or earned without a chain</source>
        <translation>Ohne Kette wurde schon etwas gemietet oder verdient</translation>
    </message>
    <message>
        <source>Now: %1. What customers promised is promised on this chain and by this factory, so both stay as they are; the endpoint and the confirmations can be changed.</source>
        <translation>Jetzt: %1. Was Kunden versprochen haben, gilt auf dieser Kette und für diese Fabrik, also bleiben beide; Endpunkt und Bestätigungen lassen sich ändern.</translation>
    </message>
    <message>
        <source>Now: none. A chain is chosen before the first lease: promises made since are bound to this computer&apos;s trial network, and no chain pays them. To earn on a chain, set it up in a new profile before you share.</source>
        <translation>Jetzt: keine. Eine Kette wird vor der ersten Miete gewählt: Was seither versprochen wurde, ist an das Probenetz dieses Rechners gebunden, und keine Kette zahlt es. Um auf einer Kette zu verdienen, richten Sie sie in einem neuen Profil ein, bevor Sie teilen.</translation>
    </message>
    <message>
        <source>Now: none, so what customers promise stays pending. Choose the chain before the first lease: after that it can&apos;t be changed. Whoever runs the network you share on names its factory and token.</source>
        <translation>Jetzt: keine, also steht aus, was Kunden versprechen. Wählen Sie die Kette vor der ersten Miete: Danach lässt sie sich nicht mehr ändern. Wer das Netz betreibt, in dem Sie teilen, nennt Fabrik und Token.</translation>
    </message>
</context>
<context>
    <name>ChartToolTip</name>
    <message>
        <source>Earned</source>
        <translation>Verdient</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Verfügbarkeit</translation>
    </message>
</context>
<context>
    <name>CopyField</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
</context>
<context>
    <name>CustomersCard</name>
    <message>
        <source>Who is served</source>
        <translation>Wer bedient wird</translation>
    </message>
    <message>
        <source>Customers without money set aside</source>
        <translation>Kunden ohne hinterlegtes Geld</translation>
    </message>
    <message>
        <source>What they promise is pending and may never be paid. How much that may be is limited.</source>
        <translation>Was sie versprechen, steht aus und wird vielleicht nie bezahlt. Wie viel das sein darf, ist begrenzt.</translation>
    </message>
    <message>
        <source>Provider address, for customers</source>
        <translation>Anbieteradresse, für Kunden</translation>
    </message>
    <message>
        <source>Provider address</source>
        <translation>Anbieteradresse</translation>
    </message>
</context>
<context>
    <name>EarningsCard</name>
    <message>
        <source>Earned in the last 30 days</source>
        <translation>Verdient in den letzten 30 Tagen</translation>
    </message>
    <message>
        <source>Demo: no real money</source>
        <translation>Demo: kein echtes Geld</translation>
    </message>
    <message>
        <source>Today so far</source>
        <translation>Heute bisher</translation>
    </message>
</context>
<context>
    <name>EarningsChart</name>
    <message>
        <source>Uptime</source>
        <translation>Verfügbarkeit</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
</context>
<context>
    <name>EarningsFigures</name>
    <message>
        <source>Earned in 24 hours</source>
        <translation>Verdient in 24 Stunden</translation>
    </message>
    <message>
        <source>Earned in 7 days</source>
        <translation>Verdient in 7 Tagen</translation>
    </message>
    <message>
        <source>Earned in 30 days</source>
        <translation>Verdient in 30 Tagen</translation>
    </message>
    <message>
        <source>Earned in a year</source>
        <translation>Verdient in einem Jahr</translation>
    </message>
    <message>
        <source>Earned in all</source>
        <translation>Insgesamt verdient</translation>
    </message>
    <message>
        <source>Earned in this range</source>
        <translation>Verdient in diesem Bereich</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 of it without a date</source>
        <translation>%1 davon ohne Datum</translation>
    </message>
    <message>
        <source>%1 against the period before</source>
        <translation>%1 gegenüber dem Zeitraum davor</translation>
    </message>
    <message>
        <source>Demo: no real money</source>
        <translation>Demo: kein echtes Geld</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Bester</translation>
    </message>
    <message>
        <source>Today so far</source>
        <translation>Heute bisher</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s)</source>
        <translation>
            <numerusform>%n Rechner</numerusform>
            <numerusform>%n Rechner</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
</context>
<context>
    <name>EarningsPage</name>
    <message>
        <source>Earnings</source>
        <translation>Verdienst</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 T</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 T</translation>
    </message>
    <message>
        <source>1 y</source>
        <translation>1 J</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Tabelle speichern</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>%1, earned</source>
        <translation>%1, verdient</translation>
    </message>
    <message>
        <source>The history was made anew</source>
        <translation>Der Verlauf wurde neu angelegt</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Nothing was saved</source>
        <translation>Nichts wurde gespeichert</translation>
    </message>
    <message>
        <source>The history can&apos;t be read</source>
        <translation>Der Verlauf ist nicht lesbar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Uptime %1</source>
        <translation>Verfügbarkeit %1</translation>
    </message>
    <message>
        <source>Turn the wheel to zoom, drag to move, click a bar to open it.</source>
        <translation>Mit dem Rad zoomen, durch Ziehen verschieben, einen Balken anklicken, um ihn zu öffnen.</translation>
    </message>
    <message>
        <source>This machine&apos;s history was restored from a backup. %1 %2 recovered from vouchers has no date; it is in the total.</source>
        <translation>Der Verlauf dieses Rechners stammt aus einer Sicherung. %1 %2 aus Gutscheinen haben kein Datum; sie sind in der Summe enthalten.</translation>
    </message>
    <message>
        <source>This month may come to about %1 %2</source>
        <translation>Dieser Monat ergibt vielleicht um die %1 %2</translation>
    </message>
</context>
<context>
    <name>EmptyEarnings</name>
    <message>
        <source>Nothing is shared yet</source>
        <translation>Noch wird nichts geteilt</translation>
    </message>
    <message>
        <source>No earnings yet</source>
        <translation>Noch kein Verdienst</translation>
    </message>
    <message>
        <source>Surplus asks for a folder, a limit and where your earnings should go. Nothing is shared before that.</source>
        <translation>Surplus fragt nach einem Ordner, einer Grenze und wohin Ihr Verdienst soll. Vorher wird nichts geteilt.</translation>
    </message>
    <message>
        <source>Customers aren&apos;t found on their own yet: they come by the address below. Give it to whoever wants to store files with you.</source>
        <translation>Kunden finden sich noch nicht von selbst: Sie kommen über die Adresse unten. Geben Sie sie weiter, wenn jemand Dateien bei Ihnen speichern will.</translation>
    </message>
    <message>
        <source>Set up sharing…</source>
        <translation>Teilen einrichten…</translation>
    </message>
    <message>
        <source>Provider address</source>
        <translation>Anbieteradresse</translation>
    </message>
    <message>
        <source>To try it yourself, store a file from a terminal:</source>
        <translation>Zum Ausprobieren speichern Sie eine Datei aus einem Terminal:</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>What you earn is shown here, from the first customer on.</source>
        <translation>Hier steht, was Sie verdienen, vom ersten Kunden an.</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Delete my data?</source>
        <translation>Meine Daten löschen?</translation>
    </message>
    <message>
        <source>This machine&apos;s identity, its ledger with all vouchers, the history and the settings are deleted, and so is what customers store here. What isn&apos;t settled yet can&apos;t be settled afterwards.</source>
        <translation>Gelöscht werden die Identität dieses Rechners, sein Kontobuch mit allen Gutscheinen, der Verlauf und die Einstellungen, ebenso, was Kunden hier speichern. Was noch nicht ausgezahlt ist, lässt sich danach nicht mehr auszahlen.</translation>
    </message>
    <message numerus="yes">
        <source>%n lease(s) still run: their customers lose what they stored.</source>
        <translation>
            <numerusform>%n Mietvertrag läuft noch: Sein Kunde verliert, was er gespeichert hat.</numerusform>
            <numerusform>%n Mietverträge laufen noch: Ihre Kunden verlieren, was sie gespeichert haben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The payout key stays in your keychain. Delete it there once nothing is owed to it.</source>
        <translation>Der Auszahlungsschlüssel bleibt in Ihrem Schlüsselbund. Löschen Sie ihn dort, wenn ihm nichts mehr zusteht.</translation>
    </message>
    <message>
        <source>I want all of this deleted</source>
        <translation>Ich will, dass all das gelöscht wird</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>Alles behalten</translation>
    </message>
    <message>
        <source>Delete and quit</source>
        <translation>Löschen und beenden</translation>
    </message>
    <message>
        <source>Tick the box first</source>
        <translation>Setzen Sie zuerst das Häkchen</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Chart as PNG…</source>
        <translation>Diagramm als PNG…</translation>
    </message>
    <message>
        <source>Table as CSV…</source>
        <translation>Tabelle als CSV…</translation>
    </message>
</context>
<context>
    <name>FolderChooser</name>
    <message>
        <source>Folder for what customers store</source>
        <translation>Ordner für das, was Kunden speichern</translation>
    </message>
</context>
<context>
    <name>FolderFix</name>
    <message>
        <source>The files are gone…</source>
        <translation>Die Dateien sind weg…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>Not available now</source>
        <translation>Jetzt nicht verfügbar</translation>
    </message>
</context>
<context>
    <name>GiveUpDialog</name>
    <message>
        <source>Are the stored files gone for good?</source>
        <translation>Sind die gespeicherten Dateien endgültig weg?</translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <translation>Weiter warten</translation>
    </message>
    <message>
        <source>Give the leases up</source>
        <translation>Mietverträge aufgeben</translation>
    </message>
    <message>
        <source>%1 can&apos;t be found. If its disk can be connected again, do that instead: then everything goes on.</source>
        <translation>%1 ist nicht zu finden. Lässt sich die Platte wieder anschließen, tun Sie lieber das: Dann geht alles weiter.</translation>
    </message>
    <message numerus="yes">
        <source>If the files are gone, %n lease(s) end now. Their customers are told that what they stored is lost, and pay nothing more for keeping it. What you have earned stays yours, and you can choose a new folder. It can&apos;t be undone.</source>
        <translation>
            <numerusform>Sind die Dateien weg, endet jetzt %n Mietvertrag. Der Kunde erfährt, dass verloren ist, was er gespeichert hat, und zahlt nichts mehr für das Aufbewahren. Was Sie verdient haben, bleibt Ihnen, und Sie können einen neuen Ordner wählen. Das lässt sich nicht zurücknehmen.</numerusform>
            <numerusform>Sind die Dateien weg, enden jetzt %n Mietverträge. Die Kunden erfahren, dass verloren ist, was sie gespeichert haben, und zahlen nichts mehr für das Aufbewahren. Was Sie verdient haben, bleibt Ihnen, und Sie können einen neuen Ordner wählen. Das lässt sich nicht zurücknehmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>That didn&apos;t work</source>
        <translation>Das ging nicht</translation>
    </message>
</context>
<context>
    <name>HealthView</name>
    <message>
        <source>%1, needs attention</source>
        <translation>%1, braucht Sie</translation>
    </message>
    <message>
        <source>%1, fine</source>
        <translation>%1, in Ordnung</translation>
    </message>
    <message>
        <source>%1, not checked</source>
        <translation>%1, nicht geprüft</translation>
    </message>
</context>
<context>
    <name>IrreversibleButton</name>
    <message>
        <source>In a moment: this can&apos;t be taken back</source>
        <translation>Gleich: Es lässt sich nicht zurücknehmen</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>Im Protokoll suchen</translation>
    </message>
    <message>
        <source>Pause or resume this computer</source>
        <translation>Diesen Rechner pausieren oder fortsetzen</translation>
    </message>
    <message>
        <source>Previous or next range of the chart</source>
        <translation>Voriger oder nächster Bereich des Diagramms</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Close or clear</source>
        <translation>Schließen oder leeren</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Diese Liste</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>KeystoreDialog</name>
    <message>
        <source>At least ten characters</source>
        <translation>Mindestens zehn Zeichen</translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation>Die beiden sind nicht gleich</translation>
    </message>
    <message>
        <source>Export the key</source>
        <translation>Schlüssel exportieren</translation>
    </message>
    <message>
        <source>A keystore file (version 3) that every Ethereum wallet and surplusctl read. Whoever has the file and its password has your earnings; without the password nobody can open it, and nobody can give it back to you.</source>
        <translation>Eine Keystore-Datei (Version 3), die jede Ethereum-Wallet und surplusctl lesen. Wer die Datei und ihr Passwort hat, hat Ihren Verdienst; ohne das Passwort kann sie niemand öffnen und niemand es Ihnen wiedergeben.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dasselbe</translation>
    </message>
    <message>
        <source>The file is written. Keep it where it outlives this computer.</source>
        <translation>Die Datei ist geschrieben. Bewahren Sie sie dort auf, wo sie diesen Rechner überlebt.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Schreibt…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Keystore file</source>
        <translation>Keystore-Datei</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
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
        <translation>Wie viel offen sein darf</translation>
    </message>
    <message>
        <source>Beyond these amounts, serving waits until something is set aside or settled.</source>
        <translation>Über diese Beträge hinaus wird erst wieder bedient, wenn etwas hinterlegt oder ausgezahlt ist.</translation>
    </message>
    <message>
        <source>Earned and not settled, of one customer</source>
        <translation>Verdient und nicht ausgezahlt, von einem Kunden</translation>
    </message>
    <message>
        <source>Earned and not settled, of all</source>
        <translation>Verdient und nicht ausgezahlt, von allen</translation>
    </message>
    <message>
        <source>With no money set aside, of one customer</source>
        <translation>Ohne hinterlegtes Geld, von einem Kunden</translation>
    </message>
    <message>
        <source>With no money set aside, of all</source>
        <translation>Ohne hinterlegtes Geld, von allen</translation>
    </message>
</context>
<context>
    <name>LoadingCard</name>
    <message>
        <source>This is taking longer than usual.</source>
        <translation>Das dauert länger als sonst.</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>See log</source>
        <translation>Protokoll ansehen</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Search the log</source>
        <translation>Protokoll durchsuchen</translation>
    </message>
    <message>
        <source>Search the engine&apos;s log</source>
        <translation>Protokoll der Engine durchsuchen</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>No lines yet.</source>
        <translation>Noch keine Zeilen.</translation>
    </message>
    <message>
        <source>The engine isn&apos;t running, so its log can&apos;t be read here.</source>
        <translation>Die Engine läuft nicht, daher ist ihr Protokoll hier nicht lesbar.</translation>
    </message>
    <message>
        <source>Newest lines</source>
        <translation>Neueste Zeilen</translation>
    </message>
</context>
<context>
    <name>MachinesPage</name>
    <message>
        <source>Machines</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Today so far</source>
        <translation>Heute bisher</translation>
    </message>
    <message>
        <source>Earned in 30 days</source>
        <translation>Verdient in 30 Tagen</translation>
    </message>
    <message>
        <source>Uptime, 90 days</source>
        <translation>Verfügbarkeit, 90 Tage</translation>
    </message>
    <message>
        <source>Leases</source>
        <translation>Mietverträge</translation>
    </message>
    <message>
        <source>Sharing now</source>
        <translation>Teilt jetzt</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Recent events</source>
        <translation>Letzte Ereignisse</translation>
    </message>
    <message>
        <source>Nothing has happened yet. What this computer does is listed here from its first start on.</source>
        <translation>Noch ist nichts geschehen. Was dieser Rechner tut, steht hier vom ersten Start an.</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>Protokoll öffnen</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Address for customers</source>
        <translation>Adresse für Kunden</translation>
    </message>
    <message>
        <source>Restart engine</source>
        <translation>Engine neu starten</translation>
    </message>
    <message>
        <source>Open Earnings</source>
        <translation>Verdienst öffnen</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Surplus, demo</source>
        <translation>Surplus, Demo</translation>
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
        <translation>Nach Kunden</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Secured</source>
        <translation>Gesichert</translation>
    </message>
    <message>
        <source>Bounced</source>
        <translation>Geplatzt</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Ausgezahlt</translation>
    </message>
    <message>
        <source>Earned, %1</source>
        <translation>Verdient, %1</translation>
    </message>
    <message>
        <source>The largest %1 of %2. surplusctl vouchers lists all.</source>
        <translation>Die größten %1 von %2. surplusctl vouchers zeigt alle.</translation>
    </message>
</context>
<context>
    <name>NeedsCard</name>
    <message>
        <source>Needs a look</source>
        <translation>Braucht einen Blick</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>The engine is older than this program</source>
        <translation>Die Engine ist älter als dieses Programm</translation>
    </message>
    <message>
        <source>It goes on working. Restart it to use version %1.</source>
        <translation>Sie arbeitet weiter. Ein Neustart bringt Version %1.</translation>
    </message>
    <message>
        <source>Restart engine</source>
        <translation>Engine neu starten</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>Nichts braucht Sie</translation>
    </message>
    <message>
        <source>Ready to settle</source>
        <translation>Auszahlbar</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Settle…</source>
        <translation>Auszahlen…</translation>
    </message>
    <message>
        <source>Not set aside on the chain yet; it may never be paid.</source>
        <translation>Auf der Kette noch nicht hinterlegt; wird vielleicht nie bezahlt.</translation>
    </message>
    <message>
        <source>See it in Support</source>
        <translation>In der Hilfe ansehen</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Not available now</source>
        <translation>Jetzt nicht verfügbar</translation>
    </message>
    <message>
        <source>%1 %2 still applies.</source>
        <translation>%1 Es bleibt bei %2.</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Uptime, 90 days</source>
        <translation>Verfügbarkeit, 90 Tage</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
</context>
<context>
    <name>PauseMenu</name>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Paused by a rule: %1. The rules are on the Sharing page.</source>
        <translation>Von einer Regel pausiert: %1. Die Regeln stehen auf der Seite Teilen.</translation>
    </message>
    <message>
        <source>Nothing is being shared now.</source>
        <translation>Gerade wird nichts geteilt.</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>1 Stunde lang</translation>
    </message>
    <message>
        <source>For 3 hours</source>
        <translation>3 Stunden lang</translation>
    </message>
    <message>
        <source>For 6 hours</source>
        <translation>6 Stunden lang</translation>
    </message>
    <message>
        <source>For 12 hours</source>
        <translation>12 Stunden lang</translation>
    </message>
    <message>
        <source>Until tomorrow, 08:00</source>
        <translation>Bis morgen, 08:00</translation>
    </message>
    <message>
        <source>Until I resume</source>
        <translation>Bis ich fortsetze</translation>
    </message>
</context>
<context>
    <name>PayoutCard</name>
    <message>
        <source>Payout address</source>
        <translation>Auszahlungsadresse</translation>
    </message>
    <message>
        <source>Chosen when you start sharing.</source>
        <translation>Wird gewählt, wenn Sie mit dem Teilen beginnen.</translation>
    </message>
    <message>
        <source>Where settlements are paid. Share it freely.</source>
        <translation>Wohin ausgezahlt wird. Sie dürfen sie weitergeben.</translation>
    </message>
    <message>
        <source>The address as a QR code</source>
        <translation>Die Adresse als QR-Code</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Explorer</source>
        <translation>Explorer</translation>
    </message>
    <message>
        <source>Backed up</source>
        <translation>Gesichert</translation>
    </message>
    <message>
        <source>Not backed up yet</source>
        <translation>Noch nicht gesichert</translation>
    </message>
    <message>
        <source>Write down the words…</source>
        <translation>Wörter aufschreiben…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>It holds %1 %2, and %3 for fees.</source>
        <translation>Dort liegen %1 %2, und %3 für Gebühren.</translation>
    </message>
    <message>
        <source>What it holds isn&apos;t known right now.</source>
        <translation>Was dort liegt, ist gerade nicht bekannt.</translation>
    </message>
    <message>
        <source>The chain can&apos;t be reached right now.</source>
        <translation>Die Kette ist gerade nicht erreichbar.</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>Senden…</translation>
    </message>
    <message>
        <source>Before: %1. What was promised to it is still paid to it, and settled under Settle.</source>
        <translation>Vorher: %1. Was ihr versprochen wurde, geht weiter an sie und wird unter Auszahlen eingelöst.</translation>
    </message>
    <message>
        <source>Its key isn&apos;t on this computer: bring it to settle here, or settle from the wallet that holds it.</source>
        <translation>Ihr Schlüssel liegt nicht auf diesem Rechner: Bringen Sie ihn mit, um hier auszuzahlen, oder zahlen Sie mit der Wallet aus, die ihn hat.</translation>
    </message>
    <message>
        <source>Bring its key…</source>
        <translation>Schlüssel mitbringen…</translation>
    </message>
</context>
<context>
    <name>PayoutChoice</name>
    <message>
        <source>The keystore file needs its password.</source>
        <translation>Die Keystore-Datei braucht ihr Passwort.</translation>
    </message>
    <message>
        <source>Enter recovery words or a private key, or choose a keystore file.</source>
        <translation>Geben Sie Wörter oder einen privaten Schlüssel ein, oder wählen Sie eine Keystore-Datei.</translation>
    </message>
    <message>
        <source>Where earnings go</source>
        <translation>Wohin der Verdienst geht</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
    <message>
        <source>Bring a key</source>
        <translation>Eigener Schlüssel</translation>
    </message>
    <message>
        <source>Address only</source>
        <translation>Nur Adresse</translation>
    </message>
    <message>
        <source>The key is kept in this computer&apos;s keychain, and nowhere else. Write its recovery words down, in the Wallet: without them a lost computer is lost earnings.</source>
        <translation>Der Schlüssel liegt im Schlüsselbund dieses Rechners und sonst nirgends. Schreiben Sie in der Wallet seine Wörter auf: Ohne sie ist mit dem Rechner auch der Verdienst weg.</translation>
    </message>
    <message>
        <source>24 words instead of twelve</source>
        <translation>24 Wörter statt zwölf</translation>
    </message>
    <message>
        <source>Its recovery words (12 to 24, English or Spanish), its private key, or a keystore file of any Ethereum wallet. It goes into this computer&apos;s keychain, and nowhere else.</source>
        <translation>Seine Wörter (12 bis 24, englisch oder spanisch), sein privater Schlüssel oder eine Keystore-Datei einer Ethereum-Wallet. Er kommt in den Schlüsselbund dieses Rechners und sonst nirgendwohin.</translation>
    </message>
    <message>
        <source>Recovery words or private key</source>
        <translation>Wörter oder privater Schlüssel</translation>
    </message>
    <message>
        <source>Keystore file…</source>
        <translation>Keystore-Datei…</translation>
    </message>
    <message>
        <source>Without a file</source>
        <translation>Ohne Datei</translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation>Passwort der Datei</translation>
    </message>
    <message>
        <source>Its key stays where it is. Settlements are paid to it, and sent by whoever has gas money: another wallet, or surplusctl.</source>
        <translation>Ihr Schlüssel bleibt, wo er ist. Auszahlungen gehen an sie, und wer Geld für Gebühren hat, stößt sie an: eine andere Wallet oder surplusctl.</translation>
    </message>
    <message>
        <source>Payout address</source>
        <translation>Auszahlungsadresse</translation>
    </message>
    <message>
        <source>Keystore file</source>
        <translation>Keystore-Datei</translation>
    </message>
</context>
<context>
    <name>PayoutDialog</name>
    <message>
        <source>Change address</source>
        <translation>Adresse ändern</translation>
    </message>
    <message>
        <source>That didn&apos;t work</source>
        <translation>Das ging nicht</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Changing…</source>
        <translation>Ändert…</translation>
    </message>
    <message>
        <source>From then on new earnings go to the new address. What customers have promised to the present one is still paid to that: its key stays in the keychain, and you keep its backup. The present one:</source>
        <translation>Von da an geht neuer Verdienst an die neue Adresse. Was Kunden der jetzigen versprochen haben, geht weiter an sie: Ihr Schlüssel bleibt im Schlüsselbund, und Sie behalten die Sicherung. Die jetzige:</translation>
    </message>
    <message>
        <source>Bring the key of this address</source>
        <translation>Den Schlüssel dieser Adresse mitbringen</translation>
    </message>
    <message>
        <source>Bring the key</source>
        <translation>Schlüssel mitbringen</translation>
    </message>
    <message>
        <source>Earnings go to %1. With its key in this computer&apos;s keychain you can settle and send from here; no other key is taken.</source>
        <translation>Der Verdienst geht an %1. Liegt ihr Schlüssel im Schlüsselbund dieses Rechners, können Sie von hier auszahlen und senden; ein anderer wird nicht genommen.</translation>
    </message>
</context>
<context>
    <name>PricesCard</name>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>For new leases. Leases that run keep theirs.</source>
        <translation>Für neue Mietverträge. Laufende behalten ihre.</translation>
    </message>
    <message>
        <source>Keeping 1 GB for a day</source>
        <translation>1 GB einen Tag aufbewahren</translation>
    </message>
    <message>
        <source>Retrieving 1 GB</source>
        <translation>1 GB abrufen</translation>
    </message>
</context>
<context>
    <name>QuitDialog</name>
    <message>
        <source>Keep sharing in the background?</source>
        <translation>Im Hintergrund weiter teilen?</translation>
    </message>
    <message>
        <source>The engine can go on without this window. Open Surplus again to see it or to stop it.</source>
        <translation>Die Engine kann ohne dieses Fenster weiterlaufen. Öffnen Sie Surplus wieder, um sie zu sehen oder anzuhalten.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop sharing</source>
        <translation>Nicht mehr teilen</translation>
    </message>
    <message>
        <source>Keep sharing</source>
        <translation>Weiter teilen</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Earnings</source>
        <translation>Verdienst</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>Wallet</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Demo on this computer</source>
        <translation>Demo auf diesem Rechner</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Resume sharing</source>
        <translation>Teilen fortsetzen</translation>
    </message>
    <message>
        <source>Pause sharing</source>
        <translation>Teilen pausieren</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>Braucht einen Blick</translation>
    </message>
</context>
<context>
    <name>RatesDialog</name>
    <message>
        <source>Rates</source>
        <translation>Kurse</translation>
    </message>
    <message>
        <source>Rates are yours to set; nothing is looked up. What they give is marked as an estimate everywhere.</source>
        <translation>Kurse legen Sie selbst fest; nichts wird nachgeschlagen. Was sie ergeben, ist überall als Schätzung gekennzeichnet.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>For one %1</source>
        <translation>Für ein %1</translation>
    </message>
    <message>
        <source>%1 for one %2</source>
        <translation>%1 für ein %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Such as %1; empty means none.</source>
        <translation>Etwa %1; leer bedeutet keiner.</translation>
    </message>
    <message>
        <source>To compare the network&apos;s fee with an amount.</source>
        <translation>Um die Netzgebühr mit einem Betrag zu vergleichen.</translation>
    </message>
</context>
<context>
    <name>RulesCard</name>
    <message>
        <source>Pause sharing</source>
        <translation>Teilen pausieren</translation>
    </message>
    <message>
        <source>On battery</source>
        <translation>Im Akkubetrieb</translation>
    </message>
    <message>
        <source>Resumes when plugged in</source>
        <translation>Geht am Netzteil weiter</translation>
    </message>
    <message>
        <source>When I&apos;m using the computer</source>
        <translation>Wenn ich den Rechner benutze</translation>
    </message>
    <message numerus="yes">
        <source>Pauses storage. Resumes after %n min idle</source>
        <translation>
            <numerusform>Pausiert Speicher. Geht nach %n min Ruhe weiter</numerusform>
            <numerusform>Pausiert Speicher. Geht nach %n min Ruhe weiter</numerusform>
        </translation>
    </message>
    <message>
        <source>Minutes without a key or the mouse</source>
        <translation>Minuten ohne Taste oder Maus</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message>
        <source>On a metered network</source>
        <translation>In einem getakteten Netz</translation>
    </message>
    <message>
        <source>Such as a phone hotspot</source>
        <translation>Etwa am Hotspot eines Telefons</translation>
    </message>
    <message>
        <source>When it runs hot</source>
        <translation>Wenn er heiß läuft</translation>
    </message>
    <message>
        <source>Above %1 °C, until it cools</source>
        <translation>Über %1 °C, bis er abkühlt</translation>
    </message>
    <message>
        <source>Above %1 °C, until it cools. %2 °C now</source>
        <translation>Über %1 °C, bis er abkühlt. Jetzt %2 °C</translation>
    </message>
    <message>
        <source>Temperature to pause above</source>
        <translation>Temperatur, über der pausiert wird</translation>
    </message>
    <message>
        <source>%1 °C</source>
        <translation>%1 °C</translation>
    </message>
    <message>
        <source>While a program runs</source>
        <translation>Während ein Programm läuft</translation>
    </message>
    <message>
        <source>Names as a process list shows them, with commas</source>
        <translation>Namen wie in der Prozessliste, mit Kommas</translation>
    </message>
    <message>
        <source>Programs that pause sharing</source>
        <translation>Programme, die das Teilen pausieren</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keins</translation>
    </message>
</context>
<context>
    <name>ScheduleCard</name>
    <message>
        <source>Weekly schedule</source>
        <translation>Wochenplan</translation>
    </message>
    <message>
        <source>Hours to share in</source>
        <translation>Stunden, in denen geteilt wird</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Nights and weekends</source>
        <translation>Nächte und Wochenenden</translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message>
        <source>Send %1</source>
        <translation>%1 senden</translation>
    </message>
    <message>
        <source>A payment on %1. It can&apos;t be undone: tokens sent to a wrong address are gone.</source>
        <translation>Eine Zahlung auf %1. Sie lässt sich nicht zurücknehmen: An eine falsche Adresse gesendete Token sind weg.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Address to send to</source>
        <translation>Zieladresse</translation>
    </message>
    <message>
        <source>Amount, %1</source>
        <translation>Betrag, %1</translation>
    </message>
    <message>
        <source>Amount to send</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Your address holds %1 %2, and %3 for fees.</source>
        <translation>Auf Ihrer Adresse liegen %1 %2, und %3 für Gebühren.</translation>
    </message>
    <message>
        <source>You send</source>
        <translation>Sie senden</translation>
    </message>
    <message>
        <source>Network fee, at most</source>
        <translation>Netzgebühr, höchstens</translation>
    </message>
    <message>
        <source>Looking up the fee…</source>
        <translation>Die Gebühr wird ermittelt…</translation>
    </message>
    <message>
        <source>Your address holds %1, too little for the fee. Send it some %2 first.</source>
        <translation>Auf Ihrer Adresse liegen %1, zu wenig für die Gebühr. Senden Sie zuerst etwas %2 dorthin.</translation>
    </message>
    <message>
        <source>Compare the address with where you have it from. Your computer&apos;s keychain may ask for your password next.</source>
        <translation>Vergleichen Sie die Adresse mit Ihrer Vorlage. Als Nächstes fragt vielleicht Ihr Schlüsselbund nach dem Passwort.</translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation>Wartet auf den Schlüsselbund</translation>
    </message>
    <message>
        <source>Sent. Waiting for confirmation; you can close this.</source>
        <translation>Gesendet. Wartet auf Bestätigung; Sie können dies schließen.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>An address and an amount are needed.</source>
        <translation>Es braucht eine Adresse und einen Betrag.</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>Prüfen…</translation>
    </message>
    <message>
        <source>There is too little for the fee.</source>
        <translation>Für die Gebühr ist zu wenig da.</translation>
    </message>
    <message>
        <source>Send %1 %2</source>
        <translation>%1 %2 senden</translation>
    </message>
    <message>
        <source>%1 %2 sent and confirmed</source>
        <translation>%1 %2 sind gesendet und bestätigt</translation>
    </message>
    <message>
        <source>Network fee</source>
        <translation>Netzgebühr</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Quit Surplus…</source>
        <translation>Surplus beenden…</translation>
    </message>
    <message>
        <source>That didn&apos;t work</source>
        <translation>Das ging nicht</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Quit and open Surplus again to see it</source>
        <translation>Beenden und öffnen Sie Surplus, um sie zu sehen</translation>
    </message>
    <message>
        <source>Applies with the next start</source>
        <translation>Gilt ab dem nächsten Start</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Turns off all animation</source>
        <translation>Schaltet alle Animationen aus</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Nachkommastellen</translation>
    </message>
    <message>
        <source>Of amounts on the screen; files hold them exactly</source>
        <translation>Von Beträgen auf dem Schirm; Dateien enthalten sie genau</translation>
    </message>
    <message>
        <source>Start and end</source>
        <translation>Start und Ende</translation>
    </message>
    <message>
        <source>Start Surplus when I log in</source>
        <translation>Surplus beim Anmelden starten</translation>
    </message>
    <message>
        <source>Opens in the tray</source>
        <translation>Öffnet im Infobereich</translation>
    </message>
    <message>
        <source>Opens minimised</source>
        <translation>Öffnet verkleinert</translation>
    </message>
    <message>
        <source>When I quit Surplus</source>
        <translation>Wenn ich Surplus beende</translation>
    </message>
    <message>
        <source>Closing the window leaves it in the tray</source>
        <translation>Ein geschlossenes Fenster bleibt im Infobereich</translation>
    </message>
    <message>
        <source>Closing the window minimises it</source>
        <translation>Ein geschlossenes Fenster wird verkleinert</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Mich fragen</translation>
    </message>
    <message>
        <source>Keep sharing</source>
        <translation>Weiter teilen</translation>
    </message>
    <message>
        <source>Stop sharing</source>
        <translation>Nicht mehr teilen</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Something needs attention</source>
        <translation>Etwas braucht mich</translation>
    </message>
    <message>
        <source>Once for each problem that lasts five minutes</source>
        <translation>Einmal je Problem, das fünf Minuten dauert</translation>
    </message>
    <message>
        <source>Settlements</source>
        <translation>Auszahlungen</translation>
    </message>
    <message>
        <source>When one has arrived in your wallet</source>
        <translation>Wenn eine in Ihrer Wallet angekommen ist</translation>
    </message>
    <message>
        <source>History on this computer</source>
        <translation>Verlauf auf diesem Rechner</translation>
    </message>
    <message>
        <source>Keep details</source>
        <translation>Einzelheiten behalten</translation>
    </message>
    <message>
        <source>Quarter hours; earnings by day are kept for good</source>
        <translation>Viertelstunden; der Verdienst je Tag bleibt für immer</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n Jahr</numerusform>
            <numerusform>%n Jahre</numerusform>
        </translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Identity, ledger and settings of this machine, in one file under a password. The payout key has its recovery words</source>
        <translation>Identität, Kontobuch und Einstellungen dieses Rechners, in einer Datei mit Passwort. Den Auszahlungsschlüssel sichern seine Wörter</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Sichern…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Zurückspielen</translation>
    </message>
    <message>
        <source>With the next start. What is here now is kept in a folder</source>
        <translation>Beim nächsten Start. Was jetzt hier ist, bleibt in einem Ordner</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Zurückspielen…</translation>
    </message>
    <message>
        <source>Delete my data</source>
        <translation>Meine Daten löschen</translation>
    </message>
    <message>
        <source>From this computer, and ends Surplus</source>
        <translation>Von diesem Rechner; danach endet Surplus</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Where everything is</source>
        <translation>Wo alles liegt</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open the folder of settings and history</source>
        <translation>Ordner der Einstellungen und des Verlaufs öffnen</translation>
    </message>
    <message>
        <source>Engine: identity, ledger and log</source>
        <translation>Engine: Identität, Kontobuch und Protokoll</translation>
    </message>
    <message>
        <source>Open the engine&apos;s folder</source>
        <translation>Ordner der Engine öffnen</translation>
    </message>
    <message>
        <source>What customers store</source>
        <translation>Was Kunden speichern</translation>
    </message>
    <message>
        <source>Open the folder of what customers store</source>
        <translation>Ordner dessen öffnen, was Kunden speichern</translation>
    </message>
    <message>
        <source>Changes apply at once. Surplus %1</source>
        <translation>Änderungen gelten sofort. Surplus %1</translation>
    </message>
    <message>
        <source>Rates for estimates</source>
        <translation>Kurse für Schätzungen</translation>
    </message>
    <message>
        <source>Set rates…</source>
        <translation>Kurse festlegen…</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Kette</translation>
    </message>
    <message>
        <source>None yet: what is earned stays a promise</source>
        <translation>Noch keine: Verdientes bleibt ein Versprechen</translation>
    </message>
    <message>
        <source>Chain…</source>
        <translation>Kette…</translation>
    </message>
    <message>
        <source>Weekly summary</source>
        <translation>Wöchentliche Zusammenfassung</translation>
    </message>
    <message>
        <source>Mondays at 09:00</source>
        <translation>Montags um 09:00</translation>
    </message>
    <message>
        <source>Profile: settings and history</source>
        <translation>Profil: Einstellungen und Verlauf</translation>
    </message>
    <message>
        <source>%1
Another profile has settings, keys and an engine of its own: surplus --profile FOLDER</source>
        <translation>%1
Ein anderes Profil hat eigene Einstellungen, Schlüssel und eine eigene Engine: surplus --profile ORDNER</translation>
    </message>
</context>
<context>
    <name>SettleCard</name>
    <message>
        <source>Settle</source>
        <translation>Auszahlen</translation>
    </message>
    <message>
        <source>Collects everything that is covered into one payment to your address.</source>
        <translation>Holt alles Gedeckte in einer Zahlung an Ihre Adresse.</translation>
    </message>
    <message>
        <source>Earnings are promises until a chain pays them. No chain is set up yet: what customers promise stays pending.</source>
        <translation>Verdienst ist ein Versprechen, bis eine Kette ihn zahlt. Es ist noch keine eingerichtet: Was Kunden versprechen, steht aus.</translation>
    </message>
    <message>
        <source>Whom it pays</source>
        <translation>An wen es geht</translation>
    </message>
    <message>
        <source>You receive</source>
        <translation>Sie erhalten</translation>
    </message>
    <message>
        <source>The former address receives</source>
        <translation>Die frühere Adresse erhält</translation>
    </message>
    <message>
        <source>Network fee, at most</source>
        <translation>Netzgebühr, höchstens</translation>
    </message>
    <message>
        <source>Your address holds %1, too little for the fee. Send it some %2, or let somebody else settle for a fee in tokens.</source>
        <translation>Auf Ihrer Adresse liegen %1, zu wenig für die Gebühr. Senden Sie etwas %2 dorthin, oder lassen Sie jemand anderen gegen eine Gebühr in Token auszahlen.</translation>
    </message>
    <message>
        <source>Settle by itself when the fee is at most</source>
        <translation>Von selbst auszahlen, wenn die Gebühr höchstens so hoch ist</translation>
    </message>
    <message>
        <source>Fee at most, in percent of the amount</source>
        <translation>Gebühr höchstens, in Prozent des Betrags</translation>
    </message>
    <message>
        <source>% of the amount</source>
        <translation>% des Betrags</translation>
    </message>
    <message>
        <source>Set up a chain…</source>
        <translation>Kette einrichten…</translation>
    </message>
    <message>
        <source>Looking at the chain…</source>
        <translation>Die Kette wird angesehen…</translation>
    </message>
    <message>
        <source>There is nothing to settle</source>
        <translation>Es gibt nichts auszuzahlen</translation>
    </message>
    <message>
        <source>Review and settle…</source>
        <translation>Prüfen und auszahlen…</translation>
    </message>
    <message>
        <source>Earnings are promises until a chain pays them. None was set up before the first lease, so what customers promised stays pending.</source>
        <translation>Verdienst ist ein Versprechen, bis eine Kette ihn zahlt. Vor der ersten Miete wurde keine eingerichtet, also steht weiter aus, was Kunden versprochen haben.</translation>
    </message>
    <message>
        <source>Why there is no chain…</source>
        <translation>Warum es keine Kette gibt…</translation>
    </message>
</context>
<context>
    <name>SettleDialog</name>
    <message>
        <source>Settle your earnings</source>
        <translation>Verdienst auszahlen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the permission</source>
        <translation>Erlaubnis speichern</translation>
    </message>
    <message>
        <source>Permission (*.json)</source>
        <translation>Erlaubnis (*.json)</translation>
    </message>
    <message>
        <source>%1 %2 is in your wallet</source>
        <translation>%1 %2 sind in Ihrer Wallet</translation>
    </message>
    <message>
        <source>One payment on %1. It can&apos;t be undone.</source>
        <translation>Eine Zahlung auf %1. Sie lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>You receive</source>
        <translation>Sie erhalten</translation>
    </message>
    <message>
        <source>Network fee, at most</source>
        <translation>Netzgebühr, höchstens</translation>
    </message>
    <message>
        <source>Paid to</source>
        <translation>Gezahlt an</translation>
    </message>
    <message>
        <source>Your computer&apos;s keychain may ask for your password next. Surplus never sees it.</source>
        <translation>Als Nächstes fragt vielleicht Ihr Schlüsselbund nach dem Passwort. Surplus sieht es nie.</translation>
    </message>
    <message>
        <source>Your address holds %1, too little for the fee. Send it some %2, or sign a permission: whoever gets the file may settle for you within 7 days and keep at most the fee that you allow. The rest goes to your address and nowhere else.</source>
        <translation>Auf Ihrer Adresse liegen %1, zu wenig für die Gebühr. Senden Sie etwas %2 dorthin, oder unterschreiben Sie eine Erlaubnis: Wer die Datei bekommt, darf 7 Tage lang für Sie auszahlen und höchstens die Gebühr behalten, die Sie erlauben. Der Rest geht an Ihre Adresse und nirgendwohin sonst.</translation>
    </message>
    <message>
        <source>Fee in %1, at most</source>
        <translation>Gebühr in %1, höchstens</translation>
    </message>
    <message>
        <source>Fee for whoever settles, at most</source>
        <translation>Gebühr für den, der auszahlt, höchstens</translation>
    </message>
    <message>
        <source>Saved to %1. Give it to somebody who settles for others; it stands in your list until it is used or 7 days are over.</source>
        <translation>In %1 gespeichert. Geben Sie die Datei jemandem, der für andere auszahlt; sie steht in Ihrer Liste, bis sie benutzt ist oder 7 Tage um sind.</translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation>Wartet auf den Schlüsselbund</translation>
    </message>
    <message>
        <source>Sent. Waiting for confirmation; you can close this.</source>
        <translation>Gesendet. Wartet auf Bestätigung; Sie können dies schließen.</translation>
    </message>
    <message>
        <source>Fee at most %1</source>
        <translation>Gebühr höchstens %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The fee isn&apos;t known right now.</source>
        <translation>Die Gebühr ist gerade nicht bekannt.</translation>
    </message>
    <message>
        <source>Settle %1 %2</source>
        <translation>%1 %2 auszahlen</translation>
    </message>
    <message>
        <source>Only the key of the address that is paid can allow this.</source>
        <translation>Nur der Schlüssel der bezahlten Adresse kann das erlauben.</translation>
    </message>
    <message>
        <source>Sign and save…</source>
        <translation>Unterschreiben und speichern…</translation>
    </message>
    <message>
        <source>You received</source>
        <translation>Sie haben erhalten</translation>
    </message>
    <message>
        <source>One payment on %1.</source>
        <translation>Eine Zahlung auf %1.</translation>
    </message>
    <message>
        <source>Network fee</source>
        <translation>Netzgebühr</translation>
    </message>
</context>
<context>
    <name>SettlementsCard</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Tabelle speichern</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Settlements and payments</source>
        <translation>Auszahlungen und Zahlungen</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>Alle %1 zeigen</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>CSV exportieren</translation>
    </message>
    <message>
        <source>None yet. Each one will stand here with its transaction.</source>
        <translation>Noch keine. Jede steht hier mit ihrer Transaktion.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Amount, %1</source>
        <translation>Betrag, %1</translation>
    </message>
    <message>
        <source>Fee, %1</source>
        <translation>Gebühr, %1</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transaktion</translation>
    </message>
    <message>
        <source>Click to copy %1</source>
        <translation>Klicken, um %1 zu kopieren</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>What to share</source>
        <translation>Was teilen</translation>
    </message>
    <message>
        <source>Get paid</source>
        <translation>Bezahlt werden</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
    <message>
        <source>That didn&apos;t work</source>
        <translation>Das ging nicht</translation>
    </message>
    <message>
        <source>Skip for now</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Go on later</source>
        <translation>Später weiter</translation>
    </message>
    <message>
        <source>Choose a folder first</source>
        <translation>Wählen Sie zuerst einen Ordner</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet…</translation>
    </message>
    <message>
        <source>Start sharing</source>
        <translation>Teilen beginnen</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment…</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>The engine isn&apos;t running yet.</source>
        <translation>Die Engine läuft noch nicht.</translation>
    </message>
</context>
<context>
    <name>SetupPayout</name>
    <message>
        <source>Where do your earnings go?</source>
        <translation>Wohin geht Ihr Verdienst?</translation>
    </message>
    <message>
        <source>They are paid to this address.</source>
        <translation>Er geht an diese Adresse.</translation>
    </message>
    <message>
        <source>To a key of your own, which nobody else has, or to an address that you have already.</source>
        <translation>An einen eigenen Schlüssel, den sonst niemand hat, oder an eine Adresse, die Sie schon haben.</translation>
    </message>
    <message>
        <source>Backed up</source>
        <translation>Gesichert</translation>
    </message>
    <message>
        <source>Write down its recovery words. Without them a lost computer is lost earnings. It can be done later, in the Wallet.</source>
        <translation>Schreiben Sie seine Wörter auf. Ohne sie ist mit dem Rechner auch der Verdienst weg. Das geht auch später, in der Wallet.</translation>
    </message>
    <message>
        <source>Write them down…</source>
        <translation>Aufschreiben…</translation>
    </message>
</context>
<context>
    <name>SetupReady</name>
    <message>
        <source>On battery</source>
        <translation>Im Akkubetrieb</translation>
    </message>
    <message>
        <source>Metered network</source>
        <translation>Getaktetes Netz</translation>
    </message>
    <message>
        <source>Only when you say so</source>
        <translation>Nur wenn Sie es sagen</translation>
    </message>
    <message>
        <source>You&apos;re ready</source>
        <translation>Alles bereit</translation>
    </message>
    <message>
        <source>Surplus shares in the background; its icon is in the tray.</source>
        <translation>Surplus teilt im Hintergrund; sein Symbol ist im Infobereich.</translation>
    </message>
    <message>
        <source>Surplus shares in the background. Closing its window minimises it.</source>
        <translation>Surplus teilt im Hintergrund. Ein geschlossenes Fenster wird verkleinert.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Up to %1 in %2</source>
        <translation>Bis zu %1 in %2</translation>
    </message>
    <message>
        <source>Paid to</source>
        <translation>Gezahlt an</translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation>Pausen</translation>
    </message>
    <message>
        <source>And</source>
        <translation>Außerdem</translation>
    </message>
    <message>
        <source>Start Surplus when I log in</source>
        <translation>Surplus beim Anmelden starten</translation>
    </message>
    <message>
        <source>It stays out of your way</source>
        <translation>Es bleibt im Hintergrund</translation>
    </message>
    <message>
        <source>Tell me when something needs attention</source>
        <translation>Melden, wenn mich etwas braucht</translation>
    </message>
    <message>
        <source>At most one notification per problem</source>
        <translation>Höchstens eine Meldung je Problem</translation>
    </message>
    <message>
        <source>Serve customers who have set no money aside</source>
        <translation>Kunden bedienen, die kein Geld hinterlegt haben</translation>
    </message>
    <message>
        <source>Up to a small amount each. What they promise may never be paid</source>
        <translation>Je Kunde bis zu einem kleinen Betrag. Was sie versprechen, wird vielleicht nie bezahlt</translation>
    </message>
    <message>
        <source>What happens now: customers find room here when you give them your address, from the Overview. Earnings appear as they store and fetch.</source>
        <translation>Wie es weitergeht: Kunden kommen, wenn Sie ihnen Ihre Adresse aus der Übersicht geben. Verdienst erscheint, sobald sie speichern und abrufen.</translation>
    </message>
</context>
<context>
    <name>SetupShare</name>
    <message>
        <source>What would you like to share?</source>
        <translation>Was möchten Sie teilen?</translation>
    </message>
    <message>
        <source>Pick what this computer can spare. You can change or stop it later.</source>
        <translation>Wählen Sie, was dieser Rechner übrig hat. Sie können es später ändern oder beenden.</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Keeps encrypted pieces of other people&apos;s files</source>
        <translation>Bewahrt verschlüsselte Teile fremder Dateien auf</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>%1 von %2 frei</translation>
    </message>
    <message>
        <source>Storage limit</source>
        <translation>Speichergrenze</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>0 to %1 %2 a day for what is kept</source>
        <translation>0 bis %1 %2 am Tag für das Aufbewahren</translation>
    </message>
    <message>
        <source>From no customer to a full folder, at your price; what customers fetch is paid on top. Not a promise.</source>
        <translation>Von keinem Kunden bis zum vollen Ordner, zu Ihrem Preis; Abrufe kommen dazu. Kein Versprechen.</translation>
    </message>
    <message>
        <source>Disk: at most %1, and 1 GB always stays free.</source>
        <translation>Platte: höchstens %1, und 1 GB bleibt immer frei.</translation>
    </message>
    <message>
        <source>Traffic: what customers store and fetch. A speed limit and a monthly cap are on the Sharing page.</source>
        <translation>Datenverkehr: was Kunden speichern und abrufen. Tempo und Monatsmenge lassen sich auf der Seite Teilen begrenzen.</translation>
    </message>
    <message>
        <source>Power: next to nothing while the computer is on anyway. A computer left on for it alone uses more than it may earn.</source>
        <translation>Strom: fast nichts, solange der Rechner ohnehin läuft. Nur dafür eingeschaltet verbraucht er mehr, als er vielleicht verdient.</translation>
    </message>
    <message>
        <source>Pauses by itself on battery and on metered networks.</source>
        <translation>Pausiert von selbst im Akkubetrieb und in getakteten Netzen.</translation>
    </message>
    <message>
        <source>What others store here is encrypted before it arrives. Nothing is shared before the last step.</source>
        <translation>Was andere hier speichern, ist verschlüsselt, bevor es ankommt. Vor dem letzten Schritt wird nichts geteilt.</translation>
    </message>
    <message>
        <source>Folder for what customers store</source>
        <translation>Ordner für das, was Kunden speichern</translation>
    </message>
</context>
<context>
    <name>SharingPage</name>
    <message>
        <source>Sharing</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>That didn&apos;t work</source>
        <translation>Das ging nicht</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Sharing is paused</source>
        <translation>Das Teilen ist pausiert</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>The engine isn&apos;t running</source>
        <translation>Die Engine läuft nicht</translation>
    </message>
    <message>
        <source>What it shares can be changed once it runs again.</source>
        <translation>Was sie teilt, lässt sich ändern, sobald sie wieder läuft.</translation>
    </message>
    <message>
        <source>Nothing is shared yet</source>
        <translation>Noch wird nichts geteilt</translation>
    </message>
    <message>
        <source>Choose a folder, a limit and where your earnings go.</source>
        <translation>Wählen Sie einen Ordner, eine Grenze und wohin Ihr Verdienst geht.</translation>
    </message>
    <message>
        <source>Set up sharing…</source>
        <translation>Teilen einrichten…</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Keeps encrypted pieces of other people&apos;s files</source>
        <translation>Bewahrt verschlüsselte Teile fremder Dateien auf</translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation>Bis zu %1</translation>
    </message>
    <message>
        <source>Storage limit</source>
        <translation>Speichergrenze</translation>
    </message>
    <message>
        <source>Changes apply at once.</source>
        <translation>Änderungen gelten sofort.</translation>
    </message>
    <message>
        <source>It holds what customers store. It can be changed once no lease is left.</source>
        <translation>Darin liegt, was Kunden speichern. Er lässt sich ändern, sobald kein Mietvertrag mehr läuft.</translation>
    </message>
    <message>
        <source>The engine isn&apos;t running yet.</source>
        <translation>Die Engine läuft noch nicht.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Change the folder of what customers store</source>
        <translation>Den Ordner ändern, in dem liegt, was Kunden speichern</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the folder of what customers store</source>
        <translation>Ordner dessen öffnen, was Kunden speichern</translation>
    </message>
    <message>
        <source>Changes apply at once. Files already stored stay until their lease ends.</source>
        <translation>Änderungen gelten sofort. Gespeicherte Dateien bleiben, bis ihr Mietvertrag endet.</translation>
    </message>
    <message>
        <source>No storage folder is chosen yet</source>
        <translation>Noch ist kein Speicherordner gewählt</translation>
    </message>
    <message>
        <source>No payout address is chosen yet</source>
        <translation>Noch ist keine Auszahlungsadresse gewählt</translation>
    </message>
</context>
<context>
    <name>StatusCard</name>
    <message>
        <source>The engine stopped</source>
        <translation>Die Engine ist stehen geblieben</translation>
    </message>
    <message>
        <source>Sharing is on hold. Nothing you&apos;ve earned is lost.</source>
        <translation>Das Teilen ruht. Nichts Verdientes geht verloren.</translation>
    </message>
    <message>
        <source>Set up sharing…</source>
        <translation>Teilen einrichten…</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>See the rules</source>
        <translation>Regeln ansehen</translation>
    </message>
    <message>
        <source>See log</source>
        <translation>Protokoll ansehen</translation>
    </message>
    <message>
        <source>Restart engine</source>
        <translation>Engine neu starten</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>Stop trying</source>
        <translation>Nicht weiter versuchen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
</context>
<context>
    <name>StopStoringDialog</name>
    <message>
        <source>Stop storing files?</source>
        <translation>Keine Dateien mehr speichern?</translation>
    </message>
    <message>
        <source>Keep sharing</source>
        <translation>Weiter teilen</translation>
    </message>
    <message>
        <source>Stop storing</source>
        <translation>Nicht mehr speichern</translation>
    </message>
    <message>
        <source>%1 stays on this computer until its leases end, but customers can&apos;t fetch it while storage is off.</source>
        <translation>%1 bleiben auf diesem Rechner, bis die Mietverträge enden, aber Kunden können sie nicht abrufen, solange Speicher aus ist.</translation>
    </message>
</context>
<context>
    <name>StorageTile</name>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>%1 retrieved</source>
        <translation>%1 abgerufen</translation>
    </message>
    <message>
        <source>%1 stored</source>
        <comment>a unit such as GB</comment>
        <translation>%1 gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>of %1 offered, in %n lease(s)</source>
        <translation>
            <numerusform>von angebotenen %1, in %n Mietvertrag</numerusform>
            <numerusform>von angebotenen %1, in %n Mietverträgen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StorageTrouble</name>
    <message>
        <source>That didn&apos;t work</source>
        <translation>Das ging nicht</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>SupportPage</name>
    <message>
        <source>Support</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Prüft…</translation>
    </message>
    <message>
        <source>Run checks again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Copy log</source>
        <translation>Protokoll kopieren</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Surplus %1</source>
        <translation>Surplus %1</translation>
    </message>
    <message>
        <source>Engine %1</source>
        <translation>Engine %1</translation>
    </message>
    <message>
        <source>machine %1…%2</source>
        <translation>Rechner %1…%2</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Angaben kopieren</translation>
    </message>
    <message>
        <source>Surplus %1, engine %2, machine %3</source>
        <translation>Surplus %1, Engine %2, Rechner %3</translation>
    </message>
</context>
<context>
    <name>TrafficCard</name>
    <message>
        <source>Traffic and disk</source>
        <translation>Datenverkehr und Platte</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Hochladen</translation>
    </message>
    <message>
        <source>What customers fetch</source>
        <translation>Was Kunden abrufen</translation>
    </message>
    <message>
        <source>Mbit/s</source>
        <translation>Mbit/s</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>What customers store</source>
        <translation>Was Kunden speichern</translation>
    </message>
    <message>
        <source>Data in a month</source>
        <translation>Daten im Monat</translation>
    </message>
    <message>
        <source>%1. Sharing pauses when it is used up</source>
        <translation>%1. Sind sie verbraucht, pausiert das Teilen</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>The month begins on day</source>
        <translation>Der Monat beginnt am Tag</translation>
    </message>
    <message>
        <source>As on your provider&apos;s bill</source>
        <translation>Wie auf der Rechnung Ihres Anbieters</translation>
    </message>
    <message>
        <source>Keep free on the disk</source>
        <translation>Auf der Platte frei halten</translation>
    </message>
    <message>
        <source>Nothing new is stored beyond it</source>
        <translation>Darüber hinaus wird nichts Neues gespeichert</translation>
    </message>
</context>
<context>
    <name>TypedAddress</name>
    <message>
        <source>An address is missing.</source>
        <translation>Es fehlt eine Adresse.</translation>
    </message>
    <message>
        <source>An address begins with 0x.</source>
        <translation>Eine Adresse beginnt mit 0x.</translation>
    </message>
    <message>
        <source>Character %1 is none of 0 to 9 and a to f. A letter O is no zero, a letter l no one.</source>
        <translation>Zeichen %1 ist keines von 0 bis 9 und a bis f. Ein Buchstabe O ist keine Null, ein Buchstabe l keine Eins.</translation>
    </message>
    <message>
        <source>After 0x come 40 characters; these are %1.</source>
        <translation>Nach 0x kommen 40 Zeichen; das sind %1.</translation>
    </message>
    <message>
        <source>One of its characters is mistyped: its checksum doesn&apos;t fit.</source>
        <translation>Ein Zeichen ist falsch getippt: Die Prüfsumme passt nicht.</translation>
    </message>
    <message>
        <source>That is nobody&apos;s address: what is sent there is gone.</source>
        <translation>Das ist niemandes Adresse: Was dorthin gesendet wird, ist weg.</translation>
    </message>
</context>
<context>
    <name>TypedNumber</name>
    <message>
        <source>A number is missing.</source>
        <translation>Es fehlt eine Zahl.</translation>
    </message>
    <message>
        <source>It can&apos;t be less than zero.</source>
        <translation>Es darf nicht weniger als null sein.</translation>
    </message>
    <message>
        <source>“%1” does not belong in a number.</source>
        <translation>„%1“ gehört nicht in eine Zahl.</translation>
    </message>
    <message>
        <source>A digit is missing before “%1”.</source>
        <translation>Vor „%1“ fehlt eine Ziffer.</translation>
    </message>
    <message>
        <source>A digit is missing after “%1”.</source>
        <translation>Nach „%1“ fehlt eine Ziffer.</translation>
    </message>
    <message>
        <source>That is too large.</source>
        <translation>Das ist zu groß.</translation>
    </message>
    <message>
        <source>“%1” could mean %2 or %3: type one of these.</source>
        <translation>„%1“ kann %2 oder %3 heißen: Tippen Sie eins davon.</translation>
    </message>
    <message>
        <source>“%1” can be there only once.</source>
        <translation>„%1“ darf nur einmal vorkommen.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t stand there. The decimal sign is “%2”.</source>
        <translation>„%1“ kann dort nicht stehen. Das Dezimalzeichen ist „%2“.</translation>
    </message>
    <message>
        <source>It has more than nine decimals.</source>
        <translation>Es hat mehr als neun Nachkommastellen.</translation>
    </message>
    <message>
        <source>It has to be from %1 to %2.</source>
        <translation>Es muss von %1 bis %2 sein.</translation>
    </message>
    <message>
        <source>It has to be a whole number.</source>
        <translation>Es muss eine ganze Zahl sein.</translation>
    </message>
</context>
<context>
    <name>WalletPage</name>
    <message>
        <source>Wallet</source>
        <translation>Wallet</translation>
    </message>
    <message>
        <source>Recovery words</source>
        <translation>Wörter zur Wiederherstellung</translation>
    </message>
    <message>
        <source>Change address…</source>
        <translation>Adresse ändern…</translation>
    </message>
    <message>
        <source>Chain…</source>
        <translation>Kette…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>%1 can&apos;t be reached</source>
        <translation>%1 ist nicht erreichbar</translation>
    </message>
    <message>
        <source>Sharing goes on within the limits, with what the chain said last. %1</source>
        <translation>Geteilt wird weiter, in den Grenzen und mit dem, was die Kette zuletzt sagte. %1</translation>
    </message>
</context>
<context>
    <name>WeekGrid</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: share</source>
        <comment>an hour of a day</comment>
        <translation>%1: teilen</translation>
    </message>
    <message>
        <source>%1: pause</source>
        <comment>an hour of a day</comment>
        <translation>%1: pausieren</translation>
    </message>
</context>
<context>
    <name>WordsDialog</name>
    <message>
        <source>Recovery words</source>
        <translation>Wörter zur Wiederherstellung</translation>
    </message>
    <message>
        <source>Now from your paper: three of them.</source>
        <translation>Und nun von Ihrem Papier: drei davon.</translation>
    </message>
    <message>
        <source>Whoever has these words has your earnings; without them and without this computer nobody has. Write them down by hand, in this order, and keep the paper where nobody looks.</source>
        <translation>Wer diese Wörter hat, hat Ihren Verdienst; ohne sie und ohne diesen Rechner hat ihn niemand. Schreiben Sie sie von Hand in dieser Reihenfolge auf und verwahren Sie das Papier, wo niemand nachsieht.</translation>
    </message>
    <message>
        <source>Word %1</source>
        <translation>Wort %1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Show the words</source>
        <translation>Wörter zeigen</translation>
    </message>
    <message>
        <source>I&apos;ve written them down</source>
        <translation>Ich habe sie aufgeschrieben</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation>Wartet auf den Schlüsselbund</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment…</translation>
    </message>
    <message>
        <source>All three words are needed</source>
        <translation>Es braucht alle drei Wörter</translation>
    </message>
    <message>
        <source>Word %1: %2</source>
        <translation>Wort %1: %2</translation>
    </message>
</context>
<context>
    <name>surplus::AutoSettleModel</name>
    <message>
        <source>The share must be a number from 0.01 to 50.</source>
        <translation>Der Anteil muss eine Zahl von 0.01 bis 50 sein.</translation>
    </message>
    <message>
        <source>Looks every ten minutes while Surplus is open.</source>
        <translation>Sieht alle zehn Minuten nach, solange Surplus offen ist.</translation>
    </message>
    <message>
        <source>%1: nothing to settle.</source>
        <translation>%1: nichts auszuzahlen.</translation>
    </message>
    <message>
        <source>%1: the fee would be more than what is settled. Waiting.</source>
        <translation>%1: Die Gebühr wäre höher als die Auszahlung. Wartet.</translation>
    </message>
    <message>
        <source>%1: the fee would be up to %2 of the amount. Waiting.</source>
        <translation>%1: Die Gebühr betrüge bis zu %2 des Betrags. Wartet.</translation>
    </message>
    <message>
        <source>%1: your address holds too little %2 for the fee.</source>
        <translation>%1: Auf Ihrer Adresse liegt zu wenig %2 für die Gebühr.</translation>
    </message>
    <message>
        <source>%1: the keychain isn&apos;t open. Waiting.</source>
        <translation>%1: Der Schlüsselbund ist nicht offen. Wartet.</translation>
    </message>
    <message>
        <source>%1: settled, for a fee of at most %2 of the amount.</source>
        <translation>%1: ausgezahlt, für höchstens %2 des Betrags als Gebühr.</translation>
    </message>
    <message>
        <source>%1: %2 Trying again.</source>
        <translation>%1: %2 Versucht es weiter.</translation>
    </message>
    <message>
        <source>Waits for a rate: in the Settings, say what one %1 is worth, so that fee and amount can be compared.</source>
        <translation>Wartet auf einen Kurs: Geben Sie in den Einstellungen an, was ein %1 wert ist, damit Gebühr und Betrag verglichen werden können.</translation>
    </message>
</context>
<context>
    <name>surplus::ChartImage</name>
    <message>
        <source>The picture can&apos;t be written to %1. Choose another folder, or free some space.</source>
        <translation>Das Bild lässt sich nicht in %1 schreiben. Wählen Sie einen anderen Ordner, oder schaffen Sie Platz.</translation>
    </message>
</context>
<context>
    <name>surplus::Checks</name>
    <message>
        <source>The engine keeps stopping. %1</source>
        <translation>Die Engine bricht immer wieder ab. %1</translation>
    </message>
    <message>
        <source>The engine stopped and is started again by itself. %1</source>
        <translation>Die Engine ist stehen geblieben und wird von selbst neu gestartet. %1</translation>
    </message>
    <message>
        <source>The engine isn&apos;t running, so nothing is shared.</source>
        <translation>Die Engine läuft nicht, also wird nichts geteilt.</translation>
    </message>
    <message>
        <source>The engine is starting or stopping. Check again in a moment.</source>
        <translation>Die Engine startet oder hält gerade an. Prüfen Sie gleich noch einmal.</translation>
    </message>
    <message>
        <source>Running.</source>
        <translation>Läuft.</translation>
    </message>
    <message>
        <source>Running. No unexpected stops in 30 days.</source>
        <translation>Läuft. Kein unerwarteter Abbruch in 30 Tagen.</translation>
    </message>
    <message numerus="yes">
        <source>Running. %n unexpected stop(s) in 30 days.</source>
        <translation>
            <numerusform>Läuft. %n unerwarteter Abbruch in 30 Tagen.</numerusform>
            <numerusform>Läuft. %n unerwartete Abbrüche in 30 Tagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Couldn&apos;t check. The engine isn&apos;t running.</source>
        <translation>Nicht prüfbar: Die Engine läuft nicht.</translation>
    </message>
    <message>
        <source>The engine runs %1, this program is %2. It goes on working; a restart brings it up to date.</source>
        <translation>Die Engine hat Version %1, dieses Programm %2. Sie arbeitet weiter; ein Neustart bringt sie auf den Stand.</translation>
    </message>
    <message>
        <source>Engine %1 and this program %2 fit together.</source>
        <translation>Engine %1 und dieses Programm %2 passen zusammen.</translation>
    </message>
    <message>
        <source>No folder was chosen yet.</source>
        <translation>Es wurde noch kein Ordner gewählt.</translation>
    </message>
    <message>
        <source>The storage folder %1 isn&apos;t there. If it is on another disk, connect it.</source>
        <translation>Der Speicherordner %1 ist nicht da. Liegt er auf einer anderen Platte, schließen Sie sie an.</translation>
    </message>
    <message>
        <source>%1 free, and %2 is to stay free: nothing new is stored. Make room, or lower what stays free.</source>
        <translation>%1 frei, und %2 sollen frei bleiben: Neues wird nicht gespeichert. Schaffen Sie Platz, oder senken Sie, was frei bleibt.</translation>
    </message>
    <message>
        <source>%1 is in use, above the limit of %2: nothing new is stored until it falls below.</source>
        <translation>%1 sind belegt, mehr als die Grenze von %2: Neues wird erst gespeichert, wenn es weniger ist.</translation>
    </message>
    <message>
        <source>The disk of the engine&apos;s data, %1, is full: what customers promise can&apos;t be written down, so they are served no further than their credit. Free some space; then it goes on by itself.</source>
        <translation>Der Datenträger mit den Daten der Engine, %1, ist voll: Zusagen von Kunden lassen sich nicht festhalten, also werden sie nur bis zu ihrem Kredit bedient. Schaffen Sie Platz, dann geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>Only %1 are free on the disk of the engine&apos;s data, %2. Once it is full, what customers promise can&apos;t be written down. Free some space.</source>
        <translation>Auf dem Datenträger mit den Daten der Engine sind nur %1 frei, in %2. Ist er voll, lassen sich Zusagen von Kunden nicht festhalten. Schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>The engine can&apos;t use its data in %1. See whether that disk is well, then start the engine again. It said: %2</source>
        <translation>Die Engine kann ihre Daten in %1 nicht benutzen. Sehen Sie nach, ob der Datenträger in Ordnung ist, und starten Sie die Engine neu. Sie meldet: %2</translation>
    </message>
    <message>
        <source>What a customer stores can&apos;t be written to %1. Free some space on that disk, or see whether it is well.</source>
        <translation>Was ein Kunde speichert, kann nicht nach %1 geschrieben werden. Schaffen Sie Platz auf diesem Datenträger, oder sehen Sie nach, ob er in Ordnung ist.</translation>
    </message>
    <message>
        <source>%1 free. %2 of the %3 offered for storage is unused.</source>
        <translation>%1 frei. %2 der angebotenen %3 sind unbenutzt.</translation>
    </message>
    <message>
        <source>Couldn&apos;t check: the engine didn&apos;t answer.</source>
        <translation>Nicht prüfbar: Die Engine hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>Nothing is stored for customers now.</source>
        <translation>Für Kunden ist gerade nichts gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%n stored file(s), %1, are there and whole in size. Customers&apos; own audits look at their content.</source>
        <translation>
            <numerusform>%n gespeicherte Datei, %1, ist da und hat die volle Größe. Ihren Inhalt prüfen die Kunden selbst.</numerusform>
            <numerusform>%n gespeicherte Dateien, %1, sind da und haben die volle Größe. Ihren Inhalt prüfen die Kunden selbst.</numerusform>
        </translation>
    </message>
    <message>
        <source>Couldn&apos;t check: this system doesn&apos;t say.</source>
        <translation>Nicht prüfbar: Dieses System sagt es nicht.</translation>
    </message>
    <message>
        <source>The clock isn&apos;t kept right over the network. Vouchers and leases go by it: switch automatic time on in the system&apos;s settings.</source>
        <translation>Die Uhr wird nicht über das Netz gestellt. Gutscheine und Mietverträge richten sich nach ihr: Schalten Sie in den Systemeinstellungen die automatische Zeit ein.</translation>
    </message>
    <message>
        <source>Right to within %1 s.</source>
        <translation>Auf %1 s genau.</translation>
    </message>
    <message>
        <source>No payout address was chosen yet.</source>
        <translation>Es wurde noch keine Auszahlungsadresse gewählt.</translation>
    </message>
    <message>
        <source>It answered last %1.</source>
        <translation>Zuletzt hat sie %1 geantwortet.</translation>
    </message>
    <message>
        <source>It has not answered since the engine started.</source>
        <translation>Seit dem Start der Engine hat sie nicht geantwortet.</translation>
    </message>
    <message>
        <source>The chain can&apos;t be read: %1 %2 Vouchers go on being taken.</source>
        <translation>Die Kette ist nicht lesbar: %1 %2 Gutscheine werden weiter angenommen.</translation>
    </message>
    <message>
        <source>Nothing was earned yet.</source>
        <translation>Noch nichts verdient.</translation>
    </message>
    <message>
        <source>%1 %2 earned. No chain is set up, so nothing of it is set aside yet.</source>
        <translation>%1 %2 verdient. Es ist keine Kette eingerichtet, also ist davon noch nichts hinterlegt.</translation>
    </message>
    <message>
        <source>All that was earned is settled.</source>
        <translation>Alles Verdiente ist ausgezahlt.</translation>
    </message>
    <message>
        <source>Customers have set aside %1 % of what isn&apos;t settled yet.</source>
        <translation>Kunden haben %1 % dessen hinterlegt, was noch nicht ausgezahlt ist.</translation>
    </message>
    <message>
        <source>The payout key is stored and readable.</source>
        <translation>Der Auszahlungsschlüssel ist gespeichert und lesbar.</translation>
    </message>
    <message>
        <source>The payout key is kept elsewhere; this computer knows its address only.</source>
        <translation>Der Auszahlungsschlüssel liegt anderswo; dieser Rechner kennt nur seine Adresse.</translation>
    </message>
    <message>
        <source>The payout key can&apos;t be read: %1 Earning goes on; settling waits.</source>
        <translation>Der Auszahlungsschlüssel ist nicht lesbar: %1 Verdient wird weiter; das Auszahlen wartet.</translation>
    </message>
    <message>
        <source>The disk of the storage folder %1 doesn&apos;t answer. If it is a network drive, see whether its server is there.</source>
        <translation>Die Platte des Speicherordners %1 antwortet nicht. Ist sie ein Netzlaufwerk, sehen Sie nach, ob sein Server da ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n stored file(s) missing, cut short or not readable, such as %1 in %2. Put them back there if you have them; else their customers won&apos;t pay for them.</source>
        <translation>
            <numerusform>%n gespeicherte Datei fehlt, ist unvollständig oder nicht lesbar: %1 in %2. Legen Sie sie dort wieder hin, falls Sie sie haben; sonst bezahlt ihr Kunde nicht dafür.</numerusform>
            <numerusform>%n gespeicherte Dateien fehlen, sind unvollständig oder nicht lesbar, etwa %1 in %2. Legen Sie sie dort wieder hin, falls Sie sie haben; sonst bezahlen ihre Kunden nicht dafür.</numerusform>
        </translation>
    </message>
    <message>
        <source>Couldn&apos;t check: the storage folder can&apos;t be read.</source>
        <translation>Nicht prüfbar: Der Speicherordner ist nicht lesbar.</translation>
    </message>
    <message>
        <source>%1 stored for customers. No file was noticed missing or cut short; run the checks again to look at each.</source>
        <translation>%1 für Kunden gespeichert. Keine Datei ist als fehlend oder unvollständig aufgefallen; noch einmal prüfen sieht jede an.</translation>
    </message>
</context>
<context>
    <name>surplus::ChecksModel</name>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Stored files</source>
        <translation>Gespeicherte Dateien</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Restart engine</source>
        <translation>Engine neu starten</translation>
    </message>
    <message>
        <source>Change limits</source>
        <translation>Grenzen ändern</translation>
    </message>
    <message>
        <source>Open Wallet</source>
        <translation>Wallet öffnen</translation>
    </message>
    <message>
        <source>Ask the keychain</source>
        <translation>Schlüsselbund fragen</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Prüft…</translation>
    </message>
    <message>
        <source>Nothing checked yet</source>
        <translation>Noch nichts geprüft</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to fix</source>
        <translation>
            <numerusform>%n Sache zu beheben</numerusform>
            <numerusform>%n Sachen zu beheben</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to fix</source>
        <translation>Nichts zu beheben</translation>
    </message>
    <message numerus="yes">
        <source>%n fine</source>
        <translation>
            <numerusform>%n in Ordnung</numerusform>
            <numerusform>%n in Ordnung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not checked</source>
        <translation>
            <numerusform>%n nicht geprüft</numerusform>
            <numerusform>%n nicht geprüft</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked at %1</source>
        <translation>Geprüft um %1</translation>
    </message>
</context>
<context>
    <name>surplus::ConditionsModel</name>
    <message>
        <source>Off: sharing goes on day and night.</source>
        <translation>Aus: Geteilt wird Tag und Nacht.</translation>
    </message>
    <message>
        <source>Nothing is painted, so nothing is ever shared.</source>
        <translation>Nichts ist ausgemalt, also wird nie geteilt.</translation>
    </message>
    <message>
        <source>Sharing day and night.</source>
        <translation>Geteilt wird Tag und Nacht.</translation>
    </message>
    <message>
        <source>Sharing now. Pauses %1.</source>
        <translation>Teilt jetzt. Pausiert %1.</translation>
    </message>
    <message>
        <source>Paused now. Shares again %1.</source>
        <translation>Pausiert jetzt. Teilt wieder %1.</translation>
    </message>
    <message>
        <source>Not available here: this system doesn&apos;t say whether it runs on battery (UPower).</source>
        <translation>Hier nicht verfügbar: Dieses System sagt nicht, ob es im Akkubetrieb läuft (UPower).</translation>
    </message>
    <message>
        <source>Not available here: this system doesn&apos;t say whether its network is metered (NetworkManager).</source>
        <translation>Hier nicht verfügbar: Dieses System sagt nicht, ob sein Netz getaktet ist (NetworkManager).</translation>
    </message>
    <message>
        <source>Not available here: no temperature sensor was found.</source>
        <translation>Hier nicht verfügbar: Es wurde kein Temperaturfühler gefunden.</translation>
    </message>
    <message>
        <source>Not available here: no desktop session says how long it has been unused.</source>
        <translation>Hier nicht verfügbar: Keine Sitzung sagt, wie lange der Rechner unbenutzt ist.</translation>
    </message>
    <message>
        <source>Not available here: the list of processes can&apos;t be read.</source>
        <translation>Hier nicht verfügbar: Die Prozessliste ist nicht lesbar.</translation>
    </message>
</context>
<context>
    <name>surplus::Desktop</name>
    <message>
        <source>Open Surplus</source>
        <translation>Surplus öffnen</translation>
    </message>
    <message>
        <source>Pause this computer</source>
        <translation>Diesen Rechner pausieren</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>1 Stunde lang</translation>
    </message>
    <message>
        <source>For 3 hours</source>
        <translation>3 Stunden lang</translation>
    </message>
    <message>
        <source>For 6 hours</source>
        <translation>6 Stunden lang</translation>
    </message>
    <message>
        <source>For 12 hours</source>
        <translation>12 Stunden lang</translation>
    </message>
    <message>
        <source>Until tomorrow, 08:00</source>
        <translation>Bis morgen, 08:00</translation>
    </message>
    <message>
        <source>Until I resume</source>
        <translation>Bis ich fortsetze</translation>
    </message>
    <message>
        <source>Resume this computer</source>
        <translation>Diesen Rechner fortsetzen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Quit…</source>
        <translation>Beenden…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Today so far: %1 %2</source>
        <translation>Heute bisher: %1 %2</translation>
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
        <translation>Die Engine bricht immer wieder ab</translation>
    </message>
    <message>
        <source>Sharing is on hold. Nothing you&apos;ve earned is lost.</source>
        <translation>Das Teilen ruht. Nichts Verdientes geht verloren.</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>Sharing needs attention</source>
        <translation>Das Teilen braucht Sie</translation>
    </message>
    <message>
        <source>%1 %2 is in your wallet.</source>
        <translation>%1 %2 sind in Ihrer Wallet.</translation>
    </message>
    <message>
        <source>%1 %2 earned last week</source>
        <translation>%1 %2 letzte Woche verdient</translation>
    </message>
    <message>
        <source>Uptime %1.</source>
        <translation>Verfügbarkeit %1.</translation>
    </message>
    <message>
        <source>%1, needs attention</source>
        <translation>%1, braucht Sie</translation>
    </message>
</context>
<context>
    <name>surplus::EarningsModel</name>
    <message>
        <source>%1 of the time unknown, left out</source>
        <translation>%1 der Zeit unbekannt, nicht mitgezählt</translation>
    </message>
    <message>
        <source>%1, %2 – %3, %4</source>
        <translation>%1, %2 – %3, %4</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1, %2, %3 tokens</source>
        <translation>%1, %2, %3 Token</translation>
    </message>
    <message numerus="yes">
        <source>. %n span(s) without data</source>
        <translation>
            <numerusform>. %n Spanne ohne Daten</numerusform>
            <numerusform>. %n Spannen ohne Daten</numerusform>
        </translation>
    </message>
    <message>
        <source>All others</source>
        <translation>Alle anderen</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Rechenleistung</translation>
    </message>
    <message>
        <source>Sensors</source>
        <translation>Sensoren</translation>
    </message>
    <message>
        <source>Connectivity</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Ausgezahlt</translation>
    </message>
    <message>
        <source>Secured</source>
        <translation>Gesichert</translation>
    </message>
    <message>
        <source>Bounced</source>
        <translation>Geplatzt</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>%1, %2–%3</source>
        <translation>%1, %2–%3</translation>
    </message>
    <message>
        <source>Week of %1</source>
        <translation>Woche ab %1</translation>
    </message>
    <message>
        <source>Per quarter hour</source>
        <translation>Je Viertelstunde</translation>
    </message>
    <message>
        <source>Average per quarter hour</source>
        <translation>Schnitt je Viertelstunde</translation>
    </message>
    <message numerus="yes">
        <source>%n quarter hour(s)</source>
        <translation>
            <numerusform>%n Viertelstunde</numerusform>
            <numerusform>%n Viertelstunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>Je Stunde</translation>
    </message>
    <message>
        <source>Average per full hour</source>
        <translation>Schnitt je voller Stunde</translation>
    </message>
    <message numerus="yes">
        <source>%n full hour(s)</source>
        <translation>
            <numerusform>%n volle Stunde</numerusform>
            <numerusform>%n volle Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Per day</source>
        <translation>Je Tag</translation>
    </message>
    <message>
        <source>Average per full day</source>
        <translation>Schnitt je vollem Tag</translation>
    </message>
    <message numerus="yes">
        <source>%n full day(s)</source>
        <translation>
            <numerusform>%n voller Tag</numerusform>
            <numerusform>%n volle Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Per week</source>
        <translation>Je Woche</translation>
    </message>
    <message>
        <source>Average per full week</source>
        <translation>Schnitt je voller Woche</translation>
    </message>
    <message numerus="yes">
        <source>%n full week(s)</source>
        <translation>
            <numerusform>%n volle Woche</numerusform>
            <numerusform>%n volle Wochen</numerusform>
        </translation>
    </message>
    <message>
        <source>Per month</source>
        <translation>Je Monat</translation>
    </message>
    <message>
        <source>Average per full month</source>
        <translation>Schnitt je vollem Monat</translation>
    </message>
    <message numerus="yes">
        <source>%n full month(s)</source>
        <translation>
            <numerusform>%n voller Monat</numerusform>
            <numerusform>%n volle Monate</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused as planned</source>
        <translation>Planmäßig pausiert</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message numerus="yes">
        <source>%1 so far this month, and %2 a day for the rest: the average of the last %n recorded day(s). Four times out of five it comes to between %3 and %4. Not a promise.</source>
        <translation>
            <numerusform>%1 bisher in diesem Monat, und %2 am Tag für den Rest: der Schnitt des letzten erfassten Tages. In vier von fünf Fällen werden es zwischen %3 und %4. Kein Versprechen.</numerusform>
            <numerusform>%1 bisher in diesem Monat, und %2 am Tag für den Rest: der Schnitt der letzten %n erfassten Tage. In vier von fünf Fällen werden es zwischen %3 und %4. Kein Versprechen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The table can&apos;t be written to %1: %2. Choose another folder.</source>
        <translation>Die Tabelle lässt sich nicht in %1 schreiben: %2. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The history is too busy to be written to a file. Try again in a moment.</source>
        <translation>Der Verlauf ist zu beschäftigt, um geschrieben zu werden. Versuchen Sie es gleich noch einmal.</translation>
    </message>
</context>
<context>
    <name>surplus::Format</name>
    <message>
        <source>tomorrow, %1</source>
        <translation>morgen, %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
</context>
<context>
    <name>surplus::LogModel</name>
    <message>
        <source>%1 of %2 lines</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
</context>
<context>
    <name>surplus::MachineModel</name>
    <message>
        <source>The engine keeps stopping</source>
        <translation>Die Engine bricht immer wieder ab</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Sie</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Restarting</source>
        <translation>Startet neu</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Hält an</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Not sharing</source>
        <translation>Teilt nicht</translation>
    </message>
    <message>
        <source>Start when you like</source>
        <translation>Starten Sie, wann Sie wollen</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>In %1</translation>
    </message>
    <message>
        <source>Usually under a minute</source>
        <translation>Meist unter einer Minute</translation>
    </message>
    <message>
        <source>The storage disk isn&apos;t there</source>
        <translation>Die Speicherplatte ist nicht da</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>Not set up yet</source>
        <translation>Noch nicht eingerichtet</translation>
    </message>
    <message>
        <source>Storage is switched off</source>
        <translation>Speicher ist ausgeschaltet</translation>
    </message>
    <message>
        <source>%1. All is well.</source>
        <translation>%1. Alles in Ordnung.</translation>
    </message>
    <message>
        <source>Sharing is on hold. Nothing you&apos;ve earned is lost.</source>
        <translation>Das Teilen ruht. Nichts Verdientes geht verloren.</translation>
    </message>
    <message>
        <source>Updated %1 ago</source>
        <translation>Stand: vor %1</translation>
    </message>
    <message>
        <source>Restarting in %1</source>
        <translation>Neustart in %1</translation>
    </message>
    <message>
        <source>Try %1 of %2</source>
        <translation>Versuch %1 von %2</translation>
    </message>
    <message>
        <source>Longer than usual</source>
        <translation>Länger als sonst</translation>
    </message>
    <message>
        <source>This is taking longer than usual.</source>
        <translation>Das dauert länger als sonst.</translation>
    </message>
    <message>
        <source>The disk of the storage folder %1 doesn&apos;t answer. If it is a network drive, see whether its server is there.</source>
        <translation>Die Platte des Speicherordners %1 antwortet nicht. Ist sie ein Netzlaufwerk, sehen Sie nach, ob sein Server da ist.</translation>
    </message>
    <message>
        <source>The storage folder isn&apos;t there</source>
        <translation>Der Speicherordner ist nicht da</translation>
    </message>
    <message>
        <source>%1 can&apos;t be found. If it is on another disk, connect it; until then nothing can be fetched, and keeping isn&apos;t paid.</source>
        <translation>%1 ist nicht zu finden. Liegt er auf einer anderen Platte, schließen Sie sie an; bis dahin kann nichts abgerufen werden, und das Aufbewahren wird nicht bezahlt.</translation>
    </message>
    <message>
        <source>Nothing can be fetched until it answers.</source>
        <translation>Bis sie antwortet, kann nichts abgerufen werden.</translation>
    </message>
    <message>
        <source>No storage folder is chosen yet</source>
        <translation>Noch ist kein Speicherordner gewählt</translation>
    </message>
</context>
<context>
    <name>surplus::PauseWords</name>
    <message>
        <source>By you</source>
        <translation>Von Ihnen</translation>
    </message>
    <message>
        <source>By schedule</source>
        <translation>Nach Plan</translation>
    </message>
    <message>
        <source>On battery</source>
        <translation>Im Akkubetrieb</translation>
    </message>
    <message>
        <source>Metered network</source>
        <translation>Getaktetes Netz</translation>
    </message>
    <message>
        <source>Running hot</source>
        <translation>Zu heiß</translation>
    </message>
    <message>
        <source>Running hot, %1 °C</source>
        <translation>Zu heiß, %1 °C</translation>
    </message>
    <message>
        <source>You&apos;re using the computer</source>
        <translation>Sie benutzen den Rechner</translation>
    </message>
    <message>
        <source>While a program runs</source>
        <translation>Während ein Programm läuft</translation>
    </message>
    <message>
        <source>While %1 runs</source>
        <translation>Solange %1 läuft</translation>
    </message>
    <message>
        <source>This month&apos;s data is used up</source>
        <translation>Die Daten dieses Monats sind verbraucht</translation>
    </message>
    <message>
        <source>By a rule of a newer version</source>
        <translation>Durch eine Regel einer neueren Version</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1, bis %2</translation>
    </message>
    <message>
        <source>By you, until you resume</source>
        <translation>Von Ihnen, bis Sie fortsetzen</translation>
    </message>
</context>
<context>
    <name>surplus::PayoutKeys</name>
    <message>
        <source>Your keychain is locked, so no key was made. Unlock it and try again, or use an address you have.</source>
        <translation>Ihr Schlüsselbund ist gesperrt, daher wurde kein Schlüssel erzeugt. Entsperren Sie ihn und versuchen Sie es noch einmal, oder verwenden Sie eine vorhandene Adresse.</translation>
    </message>
    <message>
        <source>No keychain is running on this computer, so no key was made. Start GNOME Keyring, KWallet or another secret service and try again, or use an address you have.</source>
        <translation>Auf diesem Rechner läuft kein Schlüsselbund, daher wurde kein Schlüssel erzeugt. Starten Sie GNOME Keyring, KWallet oder einen anderen Dienst, oder verwenden Sie eine vorhandene Adresse.</translation>
    </message>
    <message>
        <source>Your keychain does not let Surplus in, so no key was made. Allow it in the keychain&apos;s settings and try again, or use an address you have.</source>
        <translation>Ihr Schlüsselbund lässt Surplus nicht hinein, daher wurde kein Schlüssel erzeugt. Erlauben Sie es in seinen Einstellungen, oder verwenden Sie eine vorhandene Adresse.</translation>
    </message>
    <message>
        <source>Your computer&apos;s keychain can&apos;t be used: %1. No key was made. Try again, or use an address you have.</source>
        <translation>Der Schlüsselbund dieses Rechners ist nicht benutzbar: %1. Es wurde kein Schlüssel erzeugt. Versuchen Sie es noch einmal, oder verwenden Sie eine vorhandene Adresse.</translation>
    </message>
    <message>
        <source>There is a payout address already. A second key would leave the first one&apos;s earnings behind.</source>
        <translation>Es gibt schon eine Auszahlungsadresse. Ein zweiter Schlüssel ließe den Verdienst des ersten zurück.</translation>
    </message>
    <message>
        <source>The key of the present address isn&apos;t backed up. What was promised to it is paid to it only: write its words down first. Nothing was changed.</source>
        <translation>Der Schlüssel der jetzigen Adresse ist nicht gesichert. Was ihr versprochen wurde, geht nur an sie: Schreiben Sie zuerst ihre Wörter auf. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>A private key has 64 characters from 0 to 9 and a to f; recovery words are 12 to 24 words.</source>
        <translation>Ein privater Schlüssel hat 64 Zeichen von 0 bis 9 und a bis f; es sind 12 bis 24 Wörter.</translation>
    </message>
    <message>
        <source>No key could be made. Try again.</source>
        <translation>Es konnte kein Schlüssel erzeugt werden. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The key of this address is not kept here. Use the wallet that holds it.</source>
        <translation>Der Schlüssel dieser Adresse liegt nicht hier. Verwenden Sie die Wallet, die ihn hat.</translation>
    </message>
    <message>
        <source>Your keychain gave no key. Unlock it and try again; nothing was changed.</source>
        <translation>Ihr Schlüsselbund gab keinen Schlüssel heraus. Entsperren Sie ihn und versuchen Sie es noch einmal; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The keychain holds another key than this address needs. Nothing was signed.</source>
        <translation>Der Schlüsselbund enthält einen anderen Schlüssel, als diese Adresse braucht. Nichts wurde unterschrieben.</translation>
    </message>
    <message>
        <source>This key came without recovery words. Keep the backup that you have of it.</source>
        <translation>Dieser Schlüssel kam ohne Wörter. Behalten Sie die Sicherung, die Sie davon haben.</translation>
    </message>
    <message>
        <source>Earnings go to this address already. Nothing was changed.</source>
        <translation>Der Verdienst geht schon an diese Adresse. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Character %1 of this private key is none of 0 to 9 and a to f. A letter O is no zero, a letter l no one: copy it again.</source>
        <translation>Zeichen %1 dieses privaten Schlüssels ist keines von 0 bis 9 und a bis f. Ein Buchstabe O ist keine Null, ein Buchstabe l keine Eins: Kopieren Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>A private key has 64 characters from 0 to 9 and a to f, and this one has %1. Copy the whole of it.</source>
        <translation>Ein privater Schlüssel hat 64 Zeichen von 0 bis 9 und a bis f, und dieser hat %1. Kopieren Sie ihn ganz.</translation>
    </message>
    <message>
        <source>This is the key of another address, %1. Bring the key of the present one; to be paid to this one, use Change address. Nothing was changed.</source>
        <translation>Das ist der Schlüssel einer anderen Adresse, %1. Bringen Sie den der jetzigen mit; soll an diese gezahlt werden, nehmen Sie Adresse ändern. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>surplus::PayoutModel</name>
    <message>
        <source>Your keychain is locked</source>
        <translation>Ihr Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
        <source>No keychain is running</source>
        <translation>Es läuft kein Schlüsselbund</translation>
    </message>
    <message>
        <source>Your keychain refuses access</source>
        <translation>Ihr Schlüsselbund verweigert den Zugriff</translation>
    </message>
    <message>
        <source>Your payout key is gone from the keychain</source>
        <translation>Ihr Auszahlungsschlüssel ist nicht mehr im Schlüsselbund</translation>
    </message>
    <message>
        <source>The keychain holds another key</source>
        <translation>Der Schlüsselbund enthält einen anderen Schlüssel</translation>
    </message>
    <message>
        <source>Your keychain can&apos;t be read</source>
        <translation>Ihr Schlüsselbund ist nicht lesbar</translation>
    </message>
    <message>
        <source>%1 What is earned for %2 still counts, and no other key is made.</source>
        <translation>%1 Was für %2 verdient wird, zählt weiter, und es wird kein anderer Schlüssel erzeugt.</translation>
    </message>
    <message>
        <source>Unlock it, most easily by logging in again, then check again.</source>
        <translation>Entsperren Sie ihn, am einfachsten durch erneutes Anmelden, und prüfen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Start your desktop&apos;s keychain (GNOME Keyring, KWallet or another secret service), then check again.</source>
        <translation>Starten Sie den Schlüsselbund Ihres Desktops (GNOME Keyring, KWallet oder einen anderen Dienst), und prüfen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Allow Surplus in your keychain&apos;s settings, then check again.</source>
        <translation>Erlauben Sie Surplus in den Einstellungen Ihres Schlüsselbunds, und prüfen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>It said: %1. Quit Surplus and start it again; if that does not help, restart the computer.</source>
        <translation>Er sagte: %1. Beenden Sie Surplus und starten Sie es neu; hilft das nicht, den Rechner.</translation>
    </message>
    <message>
        <source>Paste the address that earnings should go to.</source>
        <translation>Fügen Sie die Adresse ein, an die der Verdienst gehen soll.</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be read: %2. Choose another one.</source>
        <translation>Die Datei %1 ist nicht lesbar: %2. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The engine can&apos;t be reached, so it could not be told of a new address. Nothing was changed; try again when it runs.</source>
        <translation>Die Engine ist nicht erreichbar, also kennt sie die neue Adresse nicht. Nichts wurde geändert; versuchen Sie es, wenn sie läuft.</translation>
    </message>
    <message>
        <source>The address is on record here, but the engine did not take it and still names the earlier one: %1 Try again.</source>
        <translation>Die Adresse ist hier vermerkt, aber die Engine hat sie nicht übernommen und nennt noch die frühere: %1 Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Bring its recovery words, private key or keystore file with “Bring its key…” in the Wallet, or put a backup of your keychain back. Without the key, what is paid to this address can&apos;t be used.</source>
        <translation>Bringen Sie in der Wallet mit „Schlüssel mitbringen…“ seine Wörter, den privaten Schlüssel oder die Keystore-Datei mit, oder spielen Sie eine Sicherung des Schlüsselbunds zurück. Ohne den Schlüssel ist nicht nutzbar, was an diese Adresse gezahlt wird.</translation>
    </message>
    <message>
        <source>It belongs to another address. Bring this one&apos;s recovery words, private key or keystore file with “Bring its key…” in the Wallet, or put a backup of your keychain back.</source>
        <translation>Er gehört zu einer anderen Adresse. Bringen Sie in der Wallet mit „Schlüssel mitbringen…“ die Wörter, den privaten Schlüssel oder die Keystore-Datei dieser Adresse mit, oder spielen Sie eine Sicherung des Schlüsselbunds zurück.</translation>
    </message>
</context>
<context>
    <name>surplus::SendModel</name>
    <message>
        <source>The payment didn&apos;t go through. Your tokens are untouched; the network kept %1 %2.</source>
        <translation>Die Zahlung ging nicht durch. Ihre Token sind unberührt; das Netz behielt %1 %2.</translation>
    </message>
    <message>
        <source>Another transaction of this address came first, so this one never happened. Nothing was sent.</source>
        <translation>Eine andere Transaktion dieser Adresse war zuerst da, also kam es nicht zu dieser. Nichts wurde gesendet.</translation>
    </message>
</context>
<context>
    <name>surplus::SettingsModel</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>The history is too busy. Try again in a moment.</source>
        <translation>Der Verlauf ist zu beschäftigt. Versuchen Sie es gleich noch einmal.</translation>
    </message>
</context>
<context>
    <name>surplus::SharingModel</name>
    <message>
        <source>%1 in use</source>
        <translation>%1 belegt</translation>
    </message>
    <message>
        <source>%1, %2 free on disk</source>
        <translation>%1, %2 auf der Platte frei</translation>
    </message>
    <message>
        <source>%1 is in use. Nothing new will be stored until it falls below the limit.</source>
        <translation>%1 sind belegt. Neues wird erst gespeichert, wenn es unter der Grenze liegt.</translation>
    </message>
    <message>
        <source>%1 of %2 used this month</source>
        <translation>%1 von %2 in diesem Monat verbraucht</translation>
    </message>
    <message>
        <source>%1 moved this month</source>
        <translation>%1 in diesem Monat bewegt</translation>
    </message>
    <message>
        <source>Give the whole path of the folder: it begins with /.</source>
        <translation>Geben Sie den ganzen Pfad des Ordners an: Er beginnt mit /.</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 is a file, not a folder.</source>
        <translation>%1 ist eine Datei, kein Ordner.</translation>
    </message>
    <message>
        <source>Nothing can be stored in %1.</source>
        <translation>In %1 lässt sich nichts speichern.</translation>
    </message>
</context>
<context>
    <name>surplus::UptimeModel</name>
    <message>
        <source>Sharing</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Not set up yet</source>
        <translation>Noch nicht eingerichtet</translation>
    </message>
    <message>
        <source>Storage was off</source>
        <translation>Speicher war aus</translation>
    </message>
    <message>
        <source>Paused as planned</source>
        <translation>Planmäßig pausiert</translation>
    </message>
    <message>
        <source>Paused: %1</source>
        <translation>Pausiert: %1</translation>
    </message>
    <message>
        <source>The storage disk was not there</source>
        <translation>Die Speicherplatte war nicht da</translation>
    </message>
    <message>
        <source>Stopped unexpectedly</source>
        <translation>Unerwartet abgebrochen</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message numerus="yes">
        <source>Uptime in %n days: %1</source>
        <translation>
            <numerusform>Verfügbarkeit in %n Tag: %1</numerusform>
            <numerusform>Verfügbarkeit in %n Tagen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Surplus wasn&apos;t set up yet</source>
        <translation>Surplus war noch nicht eingerichtet</translation>
    </message>
    <message>
        <source>%1 of the time unknown, left out</source>
        <translation>%1 der Zeit unbekannt, nicht mitgezählt</translation>
    </message>
</context>
<context>
    <name>surplus::WalletModel</name>
    <message>
        <source>The payment didn&apos;t go through. Your earnings are untouched; the network kept %1 %2. Try again or wait for a lower fee.</source>
        <translation>Die Zahlung ging nicht durch. Ihr Verdienst ist unberührt; das Netz behielt %1 %2. Versuchen Sie es noch einmal, oder warten Sie auf eine niedrigere Gebühr.</translation>
    </message>
    <message>
        <source>Another transaction of this address came first, so this one never happened. Nothing was paid and nothing is lost. Try again.</source>
        <translation>Eine andere Transaktion dieser Adresse war zuerst da, also kam es nicht zu dieser. Nichts wurde gezahlt und nichts ist verloren. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Jetzige</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Not set aside on the chain yet; it may never be paid.</source>
        <translation>Auf der Kette noch nicht hinterlegt; wird vielleicht nie bezahlt.</translation>
    </message>
    <message>
        <source>Secured</source>
        <translation>Gesichert</translation>
    </message>
    <message>
        <source>Set aside for you on the chain. Yours to settle whenever you like.</source>
        <translation>Auf der Kette für Sie hinterlegt. Auszahlbar, wann Sie wollen.</translation>
    </message>
    <message>
        <source>Bounced</source>
        <translation>Geplatzt</translation>
    </message>
    <message>
        <source>Tried and not covered. Its customer is not served until it pays.</source>
        <translation>Versucht und nicht gedeckt. Der Kunde wird erst wieder bedient, wenn er zahlt.</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Ausgezahlt</translation>
    </message>
    <message numerus="yes">
        <source>Paid to your address, in %n settlement(s).</source>
        <translation>
            <numerusform>An Ihre Adresse gezahlt, in %n Auszahlung.</numerusform>
            <numerusform>An Ihre Adresse gezahlt, in %n Auszahlungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Paid to your address.</source>
        <translation>An Ihre Adresse gezahlt.</translation>
    </message>
    <message>
        <source>≈ %1%2 estimate</source>
        <translation>≈ %1%2 Schätzung</translation>
    </message>
    <message>
        <source>&lt; %1%2 estimate</source>
        <translation>&lt; %1%2 Schätzung</translation>
    </message>
    <message>
        <source>Present address</source>
        <translation>Jetzige Adresse</translation>
    </message>
    <message>
        <source>Former, %1</source>
        <translation>Frühere, %1</translation>
    </message>
    <message>
        <source>%1 %2 is covered, but settling it would cost more than it brings at the present fee. It can wait.</source>
        <translation>%1 %2 sind gedeckt, aber die Auszahlung kostet bei der jetzigen Gebühr mehr, als sie bringt. Das kann warten.</translation>
    </message>
    <message>
        <source>Nothing is covered and unsettled right now.</source>
        <translation>Gerade ist nichts gedeckt und nicht ausgezahlt.</translation>
    </message>
    <message>
        <source>%1 %2 that is not covered isn&apos;t included</source>
        <translation>%1 %2, die nicht gedeckt sind, sind nicht dabei</translation>
    </message>
    <message>
        <source>≈ %1 %2 estimate</source>
        <translation>≈ %1 %2 Schätzung</translation>
    </message>
    <message>
        <source>The fee is high for this amount: up to %1. Waiting usually costs nothing.</source>
        <translation>Die Gebühr ist hoch für diesen Betrag: bis zu %1. Warten kostet meist nichts.</translation>
    </message>
    <message>
        <source>The fee is under %1 of the amount.</source>
        <translation>Die Gebühr liegt unter %1 des Betrags.</translation>
    </message>
    <message>
        <source>The fee is up to %1 of the amount.</source>
        <translation>Die Gebühr beträgt bis zu %1 des Betrags.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Confirming, %1 of %2</source>
        <translation>Wird bestätigt, %1 von %2</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Didn&apos;t go through</source>
        <translation>Ging nicht durch</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Ersetzt</translation>
    </message>
    <message>
        <source>Others may settle it</source>
        <translation>Andere dürfen auszahlen</translation>
    </message>
    <message>
        <source>Nobody settled it</source>
        <translation>Niemand hat ausgezahlt</translation>
    </message>
    <message>
        <source>%1 %2 bounced</source>
        <translation>%1 %2 geplatzt</translation>
    </message>
    <message numerus="yes">
        <source>%n voucher(s) left out: %1</source>
        <translation>
            <numerusform>%n Gutschein ausgelassen: %1</numerusform>
            <numerusform>%n Gutscheine ausgelassen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>an %1</translation>
    </message>
    <message>
        <source>The table can&apos;t be written to %1: %2. Choose another folder.</source>
        <translation>Die Tabelle lässt sich nicht in %1 schreiben: %2. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>1 %1 ≈ %2%3, as you said</source>
        <translation>1 %1 ≈ %2%3, nach Ihrer Angabe</translation>
    </message>
    <message>
        <source>None: amounts are shown in tokens only</source>
        <translation>Keine: Beträge stehen nur in Token da</translation>
    </message>
    <message>
        <source>Set a rate in the Settings to see what share of the amount that is.</source>
        <translation>Legen Sie in den Einstellungen einen Kurs fest, um zu sehen, welcher Anteil des Betrags das ist.</translation>
    </message>
    <message>
        <source>A rate is above zero; empty means none.</source>
        <translation>Ein Kurs ist größer als null; leer bedeutet keiner.</translation>
    </message>
    <message>
        <source>An endpoint is missing.</source>
        <translation>Es fehlt ein Endpunkt.</translation>
    </message>
    <message>
        <source>Record damaged</source>
        <translation>Eintrag beschädigt</translation>
    </message>
    <message>
        <source>%1 %2 of it were settled in time</source>
        <translation>%1 %2 davon rechtzeitig ausgezahlt</translation>
    </message>
    <message>
        <source>%1 %2 of it is promised ahead: not earned yet, and kept against what comes</source>
        <translation>%1 %2 davon sind im Voraus versprochen: noch nicht verdient, und mit dem verrechnet, was kommt</translation>
    </message>
    <message>
        <source>The fee has to be less than the %1 %2 that are settled.</source>
        <translation>Die Gebühr muss kleiner sein als die %1 %2, die ausgezahlt werden.</translation>
    </message>
</context>
<context>
    <name>surplus::WordsModel</name>
    <message>
        <source>This isn&apos;t word %1. Look at your paper, or go back to the words.</source>
        <translation>Das ist nicht Wort %1. Sehen Sie auf Ihrem Papier nach, oder gehen Sie zu den Wörtern zurück.</translation>
    </message>
</context>
</TS>

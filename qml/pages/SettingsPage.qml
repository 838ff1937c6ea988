// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

PageFrame {
    id: page

    required property AppModel app
    readonly property SettingsModel settings: app.settings
    signal quitWanted

    title: qsTr("Settings")
    actions: AppButton {
        text: qsTr("Quit Surplus…")
        onClicked: page.quitWanted()
    }

    Banner {
        visible: page.settings.error !== ""
        Layout.fillWidth: true
        tone: "warning"
        title: qsTr("That didn't work")
        detail: page.settings.error
    }
    GridLayout {
        Layout.fillWidth: true
        columns: page.compact ? 1 : 2
        columnSpacing: Theme.space4
        rowSpacing: Theme.space4

        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            spacing: Theme.space4

            SettingsCard {
                title: qsTr("Appearance")
                SettingRow {
                    first: true
                    title: qsTr("Theme")
                    Segmented {
                        label: qsTr("Theme")
                        options: [qsTr("System"), qsTr("Light"), qsTr("Dark")]
                        current: page.settings.theme === "light" ? 1 : page.settings.theme === "dark" ? 2 : 0
                        onChosen: index => page.settings.theme = ["system", "light", "dark"][index]
                    }
                }
                SettingRow {
                    title: qsTr("Language")
                    detail: page.settings.restartNeeded ? qsTr("Quit and open Surplus again to see it") : qsTr("Applies with the next start")
                    AppComboBox {
                        label: qsTr("Language")
                        options: page.settings.languageNames
                        current: page.settings.languageIndex
                        onChosen: index => page.settings.language = page.settings.languages[index]
                    }
                }
                SettingRow {
                    title: qsTr("Reduce motion")
                    detail: qsTr("Turns off all animation")
                    AppSwitch {
                        label: qsTr("Reduce motion")
                        on: page.settings.reducedMotion
                        onWanted: on => page.settings.reducedMotion = on
                    }
                }
            }
            SettingsCard {
                title: qsTr("Money")
                SettingRow {
                    first: true
                    title: qsTr("Decimals")
                    detail: qsTr("Of amounts on the screen; files hold them exactly")
                    Segmented {
                        label: qsTr("Decimals")
                        options: [(0.01).toLocaleString(Qt.locale(), "f", 2), (0.0001).toLocaleString(Qt.locale(), "f", 4)]
                        current: page.settings.decimals === 4 ? 1 : 0
                        onChosen: index => page.settings.decimals = index === 1 ? 4 : 2
                    }
                }
                SettingRow {
                    title: qsTr("Rates for estimates")
                    detail: page.app.wallet.rateText
                    AppButton { small: true; text: qsTr("Set rates…"); onClicked: rates.open() }
                }
                SettingRow {
                    title: qsTr("Chain")
                    detail: page.app.wallet.chainUsed ? page.app.wallet.chainName : qsTr("None yet: what is earned stays a promise")
                    AppButton { small: true; text: qsTr("Chain…"); onClicked: chain.open() }
                }
            }
            SettingsCard {
                title: qsTr("Start and end")
                SettingRow {
                    first: true
                    title: qsTr("Start Surplus when I log in")
                    detail: page.app.tray ? qsTr("Opens in the tray") : qsTr("Opens minimised")
                    AppSwitch {
                        label: qsTr("Start Surplus when I log in")
                        on: page.settings.startAtLogin
                        onWanted: on => page.settings.startAtLogin = on
                    }
                }
                SettingRow {
                    title: qsTr("When I quit Surplus")
                    detail: page.app.tray ? qsTr("Closing the window leaves it in the tray") : qsTr("Closing the window minimises it")
                    AppComboBox {
                        label: qsTr("When I quit Surplus")
                        readonly property var keys: ["ask", "keep", "stop"]
                        options: [qsTr("Ask me"), qsTr("Keep sharing"), qsTr("Stop sharing")]
                        current: Math.max(0, keys.indexOf(page.settings.whenQuitting))
                        onChosen: index => page.settings.whenQuitting = keys[index]
                    }
                }
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            spacing: Theme.space4

            SettingsCard {
                title: qsTr("Notifications")
                SettingRow {
                    first: true
                    title: qsTr("Something needs attention")
                    detail: qsTr("Once for each problem that lasts five minutes")
                    AppSwitch {
                        label: qsTr("Something needs attention")
                        on: page.settings.notifyProblems
                        onWanted: on => page.settings.notifyProblems = on
                    }
                }
                SettingRow {
                    title: qsTr("Settlements")
                    detail: qsTr("When one has arrived in your wallet")
                    AppSwitch {
                        label: qsTr("Settlements")
                        on: page.settings.notifySettlements
                        onWanted: on => page.settings.notifySettlements = on
                    }
                }
                SettingRow {
                    title: qsTr("Weekly summary")
                    detail: qsTr("Mondays at 09:00")
                    AppSwitch {
                        label: qsTr("Weekly summary")
                        on: page.settings.notifyWeekly
                        onWanted: on => page.settings.notifyWeekly = on
                    }
                }
            }
            SettingsCard {
                title: qsTr("History on this computer")
                SettingRow {
                    first: true
                    title: qsTr("Keep details")
                    detail: qsTr("Quarter hours; earnings by day are kept for good")
                    AppComboBox {
                        label: qsTr("Keep details")
                        readonly property var years: [1, 2, 5]
                        options: years.map(count => qsTr("%n year(s)", "", count))
                        current: Math.max(0, years.indexOf(page.settings.yearsKept))
                        onChosen: index => page.settings.yearsKept = years[index]
                    }
                }
                SettingRow {
                    title: qsTr("Size")
                    detail: page.settings.historySize
                    AppButton {
                        small: true
                        text: qsTr("Export…")
                        onClicked: page.app.page = "earnings"
                    }
                }
            }
            SettingsCard {
                title: qsTr("Backup")
                SettingRow {
                    first: true
                    title: qsTr("Back up")
                    detail: qsTr("Identity, ledger and settings of this machine, in one file under a password. The payout key has its recovery words")
                    AppButton { small: true; text: qsTr("Back up…"); onClicked: backup.open() }
                }
                SettingRow {
                    title: qsTr("Restore")
                    detail: qsTr("With the next start. What is here now is kept in a folder")
                    AppButton { small: true; text: qsTr("Restore…"); onClicked: restore.open() }
                }
                SettingRow {
                    title: qsTr("Delete my data")
                    detail: qsTr("From this computer, and ends Surplus")
                    AppButton { small: true; text: qsTr("Delete…"); onClicked: erase.open() }
                }
            }
            SettingsCard {
                title: qsTr("Where everything is")
                SettingRow {
                    first: true
                    title: qsTr("Profile: settings and history")
                    detail: qsTr("%1\nAnother profile has settings, keys and an engine of its own: surplus --profile FOLDER").arg(Format.apart(page.settings.profileFolder))
                    AppButton { small: true; text: qsTr("Open folder"); Accessible.name: qsTr("Open the folder of settings and history"); onClicked: page.settings.openFolder(page.settings.profileFolder) }
                }
                SettingRow {
                    title: qsTr("Engine: identity, ledger and log")
                    detail: Format.apart(page.settings.engineFolder)
                    AppButton { small: true; text: qsTr("Open folder"); Accessible.name: qsTr("Open the engine's folder"); onClicked: page.settings.openFolder(page.settings.engineFolder) }
                }
                SettingRow {
                    visible: page.app.sharing.folder !== ""
                    title: qsTr("What customers store")
                    detail: Format.apart(page.app.sharing.folder)
                    AppButton { small: true; text: qsTr("Open folder"); Accessible.name: qsTr("Open the folder of what customers store"); onClicked: page.settings.openFolder(page.app.sharing.folder) }
                }
            }
        }
    }
    LazyDialog { id: rates; dialog: Component { RatesDialog { app: page.app } } }
    LazyDialog { id: chain; dialog: Component { ChainDialog { app: page.app } } }
    LazyDialog { id: backup; dialog: Component { BackupDialog { app: page.app } } }
    LazyDialog { id: restore; dialog: Component { BackupDialog { app: page.app; restoring: true } } }
    LazyDialog { id: erase; dialog: Component { EraseDialog { app: page.app } } }
    AppText {
        Layout.fillWidth: true
        text: qsTr("Changes apply at once. Surplus %1").arg(page.app.version)
        variant: "small"
        muted: true
    }
}

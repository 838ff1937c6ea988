// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Surplus.Components
import Surplus.Models
import Surplus.Theme

/// The first run in three steps, over the whole window. It can be left at any step and goes on there; nothing is shared
/// before the last button.
FocusScope {
    id: page

    required property AppModel app
    readonly property SettingsModel settings: app.settings
    property int step: 0
    property string folder
    property real limit: 0
    property string problem
    property string folderProblem
    readonly property var titles: [qsTr("What to share"), qsTr("Get paid"), qsTr("Ready")]
    readonly property bool busy: app.payout.working || app.sharing.working
    signal done

    function go(to: int) {
        problem = "";
        step = to;
        settings.keep("setup.step", to);
        settings.keep("setup.folder", folder);
        settings.keep("setup.limit", limit);
        flick.contentY = 0;
    }
    function leave() {
        settings.keep("setup.left", true);
        page.done();
    }
    function next() {
        if (step === 0) {
            folderProblem = app.sharing.folderProblem(folder);
            limit = share.shownLimit;
            if (folderProblem === "")
                go(1);
        }
        else if (step === 1 && app.payout.chosen)
            go(2);
        else if (step === 1)
            app.payout.begin(payout.value());
        else
            app.sharing.begin(folder, limit, {}, ready.serveUnfunded);
    }
    Component.onCompleted: {
        app.sharing.clearError();
        folder = settings.kept("setup.folder") ?? (app.sharing.folder !== "" ? app.sharing.folder : app.sharing.suggestedFolder());
        limit = Number(settings.kept("setup.limit") ?? 0);
        if (!(limit > 0))
            limit = app.sharing.limit > 0 ? app.sharing.limit : Math.max(1e9, Math.round(Math.min(app.sharing.freeIn(folder) * 0.25, 500e9) / 1e9) * 1e9);
        step = Math.min(app.payout.chosen ? 2 : 1, Number(settings.kept("setup.step") ?? 0));
        forward.forceActiveFocus();
    }
    Keys.onEscapePressed: if (!busy) page.leave()

    Connections {
        target: page.app.payout
        function onChangeEnded(problem: string) {
            page.problem = problem;
            if (problem === "")
                payout.reset();
        }
    }
    Connections {
        target: page.app.sharing
        function onBegun() {
            page.settings.keep("setup.step", 0);
            if (ready.startAtLogin !== page.settings.startAtLogin)
                page.settings.startAtLogin = ready.startAtLogin;
            page.settings.notifyProblems = ready.notify;
            page.leave();
        }
        function onErrorChanged() { page.problem = page.app.sharing.error; }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.window
        // Nothing beneath is touched.
        MouseArea { anchors.fill: parent; hoverEnabled: true }
    }
    Row {
        anchors.left: parent.left
        anchors.leftMargin: Theme.space8
        y: Theme.space6
        spacing: Theme.space2
        Logo { size: 24 }
        AppText { anchors.verticalCenter: parent.verticalCenter; text: "Surplus"; variant: "heading" }
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.space6
        spacing: Theme.space3
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("Step %1 of %2: %3").arg(page.step + 1).arg(page.titles.length).arg(page.titles[page.step])
        Repeater {
            model: page.titles
            Row {
                id: mark
                required property int index
                required property string modelData
                spacing: Theme.space2
                Rectangle {
                    visible: mark.index > 0
                    anchors.verticalCenter: parent.verticalCenter
                    width: 32
                    height: 1
                    color: Theme.border
                }
                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    width: 24
                    height: 24
                    radius: 12
                    color: mark.index === page.step ? Theme.accent : "transparent"
                    border.color: mark.index <= page.step ? Theme.accent : Theme.borderStrong
                    AppText {
                        visible: mark.index >= page.step
                        anchors.centerIn: parent
                        text: mark.index + 1
                        variant: "small"
                        color: mark.index === page.step ? Theme.accentText : Theme.textMuted
                        Accessible.ignored: true
                    }
                    Icon { visible: mark.index < page.step; anchors.centerIn: parent; name: "check"; size: 14; color: Theme.accent }
                }
                AppText {
                    anchors.verticalCenter: parent.verticalCenter
                    text: mark.modelData
                    variant: "small"
                    weight: mark.index === page.step ? Font.DemiBold : Font.Normal
                    muted: mark.index !== page.step
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }
    }
    Flickable {
        id: flick
        anchors.top: parent.top
        anchors.topMargin: 84
        anchors.bottom: trouble.top
        anchors.left: parent.left
        anchors.right: parent.right
        contentHeight: column.implicitHeight + Theme.space6
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar { policy: flick.contentHeight > flick.height ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff }
        ColumnLayout {
            id: column
            x: (flick.width - width) / 2
            width: Math.min(680, flick.width - 2 * Theme.space6)
            spacing: Theme.space4
            SetupShare {
                id: share
                problem: page.folderProblem
                visible: page.step === 0
                Layout.fillWidth: true
                app: page.app
                folder: page.folder
                limit: page.limit
                onFolderChosen: folder => {
                    page.folder = folder;
                    page.folderProblem = "";
                }
                onLimitChosen: limit => page.limit = limit
            }
            SetupPayout {
                id: payout
                visible: page.step === 1
                Layout.fillWidth: true
                app: page.app
                onEdited: page.problem = ""
            }
            SetupReady {
                id: ready
                visible: page.step === 2
                Layout.fillWidth: true
                app: page.app
                folder: page.folder
                limit: page.limit
            }
        }
    }
    // Above the buttons, where it is seen however far the page was scrolled.
    Item {
        id: trouble
        anchors.bottom: foot.top
        width: parent.width
        height: page.problem !== "" ? failed.implicitHeight + Theme.space4 : 0
        Banner {
            id: failed
            visible: page.problem !== ""
            anchors.horizontalCenter: parent.horizontalCenter
            width: column.width
            height: implicitHeight
            tone: "warning"
            title: qsTr("That didn't work")
            detail: page.problem
        }
    }
    Item {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        height: 76
        Rectangle { width: parent.width; height: 1; color: Theme.border }
        RowLayout {
            anchors.centerIn: parent
            width: column.width
            AppButton {
                kind: "ghost"
                text: page.step === 0 ? qsTr("Skip for now") : qsTr("Back")
                enabled: !page.busy
                onClicked: page.step === 0 ? page.leave() : page.go(page.step - 1)
            }
            Item { Layout.fillWidth: true }
            AppButton {
                visible: page.step > 0
                kind: "ghost"
                text: qsTr("Go on later")
                enabled: !page.busy
                onClicked: page.leave()
            }
            IrreversibleButton {
                id: forward
                readonly property string missing: page.step === 0 && page.folder === "" ? qsTr("Choose a folder first") : page.step === 1 && !page.app.payout.chosen ? payout.problem : ""
                focus: true
                about: String(page.step)
                cautious: page.step > 0
                text: page.step === 2 ? (page.busy ? qsTr("Starting…") : qsTr("Start sharing")) : page.busy ? qsTr("One moment…") : qsTr("Continue")
                possible: !page.busy && missing === "" && page.app.sharing.available
                reason: missing !== "" ? missing : qsTr("The engine isn't running yet.")
                onConfirmed: page.next()
            }
        }
    }
}

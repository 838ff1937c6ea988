// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Surplus.Theme

/// primary (one per view), standard, ghost or danger; 36 px high, 28 px in rows.
Button {
    id: button

    // Qt 6.4.2 hands a screen reader's press to nobody, and says of nothing that it can't be used.
    Accessible.onPressAction: if (button.enabled) button.clicked()
    // Return presses what has the focus, as Space does: once, however long it is held.
    Keys.onReturnPressed: event => { if (!event.isAutoRepeat) button.clicked() }
    Keys.onEnterPressed: event => { if (!event.isAutoRepeat) button.clicked() }
    Accessible.description: enabled ? "" : disabledReason === "" ? qsTr("Not available now") : qsTr("Not available now: %1").arg(disabledReason)

    property string kind: "standard"
    property string iconName
    property bool trailingIcon: false
    property bool small: false
    /// Why it can't be used now; shown as a tooltip when disabled.
    property string disabledReason

    readonly property color ink: kind === "primary" ? Theme.accentText : kind === "danger" ? Theme.dangerFillText
        : kind === "ghost" ? Theme.textMuted : Theme.text

    implicitHeight: small ? Theme.sizeControlSmall : Theme.sizeControl
    implicitWidth: Math.max(implicitHeight, implicitContentWidth + leftPadding + rightPadding)
    leftPadding: text === "" ? 0 : small ? Theme.space3 : Theme.space4
    rightPadding: leftPadding
    topPadding: 0
    bottomPadding: 0
    opacity: enabled ? 1 : 0.5
    font: small ? Theme.smallFont : Theme.bodyFont
    Accessible.role: Accessible.Button
    Accessible.name: text

    contentItem: Item {
        implicitWidth: children[0].implicitWidth
        Row {
            anchors.centerIn: parent
            spacing: Theme.space2
            layoutDirection: button.trailingIcon ? Qt.RightToLeft : Qt.LeftToRight
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: button.iconName !== ""
                name: button.iconName
                size: Theme.sizeIconSmall
                color: button.ink
            }
            Text {
                anchors.verticalCenter: parent.verticalCenter
                visible: button.text !== ""
                text: button.text
                font.family: button.font.family
                font.pixelSize: button.font.pixelSize
                font.weight: Font.Medium
                color: button.ink
            }
        }
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: {
            if (button.kind === "primary")
                return button.hovered ? Theme.accentHover : Theme.accent;
            if (button.kind === "danger")
                return Theme.dangerFill;
            if (button.hovered || button.down)
                return Theme.hover;
            return button.kind === "ghost" ? "transparent" : Theme.surface;
        }
        border.width: button.kind === "standard" ? 1 : 0
        border.color: Theme.border
        FocusRing { visible: button.visualFocus }
    }
    HoverHandler { id: hover; enabled: !button.enabled }
    AppToolTip { visible: hover.hovered && button.disabledReason !== ""; text: button.disabledReason }
}

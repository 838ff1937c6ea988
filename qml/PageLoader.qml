// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Surplus.Models

/// One page, built when it is first wanted and kept from then on, in one go: layouts that are built in slices between
/// frames can be left with an arrangement of the middle (Qt 6.4.2). The first one waits until the window has painted
/// itself, so that a window is there at once.
Loader {
    id: loader

    required property AppModel app
    required property string page ///< its name in AppModel
    required property string file
    property bool painted: false
    signal setupWanted()
    signal pageWanted(string name)
    signal quitWanted()

    anchors.fill: parent
    visible: app.page === page
    onVisibleChanged: build()
    onPaintedChanged: build()

    function build() {
        if (painted && visible && status === Loader.Null)
            setSource("qrc:/qt/qml/Surplus/Pages/" + file, { app: app, width: width, height: height });
    }

    Connections {
        target: loader.item
        ignoreUnknownSignals: true
        function onSetupWanted() { loader.setupWanted(); }
        function onPageWanted(name) { loader.pageWanted(name); }
        function onQuitWanted() { loader.quitWanted(); }
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

/// The paths of the icons, drawn on a 20 px grid with a 1.6 px stroke, round caps and joins, no fill.
QtObject {
    readonly property var paths: ({
        "overview": "M3 9.5 10 3.5l7 6M5 8v8.5h10V8M8.2 16.5v-5h3.6v5",
        "earnings": "M3.5 16.5h13M5.5 13.5v-3M10 13.5V7M14.5 13.5V4",
        "sharing": "M3.5 6.5h7M15 6.5h1.5M12.7 4.2a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6zM3.5 13.5H5M9.5 13.5h7M7.2 11.2a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6z",
        "support": "M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM10 7.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6zM5.1 5.1l2.9 2.9M12 12l2.9 2.9M14.9 5.1 12 8M8 12l-2.9 2.9",
        "storage": "M4 5.5C4 4.1 6.7 3 10 3s6 1.1 6 2.5S13.3 8 10 8 4 6.9 4 5.5zM4 5.5v9C4 15.9 6.7 17 10 17s6-1.1 6-2.5v-9M4 10c0 1.4 2.7 2.5 6 2.5s6-1.1 6-2.5",
        "check": "M4.5 10.5l3.7 3.7 7.3-8",
        "download": "M10 3.5v9M6.3 9l3.7 3.7L13.7 9M4 16.5h12",
        "x": "M5.5 5.5l9 9M14.5 5.5l-9 9",
        "search": "M9 3.8a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 9 3.8zM12.8 12.8l3.7 3.7",
        "down": "M5.5 8l4.5 4.5L14.5 8",
        "right": "M8 5.5l4.5 4.5L8 14.5",
        "left": "M12 5.5L7.5 10l4.5 4.5",
        "more": "M4.5 10h.01M10 10h.01M15.5 10h.01",
        "pause": "M7 5v10M13 5v10",
        "play": "M6.5 4.5l9 5.5-9 5.5z",
        "refresh": "M16 8.5A6.3 6.3 0 0 0 4.6 7M4 3.8V7h3.2M4 11.5A6.3 6.3 0 0 0 15.4 13M16 16.2V13h-3.2",
        "alert": "M10 3.5l7.3 12.8H2.7zM10 8.2v3.6M10 14h.01",
        "info": "M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM10 9.2v4.3M10 6.6h.01",
        "copy": "M7.5 7.5h9v9h-9zM4.8 12.5H3.5v-9h9v1.3",
        "lock": "M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9",
        "clock": "M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM10 6.3V10l2.6 1.7",
        "file": "M5 2.8h6.5L15 6.3v10.9H5zM11.3 3v3.5h3.5M7.7 10.5h4.6M7.7 13.5h4.6"
    })
}

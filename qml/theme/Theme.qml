// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

/// The one place that colours and type come from: the tokens, in the scheme that the system or the user wants.
Tokens {
    id: theme

    /// system, light or dark
    property string mode: "system"

    // A QR code is dark on light in every theme: that is what scanners read.
    readonly property color qrInk: "#17201C"
    readonly property color qrPaper: "#FFFFFF"
    readonly property SystemPalette systemPalette: SystemPalette { }
    // Qt 6.4 has no colour-scheme hint: a window darker than its text is dark.
    readonly property bool systemIsDark: systemPalette.window.hslLightness < systemPalette.windowText.hslLightness

    function firstInstalled(wanted: var): string {
        const families = Qt.fontFamilies();
        for (const family of wanted) {
            if (families.indexOf(family) >= 0)
                return family;
        }
        return Qt.application.font.family;
    }

    /// A state's colour by its token's name.
    function tone(name: string): color {
        switch (name) {
        case "positive": return theme.positive;
        case "warning": return theme.warning;
        case "info": return theme.info;
        case "danger": return theme.danger;
        default: return theme.textMuted;
        }
    }

    dark: mode === "dark" || (mode === "system" && systemIsDark)
    fontFamily: firstInstalled(["Inter", "Noto Sans", "DejaVu Sans"])
    monoFamily: firstInstalled(["Noto Sans Mono", "DejaVu Sans Mono"])

    // Digits of Inter have different widths; where they have, figures are laid out cell by cell (Figures).
    readonly property TextMetrics oneMetrics: TextMetrics { font: theme.bodyFont; text: "1111111111" }
    readonly property TextMetrics zeroMetrics: TextMetrics { font: theme.bodyFont; text: "0000000000" }
    readonly property bool hasTabularFigures: Math.abs(oneMetrics.advanceWidth - zeroMetrics.advanceWidth) < 0.5
}

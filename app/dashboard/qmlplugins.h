// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQml/qqmlextensionplugin.h>

// To be included once in a program that shows the interface: its static QML modules.
Q_IMPORT_QML_PLUGIN(Surplus_ModelsPlugin)
Q_IMPORT_QML_PLUGIN(Surplus_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Surplus_ComponentsPlugin)
Q_IMPORT_QML_PLUGIN(Surplus_ChartsPlugin)
Q_IMPORT_QML_PLUGIN(Surplus_PagesPlugin)
Q_IMPORT_QML_PLUGIN(SurplusPlugin)

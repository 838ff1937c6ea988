// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a Qt Quick program with a chart can be: what the dashboard's start is measured against.
#include <QApplication>
#include <QQmlApplicationEngine>

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    QQmlApplicationEngine engine;
    engine.load(QUrl::fromLocalFile(QString::fromLocal8Bit(argc > 1 ? argv[1] : "floor.qml")));
    return engine.rootObjects().isEmpty() ? 1 : QApplication::exec();
}

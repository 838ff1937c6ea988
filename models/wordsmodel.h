// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/dashboard/keychain/payoutkeys.h"

#include <QObject>
#include <QVariantList>
#include <qqmlintegration.h>

namespace surplus {

/// The recovery words: read from the keychain for this once, shown, then three of them asked for. They leave this object
/// only while they are shown.
class WordsModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(Step step READ step NOTIFY changed)
    Q_PROPERTY(QStringList words READ words NOTIFY changed) ///< empty unless they are shown
    Q_PROPERTY(QVariantList questions READ questions NOTIFY asked) ///< numbers of the words that are asked for, from 1
    Q_PROPERTY(QStringList problems READ problems NOTIFY judged) ///< one for each question; empty if there is nothing to say
    Q_PROPERTY(bool answered READ isAnswered NOTIFY judged) ///< something stands in each answer
    Q_PROPERTY(QString problem READ problem NOTIFY changed) ///< why they can't be read
public:
    enum Step { Hidden, Reading, Shown, Asking, Confirmed };
    Q_ENUM(Step)
    static constexpr int Questions = 3;

    explicit WordsModel(PayoutKeys& keys, QObject* parent = nullptr) : QObject(parent), m_keys(keys) { }

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] QStringList words() const { return m_step == Shown ? m_words : QStringList(); }
    [[nodiscard]] QVariantList questions() const;
    [[nodiscard]] QStringList problems() const { return m_problems; }
    [[nodiscard]] bool isAnswered() const;
    [[nodiscard]] QString problem() const { return m_problem; }

    /// Ends in Shown, or in Hidden with a problem.
    Q_INVOKABLE void read();
    /// Asks for three of the words that are shown.
    Q_INVOKABLE void ask();
    /// Shows them again.
    Q_INVOKABLE void back();
    /// What stands in the answer to the question at `index` now.
    Q_INVOKABLE void answer(int index, const QString& text);
    /// Somebody has left that answer: if it is wrong, it says so.
    Q_INVOKABLE void judge(int index);
    /// Looks at all answers: notes the backup and ends in Confirmed, or gives the index of the first wrong answer; -1 for none.
    Q_INVOKABLE int confirm();
    Q_INVOKABLE void hide();

Q_SIGNALS:
    void changed();
    void asked();
    void judged();

private:
    [[nodiscard]] bool isRight(int index) const;
    void setStep(Step step, const QString& problem = {});

    PayoutKeys& m_keys;
    Step m_step = Hidden;
    QStringList m_words;
    QList<int> m_asked; ///< indices of words
    QStringList m_answers;
    QStringList m_problems;
    QString m_problem;
    quint64 m_reading = 0; ///< what comes late is let go
};

} // namespace surplus

// SPDX-License-Identifier: GPL-3.0-or-later
#include "wordsmodel.h"

#include <QRandomGenerator>
#include <algorithm>

namespace surplus {

namespace {
/// Case and white space around are nothing; an accent may be one sign or two.
QString plain(const QString& word) { return word.trimmed().toLower().normalized(QString::NormalizationForm_KD); }
} // namespace

QVariantList WordsModel::questions() const
{
    QVariantList numbers;
    for (const int index : m_asked)
        numbers.append(index + 1);
    return numbers;
}

bool WordsModel::isAnswered() const
{
    return !m_answers.isEmpty() && std::none_of(m_answers.begin(), m_answers.end(), [](const QString& answer) { return answer.trimmed().isEmpty(); });
}

bool WordsModel::isRight(int index) const { return plain(m_answers[index]) == plain(m_words[m_asked[index]]); }

void WordsModel::setStep(Step step, const QString& problem)
{
    m_step = step;
    m_problem = problem;
    Q_EMIT changed();
}

void WordsModel::read()
{
    if (m_step != Hidden)
        return;
    setStep(Reading);
    m_keys.words([this, reading = ++m_reading](const Result<QStringList>& words) {
        if (m_step != Reading || reading != m_reading)
            return;
        m_words = words.value_or(QStringList());
        setStep(words ? Shown : Hidden, words ? QString() : words.error().message);
    });
}

void WordsModel::ask()
{
    if (m_step != Shown || m_words.size() < Questions)
        return;
    m_asked.clear();
    while (m_asked.size() < Questions) {
        const int index = static_cast<int>(QRandomGenerator::system()->bounded(m_words.size()));
        if (!m_asked.contains(index))
            m_asked.append(index);
    }
    std::sort(m_asked.begin(), m_asked.end());
    m_answers = QStringList(Questions);
    m_problems = QStringList(Questions);
    Q_EMIT asked();
    Q_EMIT judged();
    setStep(Asking);
}

void WordsModel::back()
{
    if (m_step == Asking)
        setStep(Shown);
}

void WordsModel::answer(int index, const QString& text)
{
    if (m_step != Asking || index < 0 || index >= m_answers.size())
        return;
    m_answers[index] = text;
    m_problems[index].clear();
    Q_EMIT judged();
}

void WordsModel::judge(int index)
{
    if (m_step != Asking || index < 0 || index >= m_answers.size() || m_answers[index].trimmed().isEmpty())
        return;
    m_problems[index] = isRight(index) ? QString() : tr("This isn't word %1. Look at your paper, or go back to the words.").arg(m_asked[index] + 1);
    Q_EMIT judged();
}

int WordsModel::confirm()
{
    if (m_step != Asking || !isAnswered())
        return -1;
    int wrong = -1;
    for (int index = Questions - 1; index >= 0; --index) {
        judge(index);
        if (!isRight(index))
            wrong = index;
    }
    if (wrong >= 0)
        return wrong;
    if (const auto noted = m_keys.noteBackup(); !noted) {
        setStep(Asking, noted.error().message);
        return -1;
    }
    m_words.clear();
    setStep(Confirmed);
    return -1;
}

void WordsModel::hide()
{
    m_words.clear();
    m_asked.clear();
    m_answers.clear();
    m_problems.clear();
    setStep(Hidden);
    Q_EMIT asked();
    Q_EMIT judged();
}

} // namespace surplus

// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import Surplus.Models

/// Tokens in the user's currency, asked again whenever the rate changes; empty without one.
QtObject {
    required property WalletModel wallet
    required property string exact ///< tokens, as a plain decimal
    readonly property string text: {
        void wallet.tokenRate;
        void wallet.currency;
        return isNaN(Number(exact)) ? "" : wallet.estimateOf(Number(exact));
    }
}

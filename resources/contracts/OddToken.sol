// SPDX-License-Identifier: GPL-3.0-or-later
pragma solidity 0.8.28;

/// For tests: a token as real ones are that don't keep to ERC-20's letter. Anybody may make as much of it as they like.
contract OddToken {
    enum Kind {
        Plain,
        ReturnsFalse, // instead of reverting
        ReturnsNothing, // where a bool is due
        TakesFromAmount, // what arrives is less than what was sent
        TakesOnTop // the sender loses more than what was sent
    }

    string public constant name = "Odd Test Token";
    string public constant symbol = "ODD";
    uint8 public immutable decimals;
    Kind public immutable kind;
    uint256 public feeTenths; // of the amount; switched on and off, as some real ones can be
    bool public broken; // balances can't be asked for
    uint256 public totalSupply;
    mapping(address => uint256) private _balances;
    mapping(address => mapping(address => uint256)) public allowance;

    event Transfer(address indexed from, address indexed to, uint256 value);

    constructor(uint8 decimals_, Kind kind_) {
        decimals = decimals_;
        kind = kind_;
        if (kind_ == Kind.TakesFromAmount || kind_ == Kind.TakesOnTop) feeTenths = 1;
    }

    function setFee(uint256 tenths) external {
        feeTenths = tenths;
    }

    function setBroken(bool broken_) external {
        broken = broken_;
    }

    function mint(address to, uint256 amount) external {
        totalSupply += amount;
        _balances[to] += amount;
        emit Transfer(address(0), to, amount);
    }

    /// As tokens that shrink or are frozen do.
    function take(address from, uint256 amount) external {
        totalSupply -= amount;
        _balances[from] -= amount;
        emit Transfer(from, address(0), amount);
    }

    function balanceOf(address account) external view returns (uint256) {
        require(!broken, "broken");
        return _balances[account];
    }

    function approve(address spender, uint256 amount) external {
        allowance[msg.sender][spender] = amount;
        _answer(true);
    }

    function transfer(address to, uint256 amount) external {
        _answer(_move(msg.sender, to, amount));
    }

    function transferFrom(address from, address to, uint256 amount) external {
        bool allowed = allowance[from][msg.sender] >= amount;
        if (allowed) allowance[from][msg.sender] -= amount;
        _answer(allowed && _move(from, to, amount));
    }

    function _move(address from, address to, uint256 amount) private returns (bool) {
        uint256 fee = (amount * feeTenths) / 10;
        uint256 lost = kind == Kind.TakesOnTop ? amount + fee : amount;
        uint256 arrives = kind == Kind.TakesFromAmount ? amount - fee : amount;
        if (_balances[from] < lost) return false;
        _balances[from] -= lost;
        _balances[to] += arrives;
        totalSupply -= lost - arrives;
        emit Transfer(from, to, arrives);
        return true;
    }

    function _answer(bool done) private view {
        if (kind == Kind.ReturnsNothing) {
            require(done, "not enough");
            assembly {
                return(0, 0)
            }
        }
        require(done || kind == Kind.ReturnsFalse, "not enough");
        assembly {
            mstore(0, done)
            return(0, 32)
        }
    }
}
